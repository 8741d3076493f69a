package org.biogloss.registry;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/// Folders that are there whole or not at all, whenever power or disk space ends.
///
/// A new state is written beside the old one, forced to disk and moved into its place. Between the two moves the old
/// state lies under a hidden name, from where [#recover] brings it back.
public final class WholeFolder {

    /// Fills an empty folder.
    @FunctionalInterface
    public interface Writer {
        void write(Path folder) throws IOException;
    }

    private WholeFolder() {}

    /// Puts a new folder in the place of what may be there.
    public static void replace(Path folder, Writer writer) throws IOException {
        var target = folder.toAbsolutePath();
        Files.createDirectories(target.resolveSibling("."));
        var part = target.resolveSibling("." + target.getFileName() + ".part");
        var old = old(target);
        delete(part);
        try {
            Files.createDirectory(part);
            writer.write(part);
            force(part);
            delete(old);
            if (Files.exists(target)) Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } finally {
            delete(part);
        }
    }

    /// Finishes what [#replace] left when it was killed between its two moves.
    public static void recover(Path folder) throws IOException {
        var target = folder.toAbsolutePath();
        var old = old(target);
        if (!Files.exists(target) && Files.exists(old)) Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Copies a folder with all in it.
    public static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// Deletes a folder with all in it; nothing happens where there is none.
    public static void delete(Path folder) throws IOException {
        List<Path> all;
        try (var files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException _) {
            return;
        }
        for (var file : all) Files.deleteIfExists(file);
    }

    /// Writes a file that is there whole or not at all.
    public static void writeFile(Path file, byte[] bytes) throws IOException {
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.write(part, bytes);
            forceFile(part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path old(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".old");
    }

    private static void force(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) forceFile(file);
        }
    }

    private static void forceFile(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
