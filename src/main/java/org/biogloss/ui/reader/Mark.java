package org.biogloss.ui.reader;

import java.util.List;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// A mention as the eye sees it.
///
/// @param confidence 1 for what a person confirmed
/// @param band       shown as a bar in the margin rather than underlined
record Mark(String id, List<Span> spans, String type, boolean suggested, double confidence, boolean band) {

    static Mark of(Mention mention, boolean band) {
        double confidence = mention.source() instanceof Source.Model(var _, var c) ? c : 1;
        return new Mark(
                mention.id(),
                mention.spans(),
                mention.type(),
                mention.standing() == Standing.SUGGESTED,
                confidence,
                band);
    }

    int length() {
        return spans.stream().mapToInt(Span::length).sum();
    }

    Span hull() {
        return new Span(start(), end());
    }

    int start() {
        return spans.getFirst().start();
    }

    int end() {
        int end = 0;
        for (var span : spans) end = Math.max(end, span.end());
        return end;
    }
}
