package org.biogloss.tasks;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.biogloss.document.Span;

/// Which dummy stands in place of an entity, so that a relation is told from the sentence and not from the
/// names in it.
///
/// Data made elsewhere has dummies of its own: in BLURB's ChemProt `GENE-Y` is written as `@GENE$`, and a
/// chemical inside a gene's name as `@CHEM-GENE$`. They are learnt from sentences that come in both forms.
///
/// @param byType the dummy of each type, and of each two types whose entities overlap, as `CHEMICAL|GENE-Y`
public record Dummies(Map<String, String> byType) {

    public static final Dummies NONE = new Dummies(Map.of());

    private static final Pattern DUMMY = Pattern.compile("@[\\p{Lu}\\d][\\p{Lu}\\d_-]*\\$");

    public Dummies {
        byType = Collections.unmodifiableMap(new TreeMap<>(byType));
    }

    /// What the examples say themselves, and what follows from their types where they say nothing.
    public static Dummies of(List<RelationExample> examples) {
        var votes = new HashMap<String, Map<String, Integer>>();
        for (var example : examples) {
            example.masked().ifPresent(masked -> count(example, masked, votes));
        }
        var chosen = new TreeMap<String, String>();
        votes.forEach((type, dummies) -> chosen.put(type, most(dummies)));
        for (var example : examples) {
            if (example.masked().isPresent() || example.head().isEmpty()) continue;
            var head = example.head().orElseThrow();
            var tail = example.tail().orElseThrow();
            if (overlap(head, tail)) chosen.computeIfAbsent(both(head.type(), tail.type()), Dummies::made);
            chosen.computeIfAbsent(head.type(), Dummies::made);
            chosen.computeIfAbsent(tail.type(), Dummies::made);
        }
        return new Dummies(chosen);
    }

    /// Where the dummies of a masked sentence stand, in text order.
    public static List<Span> in(String masked) {
        return DUMMY.matcher(masked)
                .results()
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }

    /// Each of them once, sorted: what becomes a piece of the vocabulary.
    public List<String> pieces() {
        return List.copyOf(new TreeSet<>(byType.values()));
    }

    /// For a type that was not among the examples: made like the others, but no piece of the vocabulary.
    public String of(String type) {
        var known = byType.get(type);
        return known == null ? made(type) : known;
    }

    /// In place of two entities that overlap.
    public String ofBoth(String type, String other) {
        var known = byType.get(both(type, other));
        return known == null ? made(both(type, other)) : known;
    }

    static boolean overlap(TypedSpan head, TypedSpan tail) {
        return head.span().start() < tail.span().end()
                && tail.span().start() < head.span().end();
    }

    private static void count(RelationExample example, String masked, Map<String, Map<String, Integer>> votes) {
        var dummies = in(masked).stream().map(span -> span.in(masked)).toList();
        if (example.head().isEmpty()) {
            for (var dummy : dummies) vote(votes, dummy.substring(1, dummy.length() - 1), dummy);
            return;
        }
        var head = example.head().orElseThrow();
        var tail = example.tail().orElseThrow();
        boolean headFirst = head.span().start() <= tail.span().start();
        if (dummies.size() == 1) vote(votes, both(head.type(), tail.type()), dummies.getFirst());
        if (dummies.size() != 2) return;
        vote(votes, head.type(), headFirst ? dummies.getFirst() : dummies.getLast());
        vote(votes, tail.type(), headFirst ? dummies.getLast() : dummies.getFirst());
    }

    private static void vote(Map<String, Map<String, Integer>> votes, String type, String dummy) {
        votes.computeIfAbsent(type, _ -> new TreeMap<>()).merge(dummy, 1, Integer::sum);
    }

    private static String most(Map<String, Integer> votes) {
        return Collections.max(votes.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    private static String both(String type, String other) {
        return type.compareTo(other) <= 0 ? type + "|" + other : other + "|" + type;
    }

    private static String made(String type) {
        var name =
                type.toUpperCase(Locale.ROOT).replaceAll("[^\\p{Lu}\\d_]+", "-").replaceAll("^-+|-+$", "");
        return "@" + (name.isEmpty() ? "ENTITY" : name) + "$";
    }
}
