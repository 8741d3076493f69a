package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Where the sentences of a biomedical text end: by a rule that knows its abbreviations, not by a model.
public final class Sentences {

    /// A full stop, question or exclamation mark before a space and what may begin a sentence. Not after
    /// one letter, as in "E. coli", nor after what is usually followed by more of the same sentence.
    private static final Pattern BOUNDARY =
            Pattern.compile("(?<!\\b\\p{L}|\\b(?:e\\.g|i\\.e|cf|vs|al|approx|ca|Fig|fig|"
                    + "Figs|no|No|Dr|St|spp|sp|var|subsp)\\b)[.!?][)\\]\"']*\\s+(?=[\\p{Lu}\\d(\\[\"'])|\\n+");

    private Sentences() {}

    /// The sentences of a text, in order and without gaps; what a text begins with, if only space, belongs
    /// to the first.
    ///
    /// @param mayEnd whether a sentence may end at an offset
    public static List<Span> of(String text, IntPredicate mayEnd) {
        var sentences = new ArrayList<Span>();
        var boundary = BOUNDARY.matcher(text);
        int start = 0;
        while (boundary.find()) {
            if (!mayEnd.test(boundary.end())) continue;
            sentences.add(new Span(start, boundary.end()));
            start = boundary.end();
        }
        if (start < text.length()) sentences.add(new Span(start, text.length()));
        return sentences;
    }
}
