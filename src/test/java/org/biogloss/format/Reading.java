package org.biogloss.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.jobs.JobContext;

/// What came of reading a file that a test made up.
record Reading(List<AnnotatedDocument> documents, ImportReport report) {

    static Reading of(String name, String content) {
        return of(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(String name, byte[] content) {
        try {
            var folder = Files.createTempDirectory("biogloss-format");
            var file = folder.resolve(name);
            try {
                Files.write(file, content);
                return ofPaths(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading ofPaths(Path... paths) throws IOException {
        var documents = new ArrayList<AnnotatedDocument>();
        var report = new Importer().read(List.of(paths), Optional.empty(), "gold", documents::add, JobContext.silent());
        return new Reading(documents, report);
    }

    static byte[] gzip(String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gz = new GZIPOutputStream(bytes)) {
            gz.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    AnnotatedDocument only() {
        if (documents.size() != 1) throw new AssertionError(documents.size() + " documents; " + report.toJson());
        return documents.getFirst();
    }

    List<Mention> mentions() {
        return only().mentions().toList();
    }

    /// Each mention as `type:covered text`, in text order.
    List<String> covered() {
        return documents.stream()
                .flatMap(d -> d.mentions().map(m -> m.type() + ":" + m.in(d.text())))
                .toList();
    }

    List<Repair> repaired() {
        return report.files().stream().flatMap(f -> f.repaired().stream()).toList();
    }

    List<Rejection> rejected() {
        return report.files().stream().flatMap(f -> f.rejected().stream()).toList();
    }

    String unit() {
        return report.files().getFirst().offsetUnit();
    }
}
