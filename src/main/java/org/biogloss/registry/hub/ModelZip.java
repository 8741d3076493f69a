package org.biogloss.registry.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;

/// A model folder in a zip that somebody sent. Nothing in it is trusted: names that lead elsewhere, and files that
/// swell beyond all reason, are refused before the model is installed.
public final class ModelZip {

    private static final int MOST_FILES = 10_000;

    /// Weights hardly shrink and vocabularies shrink to a third; what shrinks to a hundredth is no model.
    private static final long MOST_SWELLING = 100;

    /// Below this, a file may swell as it likes: a config of blanks harms nobody.
    private static final long HARMLESS = 16L << 20;

    private static final int PORTION = 1 << 16;

    private final Path zip;

    public ModelZip(Path zip) {
        this.zip = zip;
    }

    /// @param root where models are installed
    /// @throws IOException with words; nothing is installed then
    public ModelCard install(Path root, JobContext context) throws IOException {
        Files.createDirectories(root);
        var unpacked = Files.createTempDirectory(root, ".unpacking-"); // hidden, so nobody takes it for a model
        try {
            unpack(unpacked, context);
            return Models.install(modelFolder(unpacked), root, id(unpacked));
        } finally {
            WholeFolder.delete(unpacked);
        }
    }

    private void unpack(Path to, JobContext context) throws IOException {
        try (var file = new ZipFile(zip.toFile())) {
            var entries = Collections.list(file.entries()).stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry.class::cast)
                    .toList();
            if (entries.size() > MOST_FILES) {
                throw refusal("it holds " + entries.size() + " files, and a model has a dozen");
            }
            var targets = new ArrayList<Path>();
            for (var entry : entries)
                targets.add(target(to, entry)); // all names are looked at before a file is written
            long total = entries.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            long done = 0;
            for (int i = 0; i < entries.size(); i++) {
                context.checkCancelled();
                context.report(new Progress(
                        done,
                        Math.max(total, done),
                        "Unpacking " + entries.get(i).getName()));
                Files.createDirectories(targets.get(i).resolveSibling("."));
                try (var in = file.getInputStream(entries.get(i));
                        var out = Files.newOutputStream(targets.get(i))) {
                    done += copy(in, out, entries.get(i), context);
                }
            }
        } catch (ZipException e) {
            throw new IOException(
                    "Cannot read " + zip + ": it is no zip, or a part of it is missing. Copy it again.", e);
        }
    }

    private Path target(Path to, ZipEntry entry) throws IOException {
        var name = entry.getName();
        boolean absolute = name.startsWith("/") || name.startsWith("\\") || name.matches("^[A-Za-z]:.*");
        boolean climbs = List.of(name.split("[/\\\\]")).contains("..");
        if (absolute || climbs || name.indexOf('\0') >= 0) {
            throw refusal("the name " + name + " in it leads outside of the folder it is unpacked to");
        }
        return to.resolve(name.replace('\\', '/')).normalize();
    }

    /// Counts what really comes out: what the zip says of itself may be a lie.
    private long copy(InputStream in, OutputStream out, ZipEntry entry, JobContext context) throws IOException {
        long packed = Math.max(1, entry.getCompressedSize());
        var portion = new byte[PORTION];
        long written = 0;
        for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
            context.checkCancelled();
            written += read;
            if (written > HARMLESS && written / packed > MOST_SWELLING) {
                throw refusal("the file " + entry.getName() + " in it swells to more than " + MOST_SWELLING
                        + " times its size");
            }
            out.write(portion, 0, read);
        }
        return written;
    }

    /// The folder with the config: the zip's own level, or the only one below that has it.
    private Path modelFolder(Path unpacked) throws IOException {
        if (Files.exists(unpacked.resolve("config.json"))) return unpacked;
        List<Path> found;
        try (var files = Files.walk(unpacked, 4)) {
            found = files.filter(file -> file.endsWith("config.json"))
                    .map(Path::getParent)
                    .toList();
        }
        if (found.size() == 1) return found.getFirst();
        throw refusal(
                found.isEmpty()
                        ? "there is no config.json in it, so no model"
                        : "there are " + found.size() + " models in it. Unpack it, and bring their folders one by one");
    }

    /// The name of the model's folder, or else that of the zip.
    private String id(Path unpacked) throws IOException {
        var folder = modelFolder(unpacked);
        var name = folder.equals(unpacked)
                ? String.valueOf(zip.getFileName()).replaceFirst("(?i)\\.zip$", "")
                : String.valueOf(folder.getFileName());
        return name.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    }

    private IOException refusal(String why) {
        return new IOException("Cannot install a model from " + zip + ": " + why + ".");
    }
}
