package org.biogloss.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Source;

/// Counts what an export could not keep, by kind.
final class Losses {

    private static final String USUAL_LAYER = "gold";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    /// @param what continues the number: `mentions lost their …`
    void note(long times, String what) {
        if (times > 0) counts.merge(what, times, Long::sum);
    }

    /// Of a format that has no place for layers, for who says so, and for how far a document is.
    void noteOrigins(AnnotatedDocument document) {
        note(
                document.annotations().stream()
                        .filter(one -> !one.layer().equals(USUAL_LAYER))
                        .count(),
                "annotations lose the layer that they are in");
        note(
                document.annotations().stream()
                        .filter(one -> !(one.source() instanceof Source.Imported))
                        .count(),
                "annotations lose who made them");
        note(document.status() == DocumentStatus.NEW ? 0 : 1, "documents lose their status");
    }

    /// Of a format that has no place for names of sections.
    void noteSections(AnnotatedDocument document) {
        note(document.document().sections().size(), "names of sections are left out");
    }

    List<String> sentences() {
        return counts.entrySet().stream()
                .map(loss -> "%,d %s".formatted(loss.getValue(), loss.getKey()))
                .toList();
    }
}
