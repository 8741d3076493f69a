package org.biogloss.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawSection;
import org.biogloss.format.RawDocument.Segment;

/// Reads plain text: one document a file, named after it.
///
/// Line ends of every system and form feeds become LF. The first line that is not blank is the title if it is at most
/// 300 characters long and another line with text follows.
final class TextReader implements DocumentReader {

    private static final int LONGEST_TITLE = 300;

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var whole = whole(input, intake);
        if (whole.isEmpty()) return;
        var raw = new RawDocument("file");
        raw.id = input.stem();
        var text = whole.get().replace("\r\n", "\n").replace('\r', '\n').replace('\f', '\n');
        raw.segments.add(new Segment(text, 0, 0, ""));
        section(raw, text);
        intake.offer(raw);
    }

    /// All of it, as it stands; nothing where it is too long, which the intake then knows.
    static Optional<String> whole(FileInput input, Intake intake) throws IOException {
        byte[] bytes = TextEncoding.utf8(input.stream()).readNBytes(Lines.LONGEST + 1);
        if (bytes.length <= Lines.LONGEST) return Optional.of(decode(bytes, intake));
        intake.rejected("file", "the text is longer than %,d bytes; cut it into documents".formatted(Lines.LONGEST));
        return Optional.empty();
    }

    private static String decode(byte[] bytes, Intake intake) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 || TextEncoding.isUtf8(bytes, 0, bytes.length)) return text;
        intake.repaired("file", "the text is not valid UTF-8; it was read as Windows-1252");
        return new String(bytes, TextEncoding.OLD);
    }

    private static void section(RawDocument raw, String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) start++;
        int end = text.indexOf('\n', start);
        if (end < 0) return;
        int titleEnd = end;
        while (titleEnd > start && Character.isWhitespace(text.charAt(titleEnd - 1))) titleEnd--;
        int body = end;
        while (body < text.length() && Character.isWhitespace(text.charAt(body))) body++;
        int bodyEnd = text.stripTrailing().length();
        if (titleEnd - start > LONGEST_TITLE || body >= bodyEnd) return;
        raw.sections.add(new RawSection(Section.TITLE, points(text, start, titleEnd)));
        raw.sections.add(new RawSection("body", points(text, body, bodyEnd)));
    }

    private static Range points(String text, int start, int end) {
        long first = text.codePointCount(0, start);
        return new Range(first, first + text.codePointCount(start, end));
    }
}
