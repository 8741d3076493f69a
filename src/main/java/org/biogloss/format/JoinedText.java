package org.biogloss.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.document.Section;
import org.biogloss.document.Span;
import org.biogloss.format.RawDocument.Segment;

/// The segments of a document as one text.
///
/// Offsets of segments are not trusted as lengths (files exist where they count bytes while annotations count code
/// points, or where passages overlap); they only tell whether a blank stands between two sentences.
record JoinedText(String text, int[] starts, List<Section> sections) {

    JoinedText(List<Segment> segments) {
        this(new Joining(segments));
    }

    private JoinedText(Joining done) {
        this(done.text.toString(), done.starts, done.sections());
    }

    private static final class Joining {

        private final List<Segment> segments;
        private final StringBuilder text = new StringBuilder();
        private final int[] starts;

        Joining(List<Segment> segments) {
            this.segments = segments;
            this.starts = new int[segments.size()];
            for (int i = 0; i < segments.size(); i++) {
                if (i > 0) text.append(between(segments.get(i - 1), segments.get(i)));
                starts[i] = text.length();
                text.append(segments.get(i).text());
            }
        }

        private String between(Segment before, Segment after) {
            if (text.isEmpty()) return "";
            if (before.passage() != after.passage()) return "\n";
            long end = before.offset()
                    + before.text().codePointCount(0, before.text().length());
            return after.offset() == end ? "" : " ";
        }

        /// One a passage, without blanks at its ends.
        List<Section> sections() {
            var sections = new ArrayList<Section>();
            for (int first = 0; first < segments.size(); ) {
                int last = first;
                while (last + 1 < segments.size()
                        && segments.get(last + 1).passage()
                                == segments.get(first).passage()) last++;
                int end = starts[last] + segments.get(last).text().length();
                int start = starts[first];
                while (start < end && Character.isWhitespace(text.charAt(start))) start++;
                while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
                var name = segments.get(first).section().toLowerCase(Locale.ROOT);
                if (start < end && !name.isBlank()) sections.add(new Section(name, new Span(start, end)));
                first = last + 1;
            }
            return sections;
        }
    }
}
