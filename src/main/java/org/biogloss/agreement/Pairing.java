package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.biogloss.document.Mention;

/// As many pairs of matching mentions as there can be, each mention in one of them at most (Kuhn's augmenting paths).
final class Pairing {

    private static final int NONE = -1;

    private final List<Mention> ones;
    private final List<Mention> others;
    private final List<List<Integer>> candidates = new ArrayList<>();
    private final int[] partner;

    record Pair(Mention one, Mention other) {}

    private Pairing(List<Mention> ones, List<Mention> others, Match match) {
        this.ones = inOrder(ones);
        this.others = inOrder(others);
        partner = new int[others.size()];
        Arrays.fill(partner, NONE);
        for (var one : this.ones) {
            var fitting = new ArrayList<Integer>();
            for (int j = 0; j < this.others.size(); j++) {
                var hull = this.others.get(j).hull();
                if (hull.start() >= one.hull().end()) break; // sorted: the rest begins behind
                if (match.holds(one, this.others.get(j))) fitting.add(j);
            }
            candidates.add(fitting);
        }
    }

    static List<Pair> of(List<Mention> ones, List<Mention> others, Match match) {
        var pairing = new Pairing(ones, others, match);
        for (int i = 0; i < pairing.ones.size(); i++) pairing.place(i, new boolean[others.size()]);
        var pairs = new ArrayList<Pair>();
        for (int j = 0; j < pairing.partner.length; j++) {
            if (pairing.partner[j] == NONE) continue;
            pairs.add(new Pair(pairing.ones.get(pairing.partner[j]), pairing.others.get(j)));
        }
        return pairs;
    }

    private boolean place(int one, boolean[] tried) {
        for (int other : candidates.get(one)) {
            if (tried[other]) continue;
            tried[other] = true;
            if (partner[other] == NONE || place(partner[other], tried)) {
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
