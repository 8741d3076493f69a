package org.biogloss.workbench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.WholeFolder;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// A project in one zip, made while people work in it, and a project out of it again.
///
/// The zip holds the project as it was at one moment: documents, annotations, journal, schema, settings, and whatever
/// files lie in its folder. What can be made again stays out (the search index), and so do trained models and runs,
/// unless they are asked for.
public final class Backup {

    private static final String DATABASE = "project.db";

    /// Of this moment and this machine, or made again when it is missed.
    private static final Set<String> LEFT_OUT =
            Set.of(DATABASE, DATABASE + "-wal", DATABASE + "-shm", "project.lock", "index");

    private static final Set<String> LARGE = Set.of("models", "runs");

    private Backup() {}

    /// @param whole with models and runs
    public static void write(ProjectStore store, Path zip, boolean whole, JobContext context) {
        var target = zip.toAbsolutePath();
        var part = target.resolveSibling("." + target.getFileName() + ".part");
        var snapshot = target.resolveSibling("." + target.getFileName() + ".db");
        try {
            Files.createDirectories(target.resolveSibling("."));
            Files.deleteIfExists(snapshot);
            context.report(new Progress(0, 0, DATABASE));
            store.snapshot(snapshot);
            context.checkCancelled();
            pack(store.folder(), snapshot, part, whole, context);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException elsewhere) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new ProjectException(
                    "Cannot back up to " + zip + ": " + e.getMessage()
                            + ". Check that it may be written and the disk has room; the project itself is untouched.",
                    e);
        } finally {
            removed(snapshot);
            removed(part);
        }
    }

    private static void pack(Path folder, Path snapshot, Path zip, boolean whole, JobContext context)
            throws IOException {
        var files = files(folder, whole);
        long total = Files.size(snapshot);
        for (var file : files) total += Files.size(file);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16))) {
            long done = put(out, DATABASE, snapshot, 0, total, context);
            for (var file : files) {
                var name = folder.relativize(file).toString().replace('\\', '/');
                done = put(out, name, file, done, total, context);
            }
        }
    }

    private static List<Path> files(Path folder, boolean whole) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                return isTaken(inside) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (isTaken(file) && attributes.isRegularFile()) files.add(file);
                return FileVisitResult.CONTINUE;
            }

            private boolean isTaken(Path path) {
                if (!folder.equals(path.getParent())) return true;
                var name = path.getFileName().toString();
                return !LEFT_OUT.contains(name) && !name.startsWith(".") && (whole || !LARGE.contains(name));
            }
        });
        return files;
    }

    private static long put(ZipOutputStream out, String name, Path file, long before, long total, JobContext context)
            throws IOException {
        out.putNextEntry(new ZipEntry(name));
        long done = before;
        byte[] buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                context.checkCancelled();
                out.write(buffer, 0, n);
                done += n;
                context.report(new Progress(done, Math.max(total, done), name));
            }
        }
        out.closeEntry();
        return done;
    }

    /// Makes a project of a backup, in a folder that is not there yet or empty.
    public static void restore(Path zip, Path folder, JobContext context) {
        var target = folder.toAbsolutePath().normalize();
        var part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            if (Files.exists(target) && !isEmpty(target)) {
                throw new ProjectException("Cannot restore " + zip.getFileName() + " to " + folder
                        + ": something is there already. Choose a new folder.");
            }
            WholeFolder.delete(part);
            Files.createDirectories(part);
            unpack(zip, part, context);
            if (!ProjectStore.isProject(part)) {
                throw new ProjectException("Cannot restore " + zip + ": it is no backup of a project, since no "
                        + DATABASE + " is in it. Choose a file that `biogloss backup` made.");
            }
            for (var name : List.of("index", "runs", "models")) Files.createDirectories(part.resolve(name));
            Files.deleteIfExists(target);
            Files.move(part, target);
        } catch (IOException e) {
            throw new ProjectException(
                    "Cannot restore " + zip + ": " + e.getMessage() + ". Nothing was left in " + folder + ".", e);
        } finally {
            removed(part);
        }
    }

    private static void unpack(Path zip, Path into, JobContext context) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip), 1 << 16))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                context.checkCancelled();
                var file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) throw new IOException("it names a file outside of it: " + entry.getName());
                if (entry.isDirectory()) continue;
                Files.createDirectories(file.resolveSibling("."));
                context.report(new Progress(0, 0, entry.getName()));
                Files.copy(in, file);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static void removed(Path path) {
        try {
            WholeFolder.delete(path);
        } catch (IOException _) {
            // It is hidden, and is replaced the next time.
        }
    }
}
