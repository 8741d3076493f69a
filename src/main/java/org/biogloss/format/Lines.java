package org.biogloss.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The lines of a text file, one at a time, each of bounded length.
///
/// Lines end at LF; a CR before it is dropped, and other separators are part of the line, as the offsets of
/// line-based formats count them. What is not UTF-8 is read as Windows-1252 and reported; a line too long is
/// rejected and skipped.
final class Lines {

    /// Far beyond any document; a line this long is some other kind of file.
    static final int LONGEST = 32 << 20;

    private final InputStream in;
    private final FileInput file;
    private final Intake intake;
    private final int longest;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private byte[] line = new byte[4096];
    private int length;
    private long number;
    private String text = "";

    Lines(FileInput file, Intake intake) throws IOException {
        this(file, intake, LONGEST);
    }

    /// @param longest in bytes
    Lines(FileInput file, Intake intake, int longest) throws IOException {
        this.in = TextEncoding.utf8(file.stream());
        this.file = file;
        this.intake = intake;
        this.longest = longest;
    }

    /// The line that [#advance] moved to.
    String line() {
        return text;
    }

    /// Counted from one.
    long number() {
        return number;
    }

    String where() {
        return "line " + number;
    }

    /// Moves to the next line. A last line that a damaged archive cut in two is not given.
    boolean advance() throws IOException {
        while (true) {
            boolean any = readLine();
            if (!any) return false;
            number++;
            if (length <= longest) {
                text = decode();
                return true;
            }
            intake.rejected(where(), "the line is longer than %,d bytes; it was skipped".formatted(longest));
        }
    }

    private boolean readLine() throws IOException {
        length = 0;
        boolean any = false;
        while (at < limit || fill()) {
            any = true;
            int end = at;
            while (end < limit && buffer[end] != '\n') end++;
            append(end);
            boolean whole = end < limit;
            at = whole ? end + 1 : end;
            if (whole) return true;
        }
        return any && file.failure().isEmpty();
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        intake.pulse();
        return limit > 0;
    }

    private void append(int end) {
        int more = end - at;
        if (length > longest) return;
        if (length + more > line.length) line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    private String decode() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        var decoded = new String(line, 0, end, StandardCharsets.UTF_8);
        if (decoded.indexOf('\uFFFD') < 0 || TextEncoding.isUtf8(line, 0, end)) return decoded;
        intake.repaired(where(), "the line is not valid UTF-8; it was read as Windows-1252");
        return new String(line, 0, end, TextEncoding.OLD);
    }
}
