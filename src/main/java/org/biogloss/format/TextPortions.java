package org.biogloss.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A plain text file of any size as texts of bounded length, cut at the end of a line, or in a line that is longer at a
/// blank.
final class TextPortions {

    /// In bytes.
    static final int LONGEST = 1 << 20;

    private final Intake intake;
    private final Consumer<String> texts;
    private final byte[] buffer = new byte[LONGEST];
    private int length;
    private long line = 1;

    TextPortions(Intake intake, Consumer<String> texts) {
        this.intake = intake;
        this.texts = texts;
    }

    void read(FileInput file) throws IOException {
        InputStream in = TextEncoding.utf8(file.stream());
        boolean more = true;
        while (more) {
            length += in.readNBytes(buffer, length, LONGEST - length);
            more = length == LONGEST;
            int end = more ? cut() : length;
            give(end);
            System.arraycopy(buffer, end, buffer, 0, length - end);
            length -= end;
            intake.pulse();
        }
    }

    private int cut() {
        int end = after('\n');
        if (end == 0) end = after(' ');
        if (end == 0) end = after('\t');
        if (end > 0) return end;
        intake.repaired("line " + line, "%,d bytes without a blank were cut apart".formatted(LONGEST));
        end = length;
        while (end > length - 4 && (buffer[end - 1] & 0xC0) == 0x80) end--; // continues a character
        return (buffer[end - 1] & 0x80) == 0 ? length : end - 1;
    }

    private int after(char sign) {
        int end = length;
        while (end > 0 && buffer[end - 1] != sign) end--;
        return end;
    }

    private void give(int end) {
        var text = decode(0, end);
        if (Sniffed.isBinary(text)) {
            intake.rejected("after line " + line, "%,d bytes are no text".formatted(end));
        } else if (!text.isBlank()) {
            texts.accept(
                    text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n'));
        }
        for (int i = 0; i < end; i++) if (buffer[i] == '\n') line++;
    }

    /// A few bytes that are not UTF-8 must not change how the lines beside theirs are read.
    private String decode(int start, int end) {
        var text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') < 0 || TextEncoding.isUtf8(buffer, start, end - start)) return text;
        var lines = new StringBuilder();
        long number = line;
        for (int from = start, to = start; from < end; from = to) {
            while (to < end && buffer[to++] != '\n') {}
            boolean right = TextEncoding.isUtf8(buffer, from, to - from);
            if (!right) intake.repaired("line " + number, "it is not UTF-8; it was read as Windows-1252");
            lines.append(new String(buffer, from, to - from, right ? StandardCharsets.UTF_8 : TextEncoding.OLD));
            number++;
        }
        return lines.toString();
    }
}
