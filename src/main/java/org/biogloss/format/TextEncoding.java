package org.biogloss.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Which bytes are which characters, by the mark at the start of a file.
///
/// @param mark how many bytes the byte order mark takes
record TextEncoding(Charset charset, int mark) {

    /// Bytes that are not UTF-8 come, in practice, from old Windows programs.
    static final Charset OLD = Charset.forName("windows-1252");

    static TextEncoding of(byte[] head, int length) {
        int b0 = length > 0 ? head[0] & 0xFF : -1;
        int b1 = length > 1 ? head[1] & 0xFF : -1;
        int b2 = length > 2 ? head[2] & 0xFF : -1;
        if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) return new TextEncoding(StandardCharsets.UTF_8, 3);
        if (b0 == 0xFF && b1 == 0xFE) return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        if (b0 == 0xFE && b1 == 0xFF) return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        if (length >= 4 && zeros(head, length, 0) && !zeros(head, length, 1)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        if (length >= 4 && zeros(head, length, 1) && !zeros(head, length, 0)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        return new TextEncoding(StandardCharsets.UTF_8, 0);
    }

    /// Whether most of every second byte is zero, as in Latin text in UTF-16.
    private static boolean zeros(byte[] head, int length, int from) {
        int zeros = 0;
        int all = 0;
        for (int i = from; i < Math.min(length, 64); i += 2, all++) if (head[i] == 0) zeros++;
        return all > 0 && zeros * 4 >= all * 3;
    }

    /// The stream as UTF-8 without a mark, whatever it was.
    static InputStream utf8(InputStream stream) throws IOException {
        var buffered = new BufferedInputStream(stream, 1 << 16);
        buffered.mark(128);
        byte[] head = new byte[64];
        int length = buffered.readNBytes(head, 0, head.length);
        buffered.reset();
        var encoding = of(head, length);
        buffered.skipNBytes(encoding.mark);
        return encoding.charset == StandardCharsets.UTF_8
                ? buffered
                : new Recoded(new InputStreamReader(buffered, encoding.charset));
    }

    static boolean isUtf8(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }

    /// Characters as a stream of UTF-8 bytes.
    private static final class Recoded extends InputStream {
        private final Reader reader;
        private final char[] chars = new char[8192];
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        Recoded(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (!fill()) return -1;
            int n = Math.min(length, bytes.remaining());
            bytes.get(into, offset, n);
            return n;
        }

        private boolean fill() throws IOException {
            while (!bytes.hasRemaining()) {
                int n = reader.read(chars, 0, chars.length - 1);
                if (n < 0) return false;
                if (Character.isHighSurrogate(chars[n - 1])) {
                    int second = reader.read();
                    if (second >= 0) chars[n++] = (char) second;
                }
                bytes = StandardCharsets.UTF_8.encode(java.nio.CharBuffer.wrap(chars, 0, n));
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
