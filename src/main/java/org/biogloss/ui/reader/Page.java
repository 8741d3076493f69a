package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.document.Document;
import org.biogloss.document.Section;
import org.biogloss.document.Span;

/// A document's text cut into paragraphs as they are shown, and the way between an offset and its place there.
///
/// Sections begin on a new line and get a heading that is not part of the text; it covers no offset.
record Page(List<Paragraph> paragraphs) {

    enum Kind {
        TITLE,
        /// Shown between title and text: which document this is.
        FACTS,
        HEADING,
        BODY
    }

    /// @param shown as long as the span where it is text of the document
    /// @param span  empty for a line that is not part of the text
    record Paragraph(int index, Kind kind, String shown, Span span) {

        boolean isText() {
            return kind == Kind.TITLE || kind == Kind.BODY;
        }
    }

    /// @param column may stand behind the last character
    record Place(int paragraph, int column) {}

    static final Page EMPTY = new Page(List.of());

    Page {
        paragraphs = List.copyOf(paragraphs);
    }

    /// @param facts one line: id, year, journal
    static Page of(Document document, String facts) {
        return new Cutter(document, facts).cut();
    }

    /// The place of an offset; at a break between paragraphs, the end of the first.
    Place place(int offset) {
        int low = 0;
        int high = paragraphs.size() - 1;
        int best = 0;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (paragraphs.get(middle).span().start() <= offset) {
                best = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        while (best > 0 && !paragraphs.get(best).isText()) best--;
        if (!paragraphs.get(best).isText()) return new Place(firstText(), 0);
        var paragraph = paragraphs.get(best);
        return new Place(
                best,
                Math.min(offset - paragraph.span().start(), paragraph.span().length()));
    }

    /// The offset of a place; in a line that is not text, where the text goes on.
    int offset(int paragraph, int column) {
        if (paragraphs.isEmpty()) return 0;
        var at = paragraphs.get(Math.clamp(paragraph, 0, paragraphs.size() - 1));
        return at.isText()
                ? at.span().start() + Math.min(column, at.span().length())
                : at.span().start();
    }

    /// The indexes of the first and the last paragraph that a span touches.
    Place reach(Span span) {
        int last = place(Math.max(span.start(), span.end() - 1)).paragraph();
        return new Place(place(span.start()).paragraph(), last);
    }

    private int firstText() {
        for (var paragraph : paragraphs) if (paragraph.isText()) return paragraph.index();
        return 0;
    }

    private static final class Cutter {

        private static final int LONGEST = 4000;

        private final Document document;
        private final String facts;
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private String heading = "";

        Cutter(Document document, String facts) {
            this.document = document;
            this.facts = facts;
        }

        Page cut() {
            var text = document.text();
            boolean titled = document.sections().stream()
                    .anyMatch(section -> section.name().equals(Section.TITLE));
            if (!titled) add(Kind.FACTS, facts, new Span(0, 0));
            int at = 0;
            for (var section : document.sections()) {
                lines(at, section.span().start(), Kind.BODY);
                section(section);
                at = section.span().end();
            }
            lines(at, text.length(), Kind.BODY);
            if (paragraphs.stream().noneMatch(Paragraph::isText)) add(Kind.BODY, "", new Span(0, 0));
            return new Page(paragraphs);
        }

        private void section(Section section) {
            var span = section.span();
            if (section.name().equals(Section.TITLE)) {
                lines(span.start(), span.end(), Kind.TITLE);
                if (paragraphs.stream().noneMatch(p -> p.kind() == Kind.FACTS)) {
                    add(Kind.FACTS, facts, new Span(span.end(), span.end()));
                }
                return;
            }
            var name = headline(section.name());
            if (!name.equals(heading) && !Words.stripped(document.text(), span).isEmpty()) {
                heading = name;
                add(Kind.HEADING, name, new Span(span.start(), span.start()));
            }
            lines(span.start(), span.end(), Kind.BODY);
        }

        /// One paragraph for each line that has something in it.
        private void lines(int from, int to, Kind kind) {
            var text = document.text();
            int start = from;
            while (start < to) {
                int newline = text.indexOf('\n', start);
                int end = newline < 0 || newline > to ? to : newline;
                var line = new Span(start, end);
                if (line.length() > LONGEST) {
                    line = new Span(start, sentenceEnd(text, line));
                    end = line.end();
                }
                if (!Words.stripped(text, line).isEmpty()) add(kind, shown(line.in(text)), line);
                start = end < to && Character.isWhitespace(text.charAt(end)) ? end + 1 : Math.max(end, start + 1);
            }
        }

        /// A line as long as a paper would be laid out as a whole at each change; cut, only what is seen is.
        private static int sentenceEnd(String text, Span line) {
            int limit = line.start() + LONGEST;
            int end = text.lastIndexOf(". ", limit);
            if (end > line.start() + LONGEST / 2) return end + 1;
            end = text.lastIndexOf(' ', limit);
            if (end > line.start() + LONGEST / 2) return end;
            return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        }

        private void add(Kind kind, String shown, Span span) {
            paragraphs.add(new Paragraph(paragraphs.size(), kind, shown, span));
        }

        /// Control characters would break a line or take no room; a space in their place keeps each offset.
        private static String shown(String line) {
            var shown = new StringBuilder(line);
            for (int i = 0; i < shown.length(); i++) {
                char c = shown.charAt(i);
                if (c != '\t' && (Character.isISOControl(c) || c == '\u2028' || c == '\u2029')) shown.setCharAt(i, ' ');
            }
            return shown.toString();
        }

        private static String headline(String name) {
            var words = name.strip().replace('_', ' ');
            return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
