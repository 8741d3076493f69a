package org.biogloss.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.format.DocumentSink;
import org.biogloss.format.FileReport;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Importer;
import org.biogloss.format.Rejection;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ImportBatch;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// One import: files into a project, all of them or, cancelled or failed, nothing.
///
/// A document that the project has already with the same text gains the annotations it lacks. One with another text is
/// rejected: the offsets of one would be wrong in the other.
final class Importing implements DocumentSink {

    private final ImportBatch batch;
    private final List<Refused> refused = new ArrayList<>();
    private final Set<String> types = new TreeSet<>();
    private int taken;
    private int added;

    private Importing(ImportBatch batch) {
        this.batch = batch;
    }

    /// @param added how many documents are new in the project
    /// @param types the entity types that came along
    record Outcome(ImportReport report, int added, Set<String> types) {}

    /// The `number`-th document read, counted from 0, and why it was left out.
    private record Refused(int number, AnnotatedDocument document) {

        Rejection rejection() {
            return new Rejection(
                    "document " + document.id(),
                    "the project has a document of this id with another text; give one of them another id");
        }
    }

    static Outcome run(
            ProjectStore store,
            List<Path> paths,
            Optional<Format> format,
            String layer,
            String by,
            JobContext context) {
        try (var batch = store.startImport()) {
            var importing = new Importing(batch);
            var report = importing.completed(new Importer().read(paths, format, layer, importing, context));
            context.checkCancelled();
            if (importing.taken > importing.refused.size()) batch.commit(by, title(report, paths));
            return new Outcome(report, importing.added, importing.types);
        } catch (IOException e) {
            if (e.getCause() instanceof ProjectException trouble) throw trouble;
            throw new ProjectException("Cannot import: " + e.getMessage(), e);
        }
    }

    /// Trouble with the project ends the import; the importer takes any other exception for the file's fault.
    @Override
    public void accept(AnnotatedDocument document) throws IOException {
        int number = taken++;
        try {
            var present = batch.find(document.id());
            if (present.isEmpty()) {
                batch.add(document);
                added++;
            } else if (present.get().text().equals(document.text())) {
                batch.annotate(document.id(), Layers.missing(present.get(), document));
            } else {
                refused.add(new Refused(number, document));
                return;
            }
            document.mentions().map(Mention::type).forEach(types::add);
        } catch (ProjectException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// The importer's report, with what the project refused. Files stand there in the order in which their documents
    /// came, so a document's number says from which file it was.
    private ImportReport completed(ImportReport report) {
        var files = new ArrayList<FileReport>();
        int before = 0;
        for (var file : report.files()) {
            int from = before;
            before += file.documents();
            int to = before;
            files.add(without(
                    file,
                    refused.stream()
                            .filter(r -> r.number() >= from && r.number() < to)
                            .toList()));
        }
        return new ImportReport(files);
    }

    private static FileReport without(FileReport file, List<Refused> refused) {
        if (refused.isEmpty()) return file;
        int mentions = 0;
        int relations = 0;
        var rejected = new ArrayList<>(file.rejected());
        for (var each : refused) {
            mentions += (int) each.document().mentions().count();
            relations += (int) each.document().relations().count();
            rejected.add(each.rejection());
        }
        return new FileReport(
                file.path(),
                file.format(),
                file.offsetUnit(),
                file.documents() - refused.size(),
                file.mentions() - mentions,
                file.relations() - relations,
                file.repaired(),
                rejected);
    }

    private static String title(ImportReport report, List<Path> paths) {
        var names = paths.stream()
                .limit(3)
                .map(path -> String.valueOf(path.getFileName()))
                .collect(Collectors.joining(", "));
        return "Import " + report.documents() + " documents from " + names + (paths.size() > 3 ? " …" : "");
    }
}
