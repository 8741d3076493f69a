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
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectStoreTest {

    private static final Source YOU = new Source.Person("you");
    private static final Source.Model MODEL = new Source.Model("ner-1", 0.8317);

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void makeProject() {
        store = ProjectStore.create(folder, "Trial", Schema.standard());
    }

    @AfterEach
    void closeProject() {
        store.close();
    }

    @Test
    void whatGoesInComesOutTheSame() {
        var document = everything();
        put(document);

        assertEquals(Optional.of(document), store.find("12345"));
        reopen();
        assertEquals(Optional.of(document), store.find("12345"));
    }

    @Test
    void aNewProjectKnowsItsNameAndSchema() {
        var schema = Schema.standard().knowing("Anatomy");
        store.saveSchema(schema);
        store.putSetting("layer", "mine");
        reopen();

        assertEquals("Trial", store.name());
        assertEquals(schema, store.schema());
        assertEquals(Optional.of("mine"), store.setting("layer"));
        assertEquals(Optional.empty(), store.setting("colour"));
        assertEquals(0, store.documentCount());
        assertFalse(store.canUndo());
    }

    @Test
    void documentsStandInImportOrderHoweverTheyAreListed() {
        var ids = List.of("z", "a", "m", "b");
        put(ids.stream()
                .map(id -> Marked.text(id, "Title " + id + "\nof [p53|Gene]"))
                .toArray(AnnotatedDocument[]::new));

        var seen = new ArrayList<String>();
        store.forEach(document -> seen.add(document.id()));

        assertEquals(ids, seen);
        assertEquals(ids, store.ids());
        assertEquals(
                ids, store.summaries(0, 10).stream().map(DocumentSummary::id).toList());
        assertEquals(
                List.of("a", "m"),
                store.summaries(1, 2).stream().map(DocumentSummary::id).toList());
        assertEquals(
                List.of("b", "z"),
                store.summaries(List.of("b", "none", "z")).stream()
                        .map(DocumentSummary::id)
                        .toList());
        assertEquals("Title m", store.summaries(List.of("m")).getFirst().title());
    }

    @Test
    void countsFollowEveryChange() {
        put(Marked.text("d", "Loss of [p53|Gene] in [HeLa|CellLine]"));
        var suggestion = suggestion(Span.of(0, 4), "Event");
        store.replaceSuggestions("d", "ner-1", List.of(suggestion));
        assertCounts(2, 1);

        store.perform("you", "Accept", edit(new Edit.Replace(suggestion, accepted(suggestion))));
        assertCounts(3, 0);
        store.undo("you");
        assertCounts(2, 1);
        store.perform("you", "Reject", edit(new Edit.Replace(suggestion, rejected(suggestion))));
        assertCounts(2, 0);
        store.perform("you", "Done", edit(new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.DONE)));
        assertEquals(DocumentStatus.DONE, store.summaries(0, 1).getFirst().status());
    }

    @Test
    void undoAndRedoGoBackAndForthAcrossDocumentsAndSessions() {
        put(Marked.text("a", "one [p53|Gene]"), Marked.text("b", "two [TP63|Gene]"));
        var states = new ArrayList<List<AnnotatedDocument>>();
        states.add(state());
        for (int i = 0; i < 6; i++) {
            var target = i % 2 == 0 ? "a" : "b";
            store.perform("you", "Step " + i, List.of(new DocumentEdit(target, add(0, 1 + i % 3))));
            states.add(state());
        }

        for (int i = 5; i >= 0; i--) {
            if (i == 3) reopen();
            assertEquals("Step " + i, store.undo("you").orElseThrow().title());
            assertEquals(states.get(i), state());
        }
        for (int i = 1; i <= 6; i++) {
            if (i == 3) reopen();
            var _ = store.redo("you").orElseThrow();
            assertEquals(states.get(i), state());
        }
        assertFalse(store.canRedo());
        store.undo("you");
        assertEquals(states.get(5), state());
    }

    @Test
    void aNewActionEndsTheRedoingAndUndoGoesOnBelowIt() {
        put(Marked.text("a", "one two three"));
        store.perform("you", "First", List.of(new DocumentEdit("a", add(0, 3))));
        var first = state();
        store.perform("you", "Second", List.of(new DocumentEdit("a", add(4, 7))));
        store.undo("you");
        store.perform("you", "Third", List.of(new DocumentEdit("a", add(8, 13))));

        assertFalse(store.canRedo());
        assertEquals("Third", store.undo("you").orElseThrow().title());
        assertEquals(first, state());
        assertEquals("First", store.undo("you").orElseThrow().title());
        assertEquals("Import", store.undo("you").orElseThrow().title());
        assertFalse(store.canUndo());
        assertEquals(Optional.empty(), store.undo("you"));
    }

    @Test
    void anActionThatDoesNotFitLeavesNoTrace() {
        put(Marked.text("a", "one [p53|Gene]"), Marked.text("b", "two"));
        var before = state();
        var stranger = Mention.of("gold", Span.of(0, 1), "Gene", YOU);
        var edits = List.of(new DocumentEdit("a", add(0, 3)), new DocumentEdit("b", new Edit.Remove(stranger)));

        assertThrows(IllegalStateException.class, () -> store.perform("you", "Both", edits));
        assertThrows(
                IllegalStateException.class,
                () -> store.perform("you", "Nowhere", List.of(new DocumentEdit("c", add(0, 1)))));
        assertThrows(
                IllegalArgumentException.class,
                () -> store.perform("you", "Beyond", List.of(new DocumentEdit("b", add(0, 4)))));
        assertEquals(before, state());
        assertEquals(
                2,
                store.summaries(0, 2).stream()
                                .mapToInt(DocumentSummary::confirmed)
                                .sum()
                        + 1);
    }

    @Test
    void theJournalTellsWhoDidWhatToADocument() {
        put(Marked.text("a", "one two"), Marked.text("b", "two"));
        var edit = new DocumentEdit("a", add(0, 3));
        store.perform("Ada", "Mark", List.of(edit));
        store.perform("Ada", "Elsewhere", List.of(new DocumentEdit("b", add(0, 3))));
        store.undo("Ada");
        store.undo("Ben");

        var history = store.history("a", 10);

        assertEquals(
                List.of(JournalEntry.Kind.UNDO, JournalEntry.Kind.DO),
                history.stream().map(JournalEntry::kind).toList());
        assertEquals(
                List.of("Ben", "Ada"), history.stream().map(JournalEntry::by).toList());
        assertEquals(List.of(edit), history.getLast().edits());
        assertEquals(1, store.history("a", 1).size());
    }

    @Test
    void newSuggestionsLeaveWhatAPersonDecided() {
        put(Marked.text("d", "Loss of p53 in HeLa cells"));
        var one = suggestion(Span.of(0, 4), "Event");
        var two = suggestion(Span.of(8, 11), "Gene");
        var three = suggestion(Span.of(15, 19), "CellLine");
        store.replaceSuggestions("d", "ner-1", List.of(one, two, three));
        store.perform(
                "you",
                "Decide",
                edit(Edit.group(new Edit.Replace(one, rejected(one)), new Edit.Replace(two, accepted(two)))));
        var four = suggestion(Span.of(15, 25), "CellLine");
        store.replaceSuggestions("d", "ner-1", List.of(four));

        assertEquals(
                List.of(rejected(one), accepted(two), four),
                store.find("d").orElseThrow().annotations());
        assertEquals(List.of("d"), store.withSuggestions("ner-1", Optional.of("CellLine")));
        assertEquals(List.of(), store.withSuggestions("ner-1", Optional.of("Gene")));
        assertThrows(
                IllegalArgumentException.class,
                () -> store.replaceSuggestions("d", "ner-1", List.of(Mention.of("ner-1", Span.of(0, 1), "Gene", YOU))));
    }

    @Test
    void undoPassesOverSuggestionsThatANewerRunReplaced() {
        put(Marked.text("d", "Loss of p53 in HeLa cells"));
        var old = suggestion(Span.of(8, 11), "Gene");
        store.replaceSuggestions("d", "ner-1", List.of(old));
        store.perform("you", "Add", edit(add(0, 4)));
        store.perform("you", "Accept", edit(new Edit.Replace(old, accepted(old))));
        store.undo("you");
        store.replaceSuggestions("d", "ner-1", List.of(suggestion(Span.of(8, 11), "Gene")));

        assertTrue(store.canRedo());
        store.redo("you");
        assertTrue(store.find("d").orElseThrow().annotations().contains(accepted(old)));
        store.undo("you");
        store.undo("you");
        assertEquals(0, store.summaries(0, 1).getFirst().confirmed());
    }

    @Test
    void anImportThatIsNotCommittedLeavesNothing() {
        try (var batch = store.startImport()) {
            batch.add(Marked.text("a", "one [p53|Gene]"));
            assertEquals(java.util.Set.of(), batch.present(List.of("a")));
        }

        assertEquals(0, store.documentCount());
        assertEquals(List.of(), store.counts());
        assertEquals(0, store.generation());
    }

    @Test
    void generationsTellWhatChangedSince() {
        put(Marked.text("a", "one two"), Marked.text("b", "two"), Marked.text("c", "three"));
        long imported = store.generation();
        store.perform("you", "Mark", List.of(new DocumentEdit("c", add(0, 3)), new DocumentEdit("a", add(0, 3))));

        assertEquals(List.of("a", "b", "c"), store.changedSince(0));
        assertEquals(List.of("a", "c"), store.changedSince(imported));
        assertEquals(List.of(), store.changedSince(store.generation()));
    }

    @Test
    void countsByTypeAndStandingCoverTheProject() {
        put(Marked.text("a", "[p53|Gene] and [TP63|Gene]"), Marked.text("b", "[p53|Gene] in [HeLa|CellLine]"));
        store.replaceSuggestions("ner-1", Map.of("a", List.of(suggestion(Span.of(0, 1), "Gene"))));

        assertEquals(
                List.of(
                        "gold mention CellLine CONFIRMED 1",
                        "gold mention Gene CONFIRMED 3",
                        "ner-1 mention Gene SUGGESTED 1"),
                store.counts().stream()
                        .map(c -> c.layer() + " " + c.kind() + " " + c.type() + " " + c.standing() + " " + c.count())
                        .toList());
    }

    @Test
    void whileOneReadsAllAnotherMayWrite() {
        put(Marked.text("a", "one two"), Marked.text("b", "two"));
        var seen = new ArrayList<Integer>();
        store.forEach(document -> {
            if (document.id().equals("a")) {
                store.perform("you", "Mark", List.of(new DocumentEdit("b", add(0, 3))));
            }
            seen.add(document.annotations().size());
        });

        assertEquals(List.of(0, 0), seen);
        assertEquals(1, store.find("b").orElseThrow().annotations().size());
    }

    private void reopen() {
        store.close();
        store = ProjectStore.open(folder);
    }

    private void put(AnnotatedDocument... documents) {
        try (var batch = store.startImport()) {
            for (var document : documents) batch.add(document);
            batch.commit("test", "Import");
        }
    }

    private List<AnnotatedDocument> state() {
        var all = new ArrayList<AnnotatedDocument>();
        store.forEach(all::add);
        return all;
    }

    private void assertCounts(int confirmed, int suggested) {
        var summary = store.summaries(0, 1).getFirst();
        assertEquals(confirmed + "/" + suggested, summary.confirmed() + "/" + summary.suggested());
    }

    private static Edit add(int start, int end) {
        return new Edit.Add(Mention.of("gold", Span.of(start, end), "Gene", YOU));
    }

    private static List<DocumentEdit> edit(Edit edit) {
        return List.of(new DocumentEdit("d", edit));
    }

    private static Mention suggestion(Span span, String type) {
        return Mention.of("ner-1", span, type, MODEL);
    }

    private static Mention accepted(Mention suggestion) {
        return suggestion.from("gold", new Source.Accepted("you", MODEL));
    }

    private static Mention rejected(Mention suggestion) {
        return suggestion.from("ner-1", new Source.Rejected("you", MODEL));
    }

    /// A document with one of everything, and text that tries the encoding.
    private static AnnotatedDocument everything() {
        var text = "Rôle of 𝛼-synuclein\u0000 & β₂ \"x\"\r\nBody\twith\fcontrol characters.";
        var document = new Document(
                "12345",
                text,
                List.of(new Section(Section.TITLE, Span.of(0, 20)), new Section("odd \"name\"", Span.of(21, 40))),
                Map.of(Document.YEAR, "1999", Document.JOURNAL, "J. Odd", "ключ", "значение"));
        List<Annotation> annotations = List.of(
                new Mention(
                        "m1",
                        "gold",
                        List.of(Span.of(0, 4), Span.of(8, 20)),
                        "Gene",
                        List.of("NCBI:1", "X|Y"),
                        Map.of("note", "a \"quoted\" one"),
                        new Source.Imported("a.txt")),
                Mention.of("ner-1", Span.of(8, 10), "Gene", MODEL),
                new Mention(
                        "m2",
                        "gold",
                        List.of(Span.of(0, 4)),
                        "T",
                        List.of(),
                        Map.of(),
                        new Source.Accepted("you", MODEL)),
                new Mention(
                        "m3",
                        "ner-1",
                        List.of(Span.of(0, 4)),
                        "T",
                        List.of(),
                        Map.of(),
                        new Source.Rejected("you", MODEL)),
                new Relation(
                        "r1",
                        "gold",
                        "binds",
                        List.of(
                                new Relation.Argument("head", new Relation.OfMention("m1")),
                                new Relation.Argument("tail", new Relation.OfConcept("MESH:D1")),
                                new Relation.Argument("site", new Relation.OfMention("m2"))),
                        Map.of("novelty", "Novel"),
                        YOU),
                new DocumentLabel("l1", "gold", "review", YOU));
        return new AnnotatedDocument(document, DocumentStatus.IN_PROGRESS, annotations);
    }
}
