package org.biogloss.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Takes some of many examples by chance, and leaves them in their order.
final class Sample {

    private Sample() {}

    /// @param limit 0 for all
    static <E> List<E> of(List<E> examples, int limit, long seed) {
        if (limit == 0 || examples.size() <= limit) return examples;
        var order = new ArrayList<>(IntStream.range(0, examples.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        return order.subList(0, limit).stream().sorted().map(examples::get).toList();
    }
}
