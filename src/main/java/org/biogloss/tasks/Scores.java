package org.biogloss.tasks;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How good answers are, in numbers with names; higher is better.
///
/// @param main    which of them decides
/// @param values  in the order in which one reads them
/// @param remarks what a reader of the numbers must know, as that one of them has no meaning here and why
public record Scores(String main, Map<String, Double> values, List<String> remarks) {

    public Scores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        remarks = List.copyOf(remarks);
        if (!values.containsKey(main)) throw new IllegalArgumentException("No " + main + " among the scores " + values);
        values.forEach((name, value) -> {
            if (!Double.isFinite(value)) throw new IllegalArgumentException("The score " + name + " is " + value);
        });
    }

    public Scores(String main, Map<String, Double> values) {
        this(main, values, List.of());
    }

    Scores remarking(List<String> newRemarks) {
        return new Scores(main, values, newRemarks);
    }

    /// The one that decides.
    public double value() {
        return value(main);
    }

    /// @throws IllegalArgumentException if there is no such score
    public double value(String name) {
        var value = values.get(name);
        if (value == null) throw new IllegalArgumentException("No " + name + " among the scores " + values.keySet());
        return value;
    }
}
