package org.biogloss.workbench;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.biogloss.store.ProjectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

    private static final Source YOU = new Source.Person("you");

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder, "Trial", new Models(List.of()), jobs);
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    @Test
    void anEditIsFoundByTheNextSearches() {
        put(Marked.text("a", "Loss of p53 in cells"), Marked.text("b", "Nothing here"));
        workbench.perform("Mark", "a", new Edit.Add(Mention.of("gold", Span.of(8, 11), "Gene", YOU)));

        await().atMost(Duration.ofSeconds(20)).until(() -> found("Gene:p53").equals(List.of("a")));
        workbench.undo();
        await().atMost(Duration.ofSeconds(20)).until(() -> found("Gene:p53").isEmpty());
    }

    @Test
    void anIndexThatIsBehindCatchesUpWhenTheProjectIsOpened() {
        put(Marked.text("a", "Loss of p53"), Marked.text("b", "Gain of TP63"));
        workbench.bringIndexUpToDate(JobContext.silent());
        workbench.close();
        try (var store = org.biogloss.store.ProjectStore.open(folder);
                var batch = store.startImport()) {
            batch.add(Marked.text("c", "Loss of KRAS"));
            batch.commit("test", "Without the index");
        }

        workbench = Workbench.open(folder, new Models(List.of()), jobs);
        workbench.bringIndexUpToDate(JobContext.silent());

        assertEquals(List.of("a", "c"), found("loss").stream().sorted().toList());
    }

    @Test
    void anIndexThatWasLostIsMadeAgain() throws Exception {
        put(Marked.text("a", "Loss of p53"), Marked.text("b", "Gain of TP63"));
        workbench.bringIndexUpToDate(JobContext.silent());
        workbench.close();
        try (var files = java.nio.file.Files.list(folder.resolve("index"))) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                java.nio.file.Files.writeString(file, "not an index");
            }
        }

        workbench = Workbench.open(folder, new Models(List.of()), jobs);
        workbench.bringIndexUpToDate(JobContext.silent());

        assertEquals(List.of("a"), found("loss"));
    }

    @Test
    void listenersHearOfEachChange() {
        put(Marked.text("a", "Loss of p53"), Marked.text("b", "Gain of TP63"));
        var heard = new CopyOnWriteArrayList<ProjectChange>();
        workbench.listen(change -> {
            if (!(change instanceof ProjectChange.Reindexed)) heard.add(change);
        });

        var after = workbench.perform("Mark", "a", new Edit.Add(Mention.of("gold", Span.of(8, 11), "Gene", YOU)));
        workbench.activateLayer("mine");

        assertEquals(new ProjectChange.DocumentChanged("a", after), heard.get(0));
        assertEquals(new ProjectChange.LayerChanged("mine"), heard.get(1));
        assertEquals("mine", workbench.activeLayer());
    }

    @Test
    void acceptingAllIsOneStepAndTakesOnlyWhatWasAskedFor() {
        put(Marked.text("a", "Loss of [p53|Gene] in HeLa"), Marked.text("b", "Gain of TP63"));
        suggest("a", Span.of(8, 11), "Gene", 0.99);
        suggest("b", Span.of(8, 12), "Gene", 0.9);
        var before = state();

        assertEquals(1, workbench.acceptAll("ner", Optional.of("Gene"), 0.85, Optional.of("b")));
        assertEquals(
                Standing.CONFIRMED,
                workbench.document("b").annotations().getFirst().standing());
        workbench.undo();
        assertEquals(before, state());

        assertEquals(0, workbench.acceptAll("ner", Optional.of("Disease"), 0, Optional.empty()));
        assertEquals(0, workbench.acceptAll("ner", Optional.empty(), 0.999, Optional.empty()));
        assertEquals(2, workbench.acceptAll("ner", Optional.empty(), 0, Optional.empty()));
        assertEquals(1, workbench.document("a").annotations().size(), "what was confirmed already is not doubled");
        workbench.undo();
        assertEquals(before, state());
    }

    @Test
    void aModelSuggestsNothingThatIsConfirmedOrWasTurnedDown() {
        put(Marked.text("a", "Loss of [p53|Gene] in HeLa cells"));
        var told = new ArrayList<String>();
        var highlighting = new Highlighting(workbench.store(), "gold", told::addAll);
        Highlighting.Marker marker = (texts, _) -> texts.stream()
                .map(_ -> List.<Annotation>of(found(8, 11, "Gene"), found(15, 19, "CellLine"), found(0, 4, "Event")))
                .toList();

        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);
        var event = mention("Event");
        workbench.perform(
                "Reject", "a", new Edit.Replace(event, event.from("ner", new Source.Rejected("you", (Source.Model)
                        event.source()))));
        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);

        assertEquals(
                List.of("Event REJECTED", "Gene CONFIRMED", "CellLine SUGGESTED"),
                workbench
                        .document("a")
                        .mentions()
                        .map(m -> m.type() + " " + m.standing())
                        .toList());
        assertEquals(List.of("a", "a"), told);
    }

    @Test
    void aSuggestedRelationTiesWhatIsConfirmedAndStaysAwayWhenItWasTurnedDown() {
        put(Marked.text("a", "Loss of [p53|Gene] in HeLa cells"));
        var highlighting = new Highlighting(workbench.store(), "gold", _ -> {});
        Highlighting.Marker marker = (texts, _) -> {
            var gene = found(8, 11, "Gene");
            var cells = found(15, 19, "CellLine");
            var source = new Source.Model("ner", 0.75);
            var lostIn = Relation.between("ner", "lostIn", gene.id(), cells.id(), source);
            return texts.stream()
                    .map(_ -> List.<Annotation>of(gene, cells, lostIn))
                    .toList();
        };

        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);

        var relation = relations().getFirst();
        assertEquals(new Relation.OfMention(mention("Gene").id()), relation.head(), "the confirmed one");
        assertEquals(new Relation.OfMention(mention("CellLine").id()), relation.tail(), "the suggested one");
        assertEquals(Standing.SUGGESTED, relation.standing());

        workbench.perform(
                "Reject", "a", new Edit.Replace(relation, relation.from("ner", new Source.Rejected("you", (Source.Model)
                        relation.source()))));
        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);
        assertEquals(
                List.of(),
                relations().stream()
                        .filter(one -> one.standing() == Standing.SUGGESTED)
                        .toList());
    }

    @Test
    void aSuggestedLabelStaysAwayOnceItIsSetOrTurnedDown() {
        put(Marked.text("a", "Loss of p53 in HeLa cells"));
        var highlighting = new Highlighting(workbench.store(), "gold", _ -> {});
        Highlighting.Marker marker = (texts, _) -> texts.stream()
                .map(_ -> List.<Annotation>of(label("review"), label("trial"), label("report")))
                .toList();
        var set = new DocumentLabel(Annotation.freshId(), "gold", "review", YOU);
        workbench.perform("Label", "a", new Edit.Add(set));

        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);
        var trial = workbench
                .document("a")
                .labels()
                .filter(one -> one.type().equals("trial"))
                .findFirst()
                .orElseThrow();
        workbench.perform(
                "Reject", "a", new Edit.Replace(trial, trial.from("ner", new Source.Rejected("you", (Source.Model)
                        trial.source()))));
        highlighting.run(List.of("a"), "ner", marker, JobContext.silent(), 0, 1);

        assertEquals(
                List.of("report SUGGESTED", "review CONFIRMED", "trial REJECTED"),
                workbench
                        .document("a")
                        .labels()
                        .map(one -> one.type() + " " + one.standing())
                        .sorted()
                        .toList());
    }

    private static DocumentLabel label(String name) {
        return new DocumentLabel(Annotation.freshId(), "ner", name, new Source.Model("ner", 0.8));
    }

    private List<Relation> relations() {
        return workbench.document("a").annotations().stream()
                .filter(Relation.class::isInstance)
                .map(Relation.class::cast)
                .toList();
    }

    @Test
    void aDocumentThatIsNotThereIsSaidToBeMissing() {
        var trouble = assertThrows(ProjectException.class, () -> workbench.document("nowhere"));
        assertTrue(trouble.getMessage().contains("nowhere"));
        assertFalse(workbench.canUndo());
        assertInstanceOf(Optional.class, workbench.undo());
    }

    private Mention mention(String type) {
        return workbench
                .document("a")
                .mentions()
                .filter(m -> m.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Mention found(int start, int end, String type) {
        return Mention.of("ner", Span.of(start, end), type, new Source.Model("ner", 0.75));
    }

    private void suggest(String document, Span span, String type, double confidence) {
        var mention = Mention.of("ner", span, type, new Source.Model("ner", confidence));
        workbench.store().replaceSuggestions("ner", Map.of(document, List.of(mention)));
    }

    private List<AnnotatedDocument> state() {
        return List.of(workbench.document("a"), workbench.document("b"));
    }

    private List<String> found(String query) {
        return workbench.search(SearchRequest.of(query, 10)).hits().stream()
                .map(SearchHit::id)
                .toList();
    }

    private void put(AnnotatedDocument... documents) {
        try (var batch = workbench.store().startImport()) {
            for (var document : documents) batch.add(document);
            batch.commit("test", "Import");
        }
    }
}
