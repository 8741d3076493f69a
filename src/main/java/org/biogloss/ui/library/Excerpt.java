package org.biogloss.ui.library;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.Span;
import org.biogloss.search.Snippet;

/// A snippet cut down to what fits under a title, with its first hit in sight.
record Excerpt(String text, List<Span> highlights) {

    private static final int BEFORE = 36;

    static Excerpt of(Snippet snippet, int length) {
        var text = snippet.text().replaceAll("\\s", " ");
        int hit = snippet.highlights().isEmpty()
                ? 0
                : snippet.highlights().getFirst().start();
        int start = hit <= BEFORE || text.length() <= length ? 0 : wordAfter(text, hit - BEFORE, hit);
        var lead = start > 0 ? "… " : "";
        int end = Math.min(text.length(), start + length);
        if (end > start && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) end--;
        int shift = lead.length() - start;
        var highlights = new ArrayList<Span>();
        for (var span : snippet.highlights()) {
            if (span.start() >= start && span.end() <= end) {
                highlights.add(new Span(span.start() + shift, span.end() + shift));
            }
        }
        return new Excerpt(lead + text.substring(start, end) + (end < text.length() ? " …" : ""), highlights);
    }

    private static int wordAfter(String text, int from, int atMost) {
        int space = text.indexOf(' ', from);
        return space < 0 || space >= atMost ? atMost : space + 1;
    }
}
