package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Difference;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every moment of a document can be seen again, and gone back to; nothing is erased by it.
class PastTest {

    private static final String TEXT = "Loss of p53 in 𝛼-synuclein deficient cells";
    private static final Source YOU = new Source.Person("you");

    @TempDir
    Path folder;

    private ProjectStore store;

    @BeforeEach
    void open() {
        store = ProjectStore.create(folder.resolve("p"), "Past", Schema.standard());
        try (var batch = store.startImport()) {
            batch.add(AnnotatedDocument.bare(Document.of("d", TEXT)));
            batch.add(AnnotatedDocument.bare(Document.of("other", TEXT)));
            batch.commit("test", "Import");
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private AnnotatedDocument now() {
        return store.find("d").orElseThrow();
    }

    private AnnotatedDocument asOf(long entry) {
        return store.asOf("d", entry).orElseThrow();
    }

    private void perform(String title, Edit edit) {
        store.perform("you", title, List.of(new DocumentEdit("d", edit)));
    }

    @Test
    void everyMomentComesOutAsItWas() {
        var random = new Random(3);
        Map<Long, AnnotatedDocument> moments = new TreeMap<>();
        moments.put(store.generation(), now());
        for (int step = 0; step < 120; step++) {
            switch (random.nextInt(8)) {
                case 0 -> store.undo("you");
                case 1 -> store.redo("you");
                case 2 -> store.perform("ann", "Elsewhere", List.of(new DocumentEdit("other", label())));
                default -> perform("Edit", RandomEditsTest.anyEdit(now(), random));
            }
            moments.put(store.generation(), now());
        }
        moments.forEach((entry, then) -> assertEquals(then, asOf(entry), "after entry " + entry));
    }

    @Test
    void whatPeopleDecidedComesOutAsItWasThoughModelsReadTheDocumentAgainAndAgain() {
        var random = new Random(5);
        Map<Long, AnnotatedDocument> moments = new TreeMap<>();
        for (int step = 0; step < 120; step++) {
            var waiting = now().mentions()
                    .filter(mention -> mention.standing() == Standing.SUGGESTED)
                    .toList();
            switch (random.nextInt(6)) {
                case 0 -> store.replaceSuggestions("d", "ner", List.of(suggestion(random), suggestion(random)));
                case 1 -> store.undo("you");
                case 2, 3 -> {
                    if (!waiting.isEmpty()) decide(waiting.get(random.nextInt(waiting.size())), random.nextBoolean());
                }
                default -> perform("Add", new Edit.Add(Mention.of("gold", Span.of(0, 4), "Event", YOU)));
            }
            moments.put(store.generation(), decided(now()));
        }
        moments.forEach((entry, then) -> assertEquals(then, decided(asOf(entry)), "after entry " + entry));
    }

    @Test
    void goingBackIsOneStepThatCanBeUndoneAndErasesNothing() {
        var first = Mention.of("gold", Span.of(0, 4), "Event", YOU);
        perform("Add", new Edit.Add(first));
        var p53 = Mention.of("gold", Span.of(8, 11), "Gene", YOU);
        perform("Add", new Edit.Add(p53));
        long moment = store.generation();
        var then = now();
        perform("Link", new Edit.Add(Relation.between("gold", "of", first.id(), p53.id(), YOU)));
        perform("Note", new Edit.Replace(p53, p53.with(Annotation.NOTE, "human?")));
        perform("Remove", now().removing(first));
        perform("Look", new Edit.SetAbout(Document.NOTE, "", "odd"));
        perform("Done", new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.DONE));
        var latest = now();
        int entries = store.history("d", 100).size();

        perform("Go back", Difference.between(latest, asOf(moment)).edit());

        assertEquals(then, now());
        assertEquals(entries + 1, store.history("d", 100).size());
        store.undo("you");
        assertEquals(latest, now());
    }

    @Test
    void suggestionsOfTodayStayUnlessTheyTieWhatGoes() {
        long moment = store.generation();
        var added = Mention.of("gold", Span.of(0, 4), "Event", YOU);
        perform("Add", new Edit.Add(added));
        var random = new Random(1);
        var suggested = suggestion(random);
        var tie = Relation.between("ner", "of", added.id(), suggested.id(), suggested.source());
        store.replaceSuggestions("d", "ner", List.of(suggested, tie));

        var difference = Difference.between(now(), asOf(moment));
        perform("Go back", difference.edit());

        assertEquals(List.of(suggested), now().annotations());
        assertFalse(difference.isNone());
        assertTrue(Difference.between(now(), now()).isNone());
    }

    @Test
    void theHistoryOfTheProjectIsToldInOrderWithAllDocuments() {
        perform("Add", new Edit.Add(Mention.of("gold", Span.of(0, 4), "Event", YOU)));
        store.perform("ann", "Label", List.of(new DocumentEdit("d", label()), new DocumentEdit("other", label())));
        var told = new ArrayList<JournalEntry>();
        store.history(told::add);

        assertEquals(
                List.of("Import", "Add", "Label"),
                told.stream().map(JournalEntry::title).toList());
        assertEquals(
                List.of("d", "other"),
                told.getLast().edits().stream().map(DocumentEdit::documentId).toList());
        assertEquals(1, store.history("other", 9).getFirst().edits().size(), "what was done to others is not told");
    }

    private void decide(Mention mention, boolean accepts) {
        var model = (Source.Model) mention.source();
        var source = accepts ? new Source.Accepted("you", model) : new Source.Rejected("you", model);
        perform("Decide", new Edit.Replace(mention, mention.from("gold", source)));
    }

    private static AnnotatedDocument decided(AnnotatedDocument document) {
        return new AnnotatedDocument(
                document.document(),
                document.status(),
                document.annotations().stream()
                        .filter(annotation -> annotation.standing() != Standing.SUGGESTED)
                        .toList());
    }

    private static Edit label() {
        return new Edit.Add(new org.biogloss.document.DocumentLabel(Annotation.freshId(), "gold", "review", YOU));
    }

    private static Mention suggestion(Random random) {
        int start = random.nextInt(TEXT.length() - 4);
        return Mention.of("ner", Span.of(start, start + 3), "Gene", new Source.Model("ner", random.nextDouble()));
    }
}
