package org.biogloss.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.format.FileReport;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.format.Importer;
import org.biogloss.format.Rejection;
import org.biogloss.jobs.Handover;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ImportBatch;
import org.biogloss.store.ProjectStore;

/// One import: files into a project, all of them or, cancelled or failed, nothing.
///
/// A document that the project has already with the same text gains the annotations it lacks. One with another text is
/// rejected: the offsets of one would be wrong in the other.
final class Importing {

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

    /// One thread reads files while this one writes to the project.
    static Outcome run(
            ProjectStore store,
            List<Path> paths,
            Optional<Format> format,
            String layer,
            String by,
            JobContext context) {
        try (var batch = store.startImport()) {
            var importing = new Importing(batch);
            var read = new AtomicReference<>(new ImportReport(List.of()));
            Handover.Giver<List<AnnotatedDocument>> reading = taker -> {
                var bundles = new Bundles(taker);
                read.set(new Importer().read(paths, format, layer, bundles::add, context));
                bundles.give();
            };
            try (var bundles = Handover.stream(4, reading)) {
                bundles.forEach(importing::take);
            }
            context.checkCancelled();
            var report = importing.completed(read.get());
            if (importing.taken > importing.refused.size()) batch.commit(by, title(report, paths));
            return new Outcome(report, importing.added, importing.types);
        }
    }

    /// Hands documents over in bundles, as handing over costs more than reading a short one.
    private static final class Bundles {

        private static final int CHARACTERS = 1 << 19;

        private final Consumer<List<AnnotatedDocument>> taker;
        private List<AnnotatedDocument> bundle = new ArrayList<>();
        private int size;

        Bundles(Consumer<List<AnnotatedDocument>> taker) {
            this.taker = taker;
        }

        void add(AnnotatedDocument document) {
            bundle.add(document);
            size += document.text().length();
            if (size >= CHARACTERS) give();
        }

        void give() {
            if (bundle.isEmpty()) return;
            taker.accept(bundle);
            bundle = new ArrayList<>();
            size = 0;
        }
    }

    private void take(List<AnnotatedDocument> bundle) {
        var known = batch.present(bundle.stream().map(AnnotatedDocument::id).toList());
        for (var document : bundle) take(document, known.contains(document.id()));
    }

    private void take(AnnotatedDocument document, boolean known) {
        int number = taken++;
        var present = known ? batch.find(document.id()) : Optional.<AnnotatedDocument>empty();
        if (present.isEmpty()) {
            batch.add(document);
            added++;
        } else if (present.get().text().equals(document.text())) {
            batch.annotate(document.id(), Layers.missing(present.get(), document));
        } else {
            refused.add(new Refused(number, document));
            return;
        }
        for (var annotation : document.annotations()) {
            if (annotation instanceof Mention mention) types.add(mention.type());
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
