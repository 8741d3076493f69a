package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Reads files and whole folders, of whatever format, one document at a time.
///
/// Nothing that is in a file can make it throw: what is wrong stands in the report. It throws only what the sink
/// throws.
public final class Importer {

    /// So many foreign files of one kind get a line each; the others share one.
    private static final int LISTED = 200;

    /// Reads all documents of the files, and of the files in the folders, into the sink.
    ///
    /// Hidden files are left alone. A document whose id came before with the same text is rejected; with another
    /// text it gets the id with `-2` added.
    ///
    /// @param forced the format that the person named; without it each file's content decides
    /// @param layer  where annotations go for which the file names no layer
    /// @throws IOException only if the sink cannot take a document
    /// @throws CancellationException if the job is cancelled
    public ImportReport read(
            List<Path> filesOrFolders, Optional<Format> forced, String layer, DocumentSink sink, JobContext context)
            throws IOException {
        try {
            return new Run(forced, layer, sink, context).over(filesOrFolders);
        } catch (Intake.SinkFailed failure) {
            throw failure.getCause();
        }
    }

    /// One import: what it has seen and said so far.
    private static final class Run {

        private final Optional<Format> forced;
        private final String layer;
        private final DocumentSink sink;
        private final JobContext context;
        private final SeenDocuments seen = new SeenDocuments();
        private final List<FileReport> reports = new ArrayList<>();
        private final Map<String, Integer> foreign = new LinkedHashMap<>();
        private long bytesDone;
        private long bytesInAll;

        Run(Optional<Format> forced, String layer, DocumentSink sink, JobContext context) {
            this.forced = forced;
            this.layer = layer;
            this.sink = sink;
            this.context = context;
        }

        ImportReport over(List<Path> filesOrFolders) {
            var files = new ArrayList<Path>();
            filesOrFolders.forEach(path -> FilesUnder.each(path, files::add, this::unread));
            BratReader.joinTexts(files);
            CasReader.leaveOutTypeSystems(files);
            for (var file : files) bytesInAll += FilesUnder.size(file);
            for (var file : files) {
                context.checkCancelled();
                context.report(new Progress(bytesDone, bytesInAll, String.valueOf(file.getFileName())));
                read(file);
                bytesDone += FilesUnder.size(file);
            }
            foreign.forEach((why, times) -> {
                if (times > LISTED) {
                    var line = new Rejection("other files of this kind", why, times - LISTED);
                    reports.add(FileReport.unread("(%,d more files)".formatted(times - LISTED), "unknown", line));
                }
            });
            return new ImportReport(reports);
        }

        private void unread(Path path, String why) {
            var where = Files.isDirectory(path) ? "folder" : "file";
            reports.add(FileReport.unread(path.toString(), "unknown", new Rejection(where, why)));
        }

        private void read(Path file) {
            try {
                if (!Files.isRegularFile(file)) {
                    reject(file, "is no ordinary file");
                    return;
                }
                switch (sniffed(file)) {
                    case Sniffed.Known(var format) -> reports.add(read(file, format));
                    case Sniffed.Foreign(var why) -> reject(file, why);
                }
            } catch (IOException failure) {
                reject(file, "cannot be read: " + Reason.of(failure));
            }
        }

        private Sniffed sniffed(Path file) throws IOException {
            if (forced.isPresent()) return new Sniffed.Known(forced.get());
            var text = BratReader.textOf(file);
            if (text.isPresent()) {
                return new Sniffed.Foreign("is brat standoff without its text: there is no "
                        + text.get().getFileName() + " beside it");
            }
            return BratReader.hasAnnotations(file) ? new Sniffed.Known(Format.BRAT) : Sniffed.file(file);
        }

        private void reject(Path file, String why) {
            if (foreign.merge(why, 1, Integer::sum) <= LISTED) {
                reports.add(FileReport.unread(file.toString(), "unknown", new Rejection("file", why)));
            }
        }

        private FileReport read(Path file, Format format) throws IOException {
            try (var input = FileInput.open(file)) {
                var name = String.valueOf(file.getFileName());
                var intake = new Intake(input, seen, layer, sink, context, new Progress(bytesDone, bytesInAll, name));
                try {
                    format.reader().read(input, intake);
                } catch (CancellationException | Intake.SinkFailed notTheFile) {
                    throw notTheFile;
                } catch (IOException | RuntimeException failure) {
                    intake.rejected(
                            "after %,d documents".formatted(intake.findings().documents()), Reason.of(failure));
                }
                input.failure()
                        .ifPresent(failure -> intake.rejected(
                                "after %,d documents"
                                        .formatted(intake.findings().documents()),
                                Reason.of(failure) + "; what stands before was read"));
                if (isSilent(intake)) intake.rejected("file", "no document of " + format.title() + " is in it");
                return intake.findings().report(file.toString(), format);
            }
        }

        private static boolean isSilent(Intake intake) {
            var findings = intake.findings();
            return findings.documents() == 0 && !findings.hasRejections();
        }
    }
}
