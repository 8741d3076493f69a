package org.biogloss.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/// A file in the making: it grows beside its place, and moves there in one step when it is complete and on disk.
final class NewFile implements AutoCloseable {

    private final Path place;
    private final Path part;
    private final FileChannel channel;
    private final Writer writer;
    private boolean finished;

    private NewFile(Path place, Path part, FileChannel channel, Writer writer) {
        this.place = place;
        this.part = part;
        this.channel = channel;
        this.writer = writer;
    }

    static NewFile at(Path place) throws IOException {
        var target = place.toAbsolutePath();
        var folder = target.getParent();
        if (folder == null) throw new IOException("Cannot write " + place + ": that is no file name");
        Files.createDirectories(folder);
        var part = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        var bytes = Channels.newOutputStream(channel);
        boolean packed = target.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        var packing = packed ? new GZIPOutputStream(bytes, 1 << 16) : bytes;
        var writer = new BufferedWriter(new OutputStreamWriter(packing, StandardCharsets.UTF_8), 1 << 16);
        return new NewFile(target, part, channel, writer);
    }

    Writer writer() {
        return writer;
    }

    void finish() throws IOException {
        writer.flush();
        if (channel.isOpen()) {
            writer.close();
        }
        try (var again = FileChannel.open(part, StandardOpenOption.WRITE)) {
            again.force(true);
        }
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (finished) return;
        try {
            writer.close();
        } catch (IOException diskFull) {
            channel.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
