package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.document.Span;

/// What Ctrl+F has found in the document, and which of it is the current one.
///
/// @param current index into the hits, -1 where there are none
record Finder(String query, List<Span> hits, int current) {

    static final Finder NONE = new Finder("", List.of(), -1);

    Finder {
        hits = List.copyOf(hits);
    }

    /// All places of the query, upper and lower case alike; the current one is the first at or after the offset.
    static Finder of(String text, String query, int from) {
        if (query.isEmpty()) return NONE;
        var hits = new ArrayList<Span>();
        for (int at = 0; at <= text.length() - query.length(); ) {
            if (text.regionMatches(true, at, query, 0, query.length())) {
                hits.add(new Span(at, at + query.length()));
                at += query.length();
            } else {
                at++;
            }
        }
        int current = hits.isEmpty() ? -1 : 0;
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).start() >= from) {
                current = i;
                break;
            }
        }
        return new Finder(query, hits, current);
    }

    /// Goes on, from the last hit to the first.
    Finder moved(int step) {
        return hits.isEmpty() ? this : new Finder(query, hits, Math.floorMod(current + step, hits.size()));
    }

    String inWords() {
        if (query.isEmpty()) return "";
        return hits.isEmpty() ? "none" : String.format(Locale.ROOT, "%,d of %,d", current + 1, hits.size());
    }
}
