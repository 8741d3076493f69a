package org.biogloss.workbench.review;

import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Small questions about mentions that several checks ask.
final class Mentions {

    /// Stands where a model's id would in what a person turned down while looking over occurrences.
    static final String OCCURRENCES = "occurrences";

    private static final int LONGEST = 40;

    private Mentions() {}

    /// Whether it is finished work of the layer.
    static boolean isSettled(Mention mention, String layer) {
        return mention.standing() == Standing.CONFIRMED && mention.layer().equals(layer);
    }

    static List<Mention> settled(AnnotatedDocument document, String layer) {
        return document.mentions().filter(mention -> isSettled(mention, layer)).toList();
    }

    static boolean covers(Mention mention, Span span) {
        return mention.spans().equals(List.of(span));
    }

    /// Not a mention, says a person; kept, so that nobody proposes it again.
    static Mention turnedDown(Span span, String type, String by) {
        return Mention.of(OCCURRENCES, span, type, new Source.Rejected(by, new Source.Model(OCCURRENCES, 0)));
    }

    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) return line;
        int cut = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, cut) + "…";
    }
}
