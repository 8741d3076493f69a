package org.biogloss.ui.reader;

import java.util.List;
import java.util.TreeMap;
import org.biogloss.document.Annotation;
import org.biogloss.document.Standing;

/// The layers and relation types of the open document, how much there is of each, and whether they are shown.
record ShownThings(ReaderViewModel reader) {

    record Item(String name, long count, boolean on) {}

    List<Item> layers() {
        var counts = new TreeMap<String, Long>();
        reader.document().ifPresent(now -> now.annotations().forEach(one -> count(counts, one, one.layer())));
        var hidden = reader.visibilityProperty().get().hiddenLayers();
        hidden.forEach(layer -> counts.putIfAbsent(layer, 0L));
        return counts.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue(), !hidden.contains(entry.getKey())))
                .toList();
    }

    List<Item> relationTypes() {
        var counts = new TreeMap<String, Long>();
        reader.document().ifPresent(now -> now.relations().forEach(one -> count(counts, one, one.type())));
        var on = reader.relating().shownTypesProperty().get();
        boolean all = reader.allRelationsProperty().get();
        return counts.entrySet().stream()
                .map(entry -> new Item(entry.getKey(), entry.getValue(), all || on.contains(entry.getKey())))
                .toList();
    }

    private static void count(TreeMap<String, Long> counts, Annotation annotation, String name) {
        if (annotation.standing() != Standing.REJECTED) counts.merge(name, 1L, Long::sum);
    }
}
