package org.biogloss.agreement;

import java.util.stream.IntStream;

/// Krippendorff's alpha for names without order (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"): one
/// less
/// the disagreement there is, over that which chance would bring.
final class NominalAlpha {

    private NominalAlpha() {}

    static Measure of(Ratings ratings) {
        int size = ratings.categories().size();
        var tables = IntStream.range(0, ratings.byDocument().size())
                .mapToObj(ratings::coincidences)
                .toList();
        return times -> {
            var given = new double[size];
            double all = 0;
            double differing = 0;
            for (int i = 0; i < times.length; i++) {
                if (times[i] == 0) continue;
                var table = tables.get(i);
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < size; b++) {
                        double met = times[i] * table[a][b];
                        given[a] += met;
                        all += met;
                        if (a != b) differing += met;
                    }
                }
            }
            if (all == 0) return Kappa.nothing(ratings);
            double expected = all * all;
            for (double one : given) expected -= one * one;
            if (expected < Kappa.NOTHING) return Kappa.same(ratings);
            return Figure.of(1 - (all - 1) * differing / expected);
        };
    }
}
