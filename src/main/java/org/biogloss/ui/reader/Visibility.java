package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Which mentions are shown.
///
/// @param threshold suggestions with less confidence are hidden
record Visibility(boolean suggestions, double threshold, Set<String> hiddenTypes, Set<String> hiddenLayers) {

    static final Visibility ALL = new Visibility(true, 0, Set.of(), Set.of());

    Visibility {
        hiddenTypes = Set.copyOf(hiddenTypes);
        hiddenLayers = Set.copyOf(hiddenLayers);
    }

    private record Saying(String type, List<Span> spans) {}

    /// In text order. A suggestion that only repeats finished work, or a surer suggestion, is left out.
    List<Mention> of(AnnotatedDocument document) {
        var said = new HashSet<Saying>();
        var surest = new HashMap<Saying, Mention>();
        var shown = new ArrayList<Mention>();
        for (var mention : document.mentions().toList()) {
            var saying = new Saying(mention.type(), mention.spans());
            switch (mention.standing()) {
                case REJECTED -> {}
                case CONFIRMED -> {
                    said.add(saying);
                    if (passes(mention)) shown.add(mention);
                }
                case SUGGESTED -> {
                    if (suggestions && confidence(mention) >= threshold && passes(mention)) {
                        surest.merge(saying, mention, (a, b) -> confidence(a) >= confidence(b) ? a : b);
                    }
                }
            }
        }
        surest.forEach((saying, mention) -> {
            if (!said.contains(saying)) shown.add(mention);
        });
        shown.sort(Comparator.comparing(Mention::hull).thenComparing(Mention::id));
        return List.copyOf(shown);
    }

    Visibility withSuggestions(boolean on) {
        return new Visibility(on, threshold, hiddenTypes, hiddenLayers);
    }

    Visibility above(double newThreshold) {
        return new Visibility(suggestions, newThreshold, hiddenTypes, hiddenLayers);
    }

    Visibility toggled(String type) {
        var types = new HashSet<>(hiddenTypes);
        if (!types.remove(type)) types.add(type);
        return new Visibility(suggestions, threshold, types, hiddenLayers);
    }

    Visibility layerShown(String layer, boolean on) {
        var layers = new HashSet<>(hiddenLayers);
        if (on) layers.remove(layer);
        else layers.add(layer);
        return new Visibility(suggestions, threshold, hiddenTypes, layers);
    }

    static double confidence(Mention mention) {
        return mention.standing() == Standing.SUGGESTED && mention.source() instanceof Source.Model(var _, var c)
                ? c
                : 1;
    }

    private boolean passes(Mention mention) {
        return !hiddenTypes.contains(mention.type()) && !hiddenLayers.contains(mention.layer());
    }
}
