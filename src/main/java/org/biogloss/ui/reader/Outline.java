package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;

/// A document as a list to jump in: its sections with the mentions in each, in text order; or the mentions by type.
final class Outline {

    enum By {
        ORDER,
        TYPE
    }

    /// A line of the list.
    sealed interface Row {
        Span place();
    }

    record SectionRow(String name, Span place, int mentions) implements Row {}

    record TypeRow(String type, Span place, int mentions) implements Row {}

    record MentionRow(Mention mention, String words) implements Row {
        @Override
        public Span place() {
            return mention.hull();
        }
    }

    private Outline() {}

    /// @param visible   in text order
    /// @param typeOrder the schema's types; others follow by name
    /// @param filter    words that a line has to have; sections and types without any line left go too
    static List<Row> rows(
            AnnotatedDocument document, List<Mention> visible, List<String> typeOrder, By by, String filter) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        var mentions = visible.stream()
                .map(mention ->
                        new MentionRow(mention, mention.in(document.text()).replaceAll("\\s+", " ")))
                .filter(row -> wanted.isEmpty() || has(row, wanted))
                .toList();
        return switch (by) {
            case ORDER -> inOrder(document, mentions, wanted);
            case TYPE -> byType(mentions, typeOrder);
        };
    }

    /// Where the caret is among the lines: the mention around it, else what begins last before it; -1 for nowhere.
    static int at(List<Row> rows, int caret) {
        int around = -1;
        int before = -1;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var place = row.place();
            if (row instanceof MentionRow && place.contains(caret) && (around < 0 || shorter(place, rows, around)))
                around = i;
            boolean starts = !(row instanceof TypeRow) && place.start() <= caret;
            if (starts
                    && (before < 0 || place.start() >= rows.get(before).place().start())) before = i;
        }
        return around >= 0 ? around : before;
    }

    private static boolean shorter(Span place, List<Row> rows, int other) {
        return place.length() < rows.get(other).place().length();
    }

    private static List<Row> inOrder(AnnotatedDocument document, List<MentionRow> mentions, String wanted) {
        var rows = new ArrayList<Row>();
        int next = 0;
        for (var section : document.document().sections()) {
            while (next < mentions.size()
                    && start(mentions, next) < section.span().start()) rows.add(mentions.get(next++));
            int first = next;
            while (next < mentions.size()
                    && start(mentions, next) < section.span().end()) next++;
            var name = headline(section.name());
            boolean named = name.toLowerCase(Locale.ROOT).contains(wanted);
            if (next > first || named) {
                addSection(rows, name, section.span(), next - first);
                rows.addAll(mentions.subList(first, next));
            }
        }
        rows.addAll(mentions.subList(next, mentions.size()));
        return rows;
    }

    /// Sections of one name that follow each other are one, as they are in the text.
    private static void addSection(List<Row> rows, String name, Span place, int mentions) {
        int last = rows.size() - 1;
        while (last >= 0 && !(rows.get(last) instanceof SectionRow)) last--;
        if (last >= 0
                && rows.get(last) instanceof SectionRow before
                && before.name().equals(name)) {
            rows.set(last, new SectionRow(name, before.place().union(place), before.mentions() + mentions));
        } else {
            rows.add(new SectionRow(name, place, mentions));
        }
    }

    private static List<Row> byType(List<MentionRow> mentions, List<String> typeOrder) {
        Map<String, List<MentionRow>> byType = new LinkedHashMap<>();
        for (var type : typeOrder) byType.put(type, new ArrayList<>());
        var others = new TreeMap<String, List<MentionRow>>();
        for (var row : mentions) {
            var known = byType.get(row.mention().type());
            if (known != null) known.add(row);
            else
                others.computeIfAbsent(row.mention().type(), _ -> new ArrayList<>())
                        .add(row);
        }
        byType.putAll(others);
        var rows = new ArrayList<Row>();
        byType.forEach((type, of) -> {
            if (of.isEmpty()) return;
            rows.add(new TypeRow(type, of.getFirst().place(), of.size()));
            rows.addAll(of);
        });
        return rows;
    }

    private static boolean has(MentionRow row, String wanted) {
        var mention = row.mention();
        return row.words().toLowerCase(Locale.ROOT).contains(wanted)
                || mention.type().toLowerCase(Locale.ROOT).contains(wanted)
                || mention.note().toLowerCase(Locale.ROOT).contains(wanted)
                || mention.concepts().stream()
                        .anyMatch(concept -> concept.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static int start(List<MentionRow> mentions, int at) {
        return mentions.get(at).place().start();
    }

    private static String headline(String name) {
        var words = name.strip().replace('_', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
