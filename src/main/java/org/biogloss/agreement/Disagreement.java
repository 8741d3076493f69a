package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;

/// A place where two annotators differ.
///
/// @param one   what the first says there
/// @param other what the second says there; at least one of them says something
public record Disagreement(String document, Kind kind, Optional<Mention> one, Optional<Mention> other) {

    /// How they differ.
    public enum Kind {
        /// Only the first has a mention there.
        ONLY_FIRST,
        /// Only the second has one.
        ONLY_SECOND,
        /// The same stretches, another type.
        TYPE,
        /// The same type, other borders.
        BORDERS,
        /// They overlap, and neither type nor borders are the same.
        BORDERS_AND_TYPE
    }

    /// Where to look.
    public Span place() {
        var first = one.map(Mention::hull);
        var second = other.map(Mention::hull);
        if (first.isPresent() && second.isPresent()) return first.get().union(second.get());
        return first.or(() -> second).orElseThrow();
    }

    /// All of two annotators, by document and place. Each mention stands in one at most: first of all those that agree
    /// are put aside, then those of the same stretches, then those of the same type, are held against each other.
    public static List<Disagreement> between(Study study, int first, int second) {
        var found = new ArrayList<Disagreement>();
        for (var item : study.documents()) {
            var ones = new ArrayList<>(item.by(first).mentions());
            var others = new ArrayList<>(item.by(second).mentions());
            var here = new ArrayList<Disagreement>();
            take(ones, others, Match.EXACT);
            for (var pair : take(ones, others, Match.BORDERS)) here.add(of(item.id(), Kind.TYPE, pair));
            for (var pair : take(ones, others, Match.TYPE)) here.add(of(item.id(), Kind.BORDERS, pair));
            for (var pair : take(ones, others, Match.OVERLAP)) here.add(of(item.id(), Kind.BORDERS_AND_TYPE, pair));
            ones.forEach(mention ->
                    here.add(new Disagreement(item.id(), Kind.ONLY_FIRST, Optional.of(mention), Optional.empty())));
            others.forEach(mention ->
                    here.add(new Disagreement(item.id(), Kind.ONLY_SECOND, Optional.empty(), Optional.of(mention))));
            here.sort(Comparator.comparing(Disagreement::place).thenComparing(Disagreement::kind));
            found.addAll(here);
        }
        return found;
    }

    private static Disagreement of(String document, Kind kind, Pairing.Pair pair) {
        return new Disagreement(document, kind, Optional.of(pair.one()), Optional.of(pair.other()));
    }

    /// The pairs that match; both leave their lists.
    private static List<Pairing.Pair> take(List<Mention> ones, List<Mention> others, Match match) {
        var pairs = Pairing.of(ones, others, match);
        var gone = new HashSet<String>();
        var goneToo = new HashSet<String>();
        for (var pair : pairs) {
            gone.add(pair.one().id());
            goneToo.add(pair.other().id());
        }
        remove(ones, gone);
        remove(others, goneToo);
        return pairs;
    }

    private static void remove(List<Mention> mentions, Set<String> ids) {
        mentions.removeIf(mention -> ids.contains(mention.id()));
    }
}
