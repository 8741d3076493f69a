package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.Workbench;

/// Projects in which two people, or a person and a model, have said much the same of the same documents.
final class TwoOpinions {

    private TwoOpinions() {}

    static Workbench open(Path folder, Jobs jobs) {
        return ProjectStore.isProject(folder)
                ? Workbench.open(folder, new Models(List.of()), jobs)
                : Workbench.create(folder, "Two opinions", new Models(List.of()), jobs);
    }

    /// Without a model.
    static AgreeRoom room(Workbench workbench, BiConsumer<String, Span> reader) {
        return new AgreeRoom(
                workbench,
                new Models(List.of()),
                () -> {
                    throw new AssertionError("there is no model to compute with");
                },
                reader);
    }

    static void add(Workbench workbench, List<AnnotatedDocument> documents) {
        try (var batch = workbench.store().startImport()) {
            documents.forEach(batch::add);
            batch.commit("test", "Import");
        }
    }

    /// The first documents of a file, as anna sees them; berta misses some, moves some borders and takes some for
    /// another type, and a model is not always sure.
    static List<AnnotatedDocument> of(Path file, int most, boolean withModel) throws IOException {
        var found = new ArrayList<AnnotatedDocument>();
        var random = new Random(5);
        new Importer()
                .read(
                        List.of(file),
                        Optional.empty(),
                        "anna",
                        document -> {
                            if (found.size() < most) found.add(withOpinions(document, random, withModel));
                        },
                        JobContext.silent());
        return found;
    }

    private static AnnotatedDocument withOpinions(AnnotatedDocument document, Random random, boolean withModel) {
        var all = new ArrayList<Annotation>();
        for (var one : document.annotations()) {
            all.add(one.from("anna", new Source.Person("anna")));
            all.addAll(seenBy(one, "berta", new Source.Person("berta"), random, document.text()));
            if (!withModel || one instanceof Relation) continue;
            var model = new Source.Model("bc5cdr-chemical-disease", 0.4 + random.nextDouble() * 0.6);
            all.addAll(seenBy(one, "bc5cdr-chemical-disease", model, random, document.text()));
        }
        return new AnnotatedDocument(document.document(), document.status(), all);
    }

    private static List<Annotation> seenBy(Annotation one, String layer, Source source, Random random, String text) {
        int luck = random.nextInt(12);
        return switch (one) {
            case Mention m -> {
                if (luck == 0) yield List.of();
                var hull = m.hull();
                var spans = luck == 1
                        ? List.of(new Span(hull.start(), Math.min(text.length(), hull.end() + 6)))
                        : m.spans();
                var type = luck == 2 ? (m.type().equals("Disease") ? "Chemical" : "Disease") : m.type();
                var concepts = luck == 3 ? List.of("MESH:D000000") : m.concepts();
                yield List.of(new Mention(layer + m.id(), layer, spans, type, concepts, m.attributes(), source));
            }
            case Relation r ->
                luck < 2
                        ? List.of()
                        : List.of(new Relation(layer + r.id(), layer, r.type(), r.arguments(), r.attributes(), source));
            case org.biogloss.document.DocumentLabel l -> List.of();
        };
    }
}
