package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Standing;

/// The mentions of a document by type, and within a type by the words they cover.
final class MentionGroups {

    /// A line of the list.
    sealed interface Row {}

    /// @param hidden whether mentions of this type are not shown
    record TypeRow(String type, int confirmed, int suggested, boolean hidden, boolean unfolded) implements Row {}

    /// @param mentions in text order
    record SurfaceRow(String type, String surface, List<Mention> mentions) implements Row {

        SurfaceRow {
            mentions = List.copyOf(mentions);
        }
    }

    private MentionGroups() {}

    /// Types in the order of the schema's names, then by name; surfaces by how often they occur.
    static List<Row> rows(AnnotatedDocument document, Visibility by, List<String> order, Set<String> folded) {
        var everything = new Visibility(by.suggestions(), by.threshold(), Set.of(), by.hiddenLayers()).of(document);
        Map<String, List<Mention>> byType = new LinkedHashMap<>();
        for (var type : order) byType.put(type, new ArrayList<>());
        var others = new TreeMap<String, List<Mention>>();
        for (var mention : everything) {
            var known = byType.get(mention.type());
            if (known != null) known.add(mention);
            else others.computeIfAbsent(mention.type(), _ -> new ArrayList<>()).add(mention);
        }
        byType.putAll(others);
        var rows = new ArrayList<Row>();
        byType.forEach((type, mentions) -> {
            if (mentions.isEmpty()) return;
            int suggested = (int) mentions.stream()
                    .filter(mention -> mention.standing() == Standing.SUGGESTED)
                    .count();
            boolean hidden = by.hiddenTypes().contains(type);
            boolean unfolded = !folded.contains(type) && !hidden;
            rows.add(new TypeRow(type, mentions.size() - suggested, suggested, hidden, unfolded));
            if (unfolded) rows.addAll(surfaces(document.text(), type, mentions));
        });
        return rows;
    }

    private static List<SurfaceRow> surfaces(String text, String type, List<Mention> mentions) {
        Map<String, List<Mention>> bySurface = new LinkedHashMap<>();
        for (var mention : mentions) {
            bySurface
                    .computeIfAbsent(mention.in(text).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(mention);
        }
        return bySurface.values().stream()
                .map(same -> new SurfaceRow(type, same.getFirst().in(text), same))
                .sorted((a, b) -> b.mentions().size() - a.mentions().size())
                .toList();
    }
}
