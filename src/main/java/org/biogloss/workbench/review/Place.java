package org.biogloss.workbench.review;

import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.Span;

/// A stretch of a document with what stands around it, on one line.
///
/// @param year empty where nobody knows
public record Place(String documentId, String title, String year, Span span, String left, String text, String right) {

    private static final int CONTEXT = 90;

    static Place of(AnnotatedDocument document, Span span) {
        var text = document.text();
        int from = wholeCharacter(text, Math.max(0, span.start() - CONTEXT));
        int to = wholeCharacter(text, Math.min(text.length(), span.end() + CONTEXT));
        return new Place(
                document.id(),
                document.document().title(),
                document.document().known(Document.YEAR).orElse(""),
                span,
                line(text, from, span.start()),
                line(text, span.start(), span.end()),
                line(text, span.end(), to));
    }

    private static int wholeCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// As long as the text: white space of any kind is a space.
    private static String line(String text, int from, int to) {
        var line = new StringBuilder(text.substring(from, to));
        for (int i = 0; i < line.length(); i++) {
            if (Character.isWhitespace(line.charAt(i)) || Character.isISOControl(line.charAt(i)))
                line.setCharAt(i, ' ');
        }
        return line.toString();
    }
}
