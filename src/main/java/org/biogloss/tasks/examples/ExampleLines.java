package org.biogloss.tasks.examples;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The lines of a file in UTF-8, plain or gzipped, one at a time. What is wrong with the file is told in words.
final class ExampleLines implements AutoCloseable {

    private final Path file;
    private final BufferedReader lines;
    private String line = "";
    private long number;

    private ExampleLines(Path file, InputStream in) {
        this.file = file;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    static ExampleLines open(Path file) throws IOException {
        return new ExampleLines(file, stream(file));
    }

    static InputStream stream(Path file) throws IOException {
        try {
            var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            return file.toString().endsWith(".gz") ? unzipped(in) : in;
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read the examples: there is no file " + file + ".", e);
        } catch (EOFException | ZipException e) {
            throw damaged(file, 0, e);
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /// Moves to the next line.
    boolean advance() throws IOException {
        try {
            var next = lines.readLine();
            if (next == null) return false;
            line = number == 0 && next.startsWith("\uFEFF") ? next.substring(1) : next;
            number++;
            return true;
        } catch (EOFException | ZipException e) {
            throw damaged(file, number, e);
        }
    }

    /// The line that [#advance] moved to.
    String line() {
        return line;
    }

    /// Counted from one.
    long number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private static IOException damaged(Path file, long after, IOException cause) {
        return new IOException(
                "Cannot read the examples in " + file + ": the gzip data breaks off or is damaged after line " + after
                        + ". Copy the file again.",
                cause);
    }
}
