package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store and a document in memory, given the same edits, undos and redos, stay equal.
class RandomEditsTest {

    private static final String TEXT = "Loss of p53 in 𝛼-synuclein deficient cells";
    private static final int STEPS = 200;

    @TempDir
    Path folder;

    @Test
    void theStoreDoesWhatTheDocumentDoes() {
        for (long seed = 1; seed <= 2; seed++) run(seed);
    }

    private void run(long seed) {
        var random = new Random(seed);
        var project = folder.resolve("p" + seed);
        var now = AnnotatedDocument.bare(Document.of("d", TEXT));
        Deque<AnnotatedDocument> undo = new ArrayDeque<>();
        Deque<AnnotatedDocument> redo = new ArrayDeque<>();
        var store = ProjectStore.create(project, "Random", Schema.standard());
        try {
            try (var batch = store.startImport()) {
                batch.add(now);
                batch.commit("test", "Import");
            }
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0, 1 -> {
                        if (!undo.isEmpty()) { // below them lies the import
                            assertEquals(true, store.undo("you").isPresent());
                            redo.push(now);
                            now = undo.pop();
                        }
                    }
                    case 2 -> {
                        assertEquals(!redo.isEmpty(), store.redo("you").isPresent());
                        if (!redo.isEmpty()) {
                            undo.push(now);
                            now = redo.pop();
                        }
                    }
                    case 3 -> {
                        var misfit = new Edit.Remove(mention(random));
                        var edits = List.of(new DocumentEdit("d", Edit.group(anyEdit(now, random), misfit)));
                        assertThrows(IllegalStateException.class, () -> store.perform("you", "Misfit", edits));
                    }
                    default -> {
                        var edit = anyEdit(now, random);
                        store.perform("you", "Edit", List.of(new DocumentEdit("d", edit)));
                        undo.push(now);
                        redo.clear();
                        now = now.apply(edit);
                    }
                }
                if (step % 10 == 0) assertSame(now, undo, redo, store);
            }
            assertSame(now, undo, redo, store);
        } finally {
            store.close();
        }
        try (var again = ProjectStore.open(project)) {
            assertSame(now, undo, redo, again);
        }
    }

    private static void assertSame(
            AnnotatedDocument now, Deque<AnnotatedDocument> undo, Deque<AnnotatedDocument> redo, ProjectStore store) {
        assertEquals(now, store.find("d").orElseThrow());
        assertEquals(!undo.isEmpty(), store.canUndo());
        assertEquals(!redo.isEmpty(), store.canRedo());
        var summary = store.summaries(0, 1).getFirst();
        assertEquals(count(now, Standing.CONFIRMED), summary.confirmed());
        assertEquals(count(now, Standing.SUGGESTED), summary.suggested());
        assertEquals(now.status(), summary.status());
    }

    private static long count(AnnotatedDocument document, Standing standing) {
        return document.annotations().stream()
                .filter(a -> a.standing() == standing)
                .count();
    }

    static Edit anyEdit(AnnotatedDocument now, Random random) {
        var all = now.annotations();
        int choice = all.isEmpty() ? 0 : random.nextInt(9);
        return switch (choice) {
            case 0, 1 -> new Edit.Add(any(now, random));
            case 2 -> now.removing(all.get(random.nextInt(all.size())));
            case 3 -> {
                var chosen = all.get(random.nextInt(all.size()));
                yield new Edit.Replace(chosen, chosen.from("layer" + random.nextInt(3), source(random)));
            }
            case 4 -> {
                var before = now.status();
                yield new Edit.SetStatus(
                        before, DocumentStatus.values()[random.nextInt(DocumentStatus.values().length)]);
            }
            case 5 -> {
                var chosen = all.get(random.nextInt(all.size()));
                yield chosen instanceof DocumentLabel
                        ? new Edit.Add(any(now, random))
                        : new Edit.Replace(chosen, chosen.with(Annotation.NOTE, random.nextBoolean() ? "a note" : ""));
            }
            case 6 ->
                new Edit.SetAbout(
                        Document.NOTE,
                        now.document().known(Document.NOTE).orElse(""),
                        random.nextBoolean() ? "seen " + random.nextInt(9) : "");
            default -> {
                var parts = new ArrayList<Edit>();
                var then = now;
                for (int i = 0; i < 3; i++) {
                    var part = anyEdit(then, random);
                    then = then.apply(part);
                    parts.add(part);
                }
                yield new Edit.Group(parts);
            }
        };
    }

    private static Annotation any(AnnotatedDocument now, Random random) {
        var mentions = now.mentions().toList();
        return switch (random.nextInt(4)) {
            case 0 -> new DocumentLabel(Annotation.freshId(), "gold", "review", source(random));
            case 1 ->
                mentions.size() < 2
                        ? mention(random)
                        : Relation.between(
                                "gold",
                                "in",
                                mentions.getFirst().id(),
                                mentions.getLast().id(),
                                source(random));
            default -> mention(random);
        };
    }

    private static Mention mention(Random random) {
        int start = random.nextInt(TEXT.length() - 5);
        var spans = random.nextBoolean()
                ? List.of(Span.of(start, start + 2))
                : List.of(Span.of(start, start + 2), Span.of(start + 3, start + 5));
        return new Mention(
                Annotation.freshId(), "gold", spans, "Gene", List.of("X:1"), Map.of("k", "v"), source(random));
    }

    private static Source source(Random random) {
        var model = new Source.Model("ner", random.nextDouble());
        return switch (random.nextInt(5)) {
            case 0 -> new Source.Imported("file");
            case 1 -> model;
            case 2 -> new Source.Accepted("you", model);
            case 3 -> new Source.Rejected("you", model);
            default -> new Source.Person("you");
        };
    }
}
