package org.biogloss.tasks.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.biogloss.tasks.RelationExample;

/// Takes some of many pairs without a relation, so that learning is not spent on saying no. For what is learnt from
/// only: measured is with all.
public final class Thinning {

    private Thinning() {}

    /// All positive pairs and some negative ones, in the order in which they stood.
    ///
    /// @param negative    the class that means none
    /// @param perPositive how many negative pairs for each positive one; 0 for all. Where there are fewer, all stay
    /// @param seed        decides which
    public static List<RelationExample> thin(
            List<RelationExample> examples, String negative, double perPositive, long seed) {
        if (!(perPositive >= 0)) {
            throw new IllegalArgumentException("There cannot be " + perPositive + " negatives for each positive");
        }
        var negatives = new ArrayList<Integer>();
        for (int i = 0; i < examples.size(); i++) if (examples.get(i).label().equals(negative)) negatives.add(i);
        long wanted = Math.round(perPositive * (examples.size() - negatives.size()));
        if (perPositive == 0 || wanted >= negatives.size()) return List.copyOf(examples);
        Collections.shuffle(negatives, new Random(seed));
        var dropped = new HashSet<>(negatives.subList((int) wanted, negatives.size()));
        var kept = new ArrayList<RelationExample>();
        for (int i = 0; i < examples.size(); i++) if (!dropped.contains(i)) kept.add(examples.get(i));
        return kept;
    }
}
