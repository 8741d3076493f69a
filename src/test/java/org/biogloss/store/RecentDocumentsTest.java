package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecentDocumentsTest {

    private static final Source YOU = new Source.Person("ada");

    private final Random random = new Random(5);

    @TempDir
    Path folder;

    @Test
    void whatIsKnownOfADocumentIsWhatIsOnDisk() {
        try (var store = ProjectStore.create(folder, "p", Schema.standard())) {
            bring(store, "long", 180);
            bring(store, "other", 150);
            for (int step = 0; step < 150; step++) {
                var id = random.nextInt(4) == 0 ? "other" : "long";
                store.find(id).ifPresentOrElse(now -> change(store, now), () -> store.redo("ada"));
                try (var fresh = ProjectStore.openToRead(folder)) {
                    for (var each : List.of("long", "other"))
                        assertTrue(fresh.find(each).equals(store.find(each)), each);
                }
            }
        }
    }

    @Test
    void anEditOfALongDocumentTouchesOnlyWhatItChanges() {
        try (var store = ProjectStore.create(folder, "p", Schema.standard())) {
            bring(store, "long", 180);
            var before = store.find("long").orElseThrow();
            var mentions = before.mentions().toList();

            store.perform("ada", "remove", List.of(new DocumentEdit("long", new Edit.Remove(mentions.getFirst()))));

            assertSame(
                    mentions.getLast(),
                    store.find("long").orElseThrow().mentions().toList().getLast());
        }
    }

    private void change(ProjectStore store, AnnotatedDocument now) {
        switch (random.nextInt(6)) {
            case 0 -> store.undo("ada");
            case 1 -> store.redo("ada");
            case 2 ->
                store.replaceSuggestions(
                        now.id(), "m", List.of(mention("s" + random.nextLong(), "m", new Source.Model("m", 0.7))));
            case 3 -> {
                var mentions = now.mentions("gold").toList();
                var relation = Relation.between(
                        "gold", "binds", mentions.get(0).id(), mentions.get(1).id(), YOU);
                store.perform("ada", "link", List.of(new DocumentEdit(now.id(), new Edit.Add(relation))));
            }
            case 4 -> {
                var mentions = now.mentions().toList();
                var gone = mentions.get(random.nextInt(mentions.size()));
                var edits = List.of(
                        new DocumentEdit(now.id(), now.removing(gone)),
                        new DocumentEdit(now.id(), new Edit.Add(mention("n" + random.nextLong(), "gold", YOU))));
                store.perform("ada", "replace", edits);
            }
            default -> {
                var status = now.status() == DocumentStatus.DONE ? DocumentStatus.IN_PROGRESS : DocumentStatus.DONE;
                store.perform(
                        "ada", "status", List.of(new DocumentEdit(now.id(), new Edit.SetStatus(now.status(), status))));
            }
        }
    }

    private void bring(ProjectStore store, String id, int count) {
        var annotations = new ArrayList<Annotation>();
        for (int i = 0; i < count; i++) annotations.add(mention("m" + i, "gold", YOU));
        try (var batch = store.startImport()) {
            batch.add(new AnnotatedDocument(Document.of(id, "x".repeat(500)), DocumentStatus.NEW, annotations));
            batch.commit("ada", "Import");
        }
    }

    private Mention mention(String id, String layer, Source source) {
        int start = random.nextInt(490);
        return new Mention(id, layer, List.of(new Span(start, start + 5)), "Gene", List.of(), Map.of(), source);
    }
}
