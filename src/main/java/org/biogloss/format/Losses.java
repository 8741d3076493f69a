package org.biogloss.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts what an export could not keep, by kind.
final class Losses {

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /// @param what continues the number: `mentions lost their …`
    void note(long times, String what) {
        if (times > 0) counts.merge(what, times, Long::sum);
    }

    List<String> sentences() {
        return counts.entrySet().stream()
                .map(loss -> "%,d %s".formatted(loss.getValue(), loss.getKey()))
                .toList();
    }
}
