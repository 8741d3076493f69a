package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.biogloss.document.Mention;

/// As many pairs of matching mentions as there can be, each mention in one of them at most (Kuhn's augmenting paths).
final class Pairing {

    private static final int NONE = -1;

    private final List<Mention> ones;
    private final List<Mention> others;
    private final List<List<Integer>> candidates = new ArrayList<>();
    private final int[] partner;

    /// In which round each was last tried.
    private final int[] tried;

    record Pair(Mention one, Mention other) {}

    private Pairing(List<Mention> ones, List<Mention> others, BiPredicate<Mention, Mention> match) {
        this.ones = inOrder(ones);
        this.others = inOrder(others);
        partner = new int[others.size()];
        Arrays.fill(partner, NONE);
        tried = new int[others.size()];
        Arrays.fill(tried, NONE);
        int[] reach = reach(this.others);
        int from = 0;
        for (var one : this.ones) {
            var hull = one.hull();
            while (from < reach.length && reach[from] <= hull.start()) from++; // nothing up to there reaches this far
            var fitting = new ArrayList<Integer>();
            for (int j = from; j < reach.length; j++) {
                if (this.others.get(j).hull().start() >= hull.end()) break; // sorted: the rest begins behind
                if (match.test(one, this.others.get(j))) fitting.add(j);
            }
            candidates.add(fitting);
        }
    }

    /// The furthest end of the mentions up to each.
    private static int[] reach(List<Mention> mentions) {
        var reach = new int[mentions.size()];
        int furthest = 0;
        for (int i = 0; i < reach.length; i++) {
            furthest = Math.max(furthest, mentions.get(i).hull().end());
            reach[i] = furthest;
        }
        return reach;
    }

    static List<Pair> of(List<Mention> ones, List<Mention> others, Match match) {
        return of(ones, others, match::holds);
    }

    /// @param match holds for overlapping mentions only
    static List<Pair> of(List<Mention> ones, List<Mention> others, BiPredicate<Mention, Mention> match) {
        if (ones.isEmpty() || others.isEmpty()) return List.of();
        var pairing = new Pairing(ones, others, match);
        for (int i = 0; i < pairing.ones.size(); i++) pairing.place(i, i);
        var pairs = new ArrayList<Pair>();
        for (int j = 0; j < pairing.partner.length; j++) {
            if (pairing.partner[j] == NONE) continue;
            pairs.add(new Pair(pairing.ones.get(pairing.partner[j]), pairing.others.get(j)));
        }
        return pairs;
    }

    private boolean place(int one, int round) {
        for (int other : candidates.get(one)) {
            if (tried[other] == round) continue;
            tried[other] = round;
            if (partner[other] == NONE || place(partner[other], round)) {
                partner[other] = one;
                return true;
            }
        }
        return false;
    }

    private static List<Mention> inOrder(List<Mention> mentions) {
        return mentions.stream()
                .sorted(Comparator.comparing(Mention::hull).thenComparing(Mention::type))
                .toList();
    }
}
