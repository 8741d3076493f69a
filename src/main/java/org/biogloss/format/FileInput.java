package org.biogloss.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A file to read, unpacked if it is gzipped, that ends where it cannot be read any further.
///
/// A damaged archive so gives what is whole before the damage; [#failure] tells the rest.
final class FileInput implements AutoCloseable {

    private final Path path;
    private final CountingStream counted;
    private final GuardedStream stream;

    private FileInput(Path path, CountingStream counted, InputStream unpacked) {
        this.path = path;
        this.counted = counted;
        this.stream = new GuardedStream(unpacked);
    }

    static FileInput open(Path path) throws IOException {
        var counted = new CountingStream(Files.newInputStream(path));
        try {
            var buffered = new BufferedInputStream(counted, 1 << 16);
            buffered.mark(2);
            boolean packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            var unpacked = packed ? new BufferedInputStream(new GZIPInputStream(buffered, 1 << 16), 1 << 16) : buffered;
            return new FileInput(path, counted, unpacked);
        } catch (IOException failure) {
            counted.close();
            throw failure;
        }
    }

    InputStream stream() {
        return stream;
    }

    Path path() {
        return path;
    }

    /// The file's name, as people know it.
    String name() {
        return String.valueOf(path.getFileName());
    }

    /// The name without `.gz` and without the last extension.
    String stem() {
        var name = name();
        if (name.toLowerCase(java.util.Locale.ROOT).endsWith(".gz")) name = name.substring(0, name.length() - 3);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name.isBlank() ? "document" : name;
    }

    long bytesRead() {
        return counted.count;
    }

    /// Why the file ended early, if it did.
    Optional<IOException> failure() {
        return Optional.ofNullable(stream.failure);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) count++;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            if (n > 0) count += n;
            return n;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private static final class GuardedStream extends FilterInputStream {
        private @org.jspecify.annotations.Nullable IOException failure;

        GuardedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            if (failure != null) return -1;
            try {
                return super.read();
            } catch (IOException e) {
                failure = e;
                return -1;
            }
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (failure != null) return -1;
            try {
                return super.read(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                return -1;
            }
        }
    }
}
