package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;

/// F1 between two annotators: twice what both have, over what each has. Neither of them is the measure of the other, so
/// it is the same from both sides (Hripcsak and Rothschild 2005, who show that kappa of mentions tends to it).
final class F1 implements Measure {

    private record Counts(int both, int one, int other) {}

    private final List<Counts> counts;
    private final String what;

    private F1(List<Counts> counts, String what) {
        this.counts = counts;
        this.what = what;
    }

    static F1 ofMentions(Study pair, Match match) {
        return new F1(
                pair.documents().stream()
                        .map(item -> {
                            var ones = item.by(0).mentions();
                            var others = item.by(1).mentions();
                            return new Counts(Pairing.of(ones, others, match).size(), ones.size(), others.size());
                        })
                        .toList(),
                "mention");
    }

    /// Two relations are the same if their type is, and what they tie: the same stretches of the same types, or the
    /// same
    /// concepts, in the same roles.
    static F1 ofRelations(Study pair) {
        return new F1(
                pair.documents().stream()
                        .map(item -> {
                            var ones = relations(item.by(0));
                            var others = relations(item.by(1));
                            var both = new HashSet<>(ones);
                            both.retainAll(others);
                            return new Counts(both.size(), ones.size(), others.size());
                        })
                        .toList(),
                "relation");
    }

    private static Set<List<String>> relations(Study.Opinion opinion) {
        Map<String, Mention> byId = opinion.mentions().stream()
                .collect(Collectors.toMap(Mention::id, Function.identity(), (first, _) -> first, HashMap::new));
        return opinion.relations().stream()
                .map(relation -> said(relation, byId))
                .collect(Collectors.toSet());
    }

    private static List<String> said(Relation relation, Map<String, Mention> byId) {
        var said = new ArrayList<String>();
        said.add(relation.type());
        for (var argument : relation.arguments()) {
            said.add(argument.role());
            said.add(
                    switch (argument.end()) {
                        case Relation.OfConcept(var concept) -> concept;
                        case Relation.OfMention(var id) -> {
                            var mention = byId.get(id);
                            yield mention == null ? "?" + id : mention.type() + mention.spans();
                        }
                    });
        }
        return said;
    }

    @Override
    public Figure with(int[] times) {
        long both = 0;
        long all = 0;
        for (int i = 0; i < times.length; i++) {
            both += (long) times[i] * counts.get(i).both();
            all += (long) times[i] * (counts.get(i).one() + counts.get(i).other());
        }
        if (all == 0) return new Figure.Undefined("neither has a single " + what);
        return Figure.of(2.0 * both / all);
    }
}
