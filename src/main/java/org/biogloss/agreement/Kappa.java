package org.biogloss.agreement;

/// Agreement on categories, less what chance would bring.
final class Kappa {

    static final double NOTHING = 1e-12;

    private Kappa() {}

    /// Cohen (1960): chance is what the two annotators' own shares of the categories would give.
    static Measure cohen(Ratings ratings) {
        int size = ratings.categories().size();
        var tables = ratings.byDocument().stream()
                .map(document -> {
                    var table = new long[size][size];
                    for (var rating : document) table[rating[0]][rating[1]]++;
                    return table;
                })
                .toList();
        return times -> {
            var table = new double[size][size];
            for (int i = 0; i < times.length; i++) {
                if (times[i] == 0) continue;
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < size; b++) table[a][b] += (double) times[i] * tables.get(i)[a][b];
                }
            }
            double all = 0;
            double agreed = 0;
            var first = new double[size];
            var second = new double[size];
            for (int a = 0; a < size; a++) {
                agreed += table[a][a];
                for (int b = 0; b < size; b++) {
                    all += table[a][b];
                    first[a] += table[a][b];
                    second[b] += table[a][b];
                }
            }
            if (all == 0) return nothing(ratings);
            double chance = 0;
            for (int a = 0; a < size; a++) chance += first[a] / all * (second[a] / all);
            return corrected(agreed / all, chance, ratings);
        };
    }

    /// Fleiss (1971): any number of annotators; chance is what the categories' shares among all ratings would give.
    static Measure fleiss(Ratings ratings) {
        int size = ratings.categories().size();
        record Parts(double agreement, int things, double[] ratings) {}
        var parts = ratings.byDocument().stream()
                .map(document -> {
                    double agreement = 0;
                    var given = new double[size];
                    for (var rating : document) {
                        var counts = new int[size];
                        for (int category : rating) counts[category]++;
                        double pairs = 0;
                        for (int category = 0; category < size; category++) {
                            pairs += (double) counts[category] * (counts[category] - 1);
                            given[category] += counts[category];
                        }
                        agreement += pairs / ((double) rating.length * (rating.length - 1));
                    }
                    return new Parts(agreement, document.size(), given);
                })
                .toList();
        return times -> {
            double agreement = 0;
            double things = 0;
            double all = 0;
            var given = new double[size];
            for (int i = 0; i < times.length; i++) {
                agreement += times[i] * parts.get(i).agreement();
                things += (double) times[i] * parts.get(i).things();
                for (int category = 0; category < size; category++) {
                    given[category] += times[i] * parts.get(i).ratings()[category];
                    all += times[i] * parts.get(i).ratings()[category];
                }
            }
            if (things == 0) return nothing(ratings);
            double chance = 0;
            for (double one : given) chance += one / all * (one / all);
            return corrected(agreement / things, chance, ratings);
        };
    }

    private static Figure corrected(double agreed, double chance, Ratings ratings) {
        return 1 - chance < NOTHING ? same(ratings) : Figure.of((agreed - chance) / (1 - chance));
    }

    static Figure same(Ratings ratings) {
        return new Figure.Undefined("all agree on every " + ratings.what()
                + ", and all are of one kind; what chance would" + " bring cannot be told from agreement");
    }

    static Figure nothing(Ratings ratings) {
        return new Figure.Undefined("there is no " + ratings.what() + " to compare");
    }
}
