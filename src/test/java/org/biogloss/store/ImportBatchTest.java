package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What others see of an import while it runs, once it is complete, and when it is undone.
class ImportBatchTest {

    /// Long enough that a handful of them are written before the import is complete.
    private static final String LONG = "word ".repeat(400_000);

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void makeProject() {
        store = ProjectStore.create(folder, "Imports", Schema.standard());
    }

    @AfterEach
    void closeProject() {
        store.close();
    }

    @Test
    void whileDocumentsArriveNobodySeesThemAndOthersEdit() {
        put("a", "b");
        try (var batch = store.startImport()) {
            for (int i = 0; i < 6; i++) batch.add(Marked.text("long" + i, LONG + "[p53|Gene]"));
            assertEquals(Set.of("a"), batch.present(List.of("a", "long0")));
            mark("a"); // would wait for ever if the import held the project
            store.undo("you");
            store.redo("you");

            assertEquals(List.of("a", "b"), store.ids());
            assertEquals(2, store.documentCount());
            assertEquals(1, store.counts().size());
            assertEquals(Optional.empty(), store.find("long0"));
            assertEquals(List.of("a", "b"), seen());
            batch.commit("you", "Import the long ones");
        }

        assertEquals(8, store.documentCount());
        assertEquals(8, seen().size());
        assertEquals(1, store.summaries(2, 1).getFirst().confirmed());
        assertEquals("Import the long ones", store.undo("you").orElseThrow().title());
        assertEquals("Mark", store.undo("you").orElseThrow().title());
    }

    @Test
    void anImportCutShortLeavesNothing() {
        put("a");
        try (var batch = store.startImport()) {
            for (int i = 0; i < 6; i++) batch.add(Marked.text("long" + i, LONG));
        }
        put("long0");

        assertEquals(List.of("a", "long0"), store.ids());
        assertEquals(
                List.of("a", "long0"),
                store.summaries(0, 9).stream().map(DocumentSummary::id).toList());
    }

    @Test
    void whatAKilledImportLeftIsClearedAwayAtTheNextOpening() {
        put("a");
        var killed = store.startImport();
        for (int i = 0; i < 6; i++) killed.add(Marked.text("long" + i, LONG));
        store.close();
        store = ProjectStore.open(folder);

        put("long0");
        assertEquals(List.of("a", "long0"), store.ids());
        assertEquals("one two three", store.find("long0").orElseThrow().text());
    }

    @Test
    void undoTakesDocumentsOutAndRedoBringsThemBackAsTheyWere() {
        put("a");
        put("b", "c");
        put("d");
        mark("b");
        var before = whole();
        for (int i = 0; i < 3; i++) store.undo("you");
        assertEquals(List.of("a"), store.ids());
        assertEquals(1, store.documentCount());

        reopen();
        for (int i = 0; i < 3; i++) assertTrue(store.redo("you").isPresent());
        assertEquals(before, whole());
        assertEquals(List.of("a", "b", "c", "d"), store.ids());
    }

    @Test
    void theEntriesSayHowManyDocumentsCameAndWent() {
        put("a", "b");
        assertEquals(-2, store.undo("you").orElseThrow().documents());
        assertEquals(2, store.redo("you").orElseThrow().documents());
        mark("a");
        assertEquals(0, store.undo("you").orElseThrow().documents());
    }

    @Test
    void onceAnImportIsUndoneItsIdsAreFreeForAnother() {
        put("a", "b");
        store.undo("you");
        put("b", "x");
        assertFalse(store.canRedo());
        mark("b");
        assertEquals(List.of("b", "x"), store.ids());

        store.undo("you");
        store.undo("you");
        assertEquals(List.of(), store.ids());
        put("b");
        assertEquals(List.of("b"), store.ids());
        assertEquals(0, store.find("b").orElseThrow().annotations().size());
    }

    @Test
    void pagesOfTheListHaveNoGapsWhereDocumentsWentOut() {
        put("a");
        put("b", "c");
        store.undo("you");
        put("d", "e", "f");

        assertEquals(List.of("d", "e"), page(1, 2));
        assertEquals(List.of("f"), page(3, 2));
    }

    @Test
    void whoFollowsTheJournalHearsWhatWentOut() {
        put("a");
        put("b", "c");
        long before = store.generation();
        store.undo("you");

        assertEquals(
                List.of("b", "c"), store.goneSince(before).stream().sorted().toList());
        long undone = store.generation();
        put("c");
        assertEquals(List.of("b"), store.goneSince(before));
        assertEquals(List.of("c"), store.changedSince(undone));
    }

    @Test
    void suggestionsForDocumentsThatWentOutMeanwhileAreDropped() {
        put("a");
        store.undo("you");
        var suggestion = Mention.of("ner", Span.of(0, 3), "Gene", new Source.Model("ner", 0.5));
        store.replaceSuggestions("ner", Map.of("a", List.of(suggestion)));
        store.redo("you");

        assertEquals(List.of(), store.find("a").orElseThrow().annotations());
    }

    @Test
    void anImportThatMeetsAChangeInTheSamePlaceSaysSoAndImportsNothing() {
        put("a");
        var mention = Mention.of("gold", Span.of(0, 3), "Gene", new Source.Person("you"));
        try (var batch = store.startImport()) {
            batch.annotate("a", List.of(mention));
            batch.add(Marked.text("b", "more"));
            store.perform("you", "Mark", List.of(new DocumentEdit("a", new Edit.Add(mention))));
            var trouble = assertThrows(ProjectException.class, () -> batch.commit("you", "Import"));
            assertTrue(trouble.getMessage().contains("import again"), trouble.getMessage());
        }
        assertEquals(List.of("a"), store.ids());
    }

    private void reopen() {
        store.close();
        store = ProjectStore.open(folder);
    }

    private void put(String... ids) {
        try (var batch = store.startImport()) {
            for (var id : ids) batch.add(Marked.text(id, "one two three"));
            batch.commit("you", "Import");
        }
    }

    private void mark(String id) {
        var edit = new Edit.Add(Mention.of("gold", Span.of(0, 3), "Gene", new Source.Person("you")));
        store.perform("you", "Mark", List.of(new DocumentEdit(id, edit)));
    }

    private List<String> seen() {
        return whole().stream().map(AnnotatedDocument::id).toList();
    }

    private List<AnnotatedDocument> whole() {
        var all = new ArrayList<AnnotatedDocument>();
        store.forEach(all::add);
        return all;
    }

    private List<String> page(int offset, int limit) {
        return store.summaries(offset, limit).stream().map(DocumentSummary::id).toList();
    }
}
