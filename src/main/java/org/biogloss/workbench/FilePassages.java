package org.biogloss.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.compare.Passages;

/// The documents of files and folders, of any format that BioGloss reads, as texts to measure.
public final class FilePassages implements Passages {

    private final List<Path> files;
    private ImportReport report = new ImportReport(List.of());

    public FilePassages(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public String name() {
        var first = String.valueOf(files.getFirst().getFileName());
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    @Override
    public void each(Taker taker, JobContext context) throws IOException {
        for (var file : files) {
            if (!Files.exists(file)) throw new IOException("Cannot read " + file + ": there is no such file.");
        }
        var documents = new AtomicLong();
        report = new Importer()
                .read(
                        files,
                        Optional.empty(),
                        "gold",
                        document -> {
                            documents.incrementAndGet();
                            taker.take(Passage.of(document));
                        },
                        context);
        if (documents.get() > 0) return;
        var why = report.files().stream()
                .flatMap(file -> file.rejected().stream())
                .map(rejection -> rejection.why())
                .findFirst();
        throw new IOException("Cannot read " + name() + ": "
                + why.map(words -> "no document could be read, because it " + words + ".")
                        .orElse("there is no text in it."));
    }

    /// What the last reading left out, and why.
    public ImportReport report() {
        return report;
    }
}
