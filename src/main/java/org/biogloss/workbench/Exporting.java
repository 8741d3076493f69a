package org.biogloss.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.format.DocumentWriter;
import org.biogloss.format.Exporter;
import org.biogloss.format.Format;
import org.biogloss.format.Selection;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// A project into a file. The file appears under its name only when it is complete.
public final class Exporting {

    private Exporting() {}

    /// Works on a project that is open to be read only, too.
    ///
    /// @param layer only this one; without it all layers
    /// @return what the format cannot hold, in words
    public static List<String> run(
            ProjectStore store, Path out, Format format, Optional<String> layer, JobContext context) {
        long total = store.documentCount();
        long[] done = {0};
        try (var writer = Exporter.open(format, out, layer)) {
            store.forEach(document -> {
                context.checkCancelled();
                write(writer, document);
                if (++done[0] % 100 == 0) context.report(new Progress(done[0], Math.max(total, done[0]), "exported"));
            });
            return writer.finish();
        } catch (IOException | UncheckedIOException e) {
            throw new ProjectException(
                    "Cannot export to " + out + ": " + e.getMessage()
                            + ". Check that it may be written and the disk has room; nothing was left half-written.",
                    e);
        }
    }

    /// What the format cannot hold of this project, in words, before anything is written.
    public static List<String> losses(ProjectStore store, Format format, Optional<String> layer, JobContext context) {
        try (var writer = Exporter.rehearse(format, Selection.confirmed(layer))) {
            store.forEach(document -> {
                context.checkCancelled();
                write(writer, document);
            });
            return writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written, so nothing can fail
        }
    }

    private static void write(DocumentWriter writer, AnnotatedDocument document) {
        try {
            writer.write(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
