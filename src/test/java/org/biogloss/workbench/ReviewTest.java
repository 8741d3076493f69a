package org.biogloss.workbench;

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
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.Models;
import org.biogloss.search.SearchRequest;
import org.biogloss.workbench.review.Asked;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Ignored;
import org.biogloss.workbench.review.Present;
import org.biogloss.workbench.review.Propagation;
import org.biogloss.workbench.review.Scope;
import org.biogloss.workbench.review.SwitchedOff;
import org.biogloss.workbench.review.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {

    private static final JobContext SILENT = JobContext.silent();

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;
    private Review review;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder, "Trial", new Models(List.of()), jobs);
        workbench.signAs("ada");
        review = new Review(workbench);
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    // Occurrences.

    @Test
    void occurrencesAreFoundInEverySpellingAndSayWhatIsThereAlready() {
        put(
                Marked.text("a", "[Aspirin|Chemical] and aspirin."),
                Marked.text("b", "An [aspirin|Disease], a [low aspirin dose|Disease]; aspirins, aspirinate."));

        assertEquals(
                List.of(
                        "a Aspirin ANNOTATED",
                        "a aspirin FREE",
                        "b aspirin OTHER_TYPE",
                        "b aspirin OVERLAPPING",
                        "b aspirins FREE"),
                lines(hits("aspirin", "Chemical")));
    }

    @Test
    void anAbbreviationIsProposedWhereItIsExplainedAndDoubtedElsewhere() {
        put(
                Marked.text("a", "Acetylsalicylic acid (ASA) helps. ASA is cheap."),
                Marked.text("b", "Argininosuccinic acid (ASA) rose. ASA fell."),
                Marked.text("c", "We gave ASA to mice."));

        var byTie = hits("acetylsalicylic acid", "Chemical").stream()
                .collect(Collectors.groupingBy(
                        hit -> hit.variant().tie(), Collectors.mapping(ReviewTest::line, Collectors.toList())));
        assertEquals(List.of("a ASA FREE", "a ASA FREE"), byTie.get(Variant.Tie.SHORT_FORM));
        assertEquals(List.of("c ASA FREE"), byTie.get(Variant.Tie.UNEXPLAINED));
        assertFalse(hits("acetylsalicylic acid", "Chemical").getLast().variant().proposed());
    }

    @Test
    void whatAnAbbreviationStandsForIsProposedEverywhere() {
        put(
                Marked.text("a", "Tumor necrosis factor (TNF) rose."),
                Marked.text("b", "Tumor necrosis factor fell."),
                Marked.text("c", "TNF stayed."));
        assertEquals(
                List.of("a TNF FREE", "a Tumor necrosis factor FREE", "c TNF FREE", "b Tumor necrosis factor FREE"),
                lines(hits("TNF", "Gene")));
    }

    @Test
    void onlyTheDocumentOrTheSearchResultIsLookedAtWhereAsked() {
        put(Marked.text("a", "Aspirin in mice."), Marked.text("b", "Aspirin in rats."), Marked.text("c", "Rats."));
        assertEquals(List.of("b Aspirin FREE"), lines(hits(asked("aspirin", new Scope.OneDocument("b")))));
        var found = new Scope.Found(SearchRequest.of("rats", 1));
        assertEquals(List.of("b Aspirin FREE"), lines(hits(asked("aspirin", found))));
    }

    @Test
    void propagationIsOneActionThatUndoTakesBackWhole() {
        put(Marked.text("a", "Aspirin and aspirin."), Marked.text("b", "Some aspirin."));
        var before = List.of(workbench.document("a"), workbench.document("b"));
        var asked = asked("aspirin", new Scope.Everything());
        int changed = review.decide(asked, yes(hits(asked)), SILENT);

        assertEquals(2, changed);
        assertEquals(
                List.of("Aspirin", "aspirin"),
                workbench
                        .document("a")
                        .mentions("gold")
                        .map(m -> m.in("Aspirin and aspirin."))
                        .toList());
        assertTrue(hits(asked).stream().allMatch(hit -> hit.present().kind() == Present.Kind.ANNOTATED));
        review.decide(asked, yes(hits(asked)), SILENT);
        assertEquals(3, mentions(), "what is there is not doubled");

        workbench.undo();
        assertEquals(before, List.of(workbench.document("a"), workbench.document("b")));
        workbench.redo();
        assertEquals(3, mentions());
    }

    @Test
    void whatIsTurnedDownStaysTurnedDownAfterARestartUntilItIsWanted() {
        put(Marked.text("a", "Aspirin and aspirin."));
        var asked = asked("aspirin", new Scope.Everything());
        review.decide(asked, List.of(new Propagation.Decision("a", new Span(0, 7), false)), SILENT);
        workbench.close();
        workbench = Workbench.open(folder, new Models(List.of()), jobs);
        review = new Review(workbench);

        assertEquals(List.of("a Aspirin REJECTED", "a aspirin FREE"), lines(hits(asked)));
        assertEquals(
                2,
                hits("aspirin", "Disease").stream()
                        .filter(hit -> hit.present().isOpen())
                        .count());
        review.decide(asked, yes(hits(asked)), SILENT);
        assertEquals(2, mentions());
        assertTrue(workbench.document("a").annotations().stream().allMatch(a -> a.standing() == Standing.CONFIRMED));
    }

    @Test
    void aSuggestionOfTheSameIsAcceptedAndAMentionOfAnotherTypeChangesIt() {
        put(Marked.text("a", "Aspirin and [aspirin|Disease]."));
        suggest("a", suggestion("s", 0, 7, "Chemical", 0.8));
        var asked = asked("aspirin", new Scope.Everything());
        assertEquals(List.of("a Aspirin SUGGESTED", "a aspirin OTHER_TYPE"), lines(hits(asked)));
        review.decide(asked, yes(hits(asked)), SILENT);

        var now = workbench.document("a").mentions().toList();
        assertEquals(2, now.size());
        assertTrue(now.get(0).source() instanceof Source.Accepted);
        assertEquals("Chemical", now.get(1).type());
    }

    @Test
    void aCancelledPropagationChangesNothing() {
        put(Marked.text("a", "Aspirin."));
        var asked = asked("aspirin", new Scope.Everything());
        var decisions = yes(hits(asked));
        var stopped = new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> review.decide(asked, decisions, stopped));
        assertEquals(0, mentions());
    }

    @Test
    void aVariantThatWasSwitchedOffIsRememberedForItsTypeAlone() {
        var variant = new Variant("ASPIRIN", Variant.Tie.SPELLING, Set.of(), true);
        var off = new SwitchedOff(workbench.store());
        off.put("aspirin", "Chemical", variant, false);
        assertEquals(Set.of("SPELLING ASPIRIN"), new SwitchedOff(workbench.store()).of("Aspirin", "Chemical"));
        assertEquals(Set.of(), off.of("aspirin", "Disease"));
        off.put("aspirin", "Chemical", variant, true);
        assertEquals(Set.of(), off.of("aspirin", "Chemical"));
    }

    // Acceptance.

    @Test
    void relationsAreAcceptedWithTheirEndsAndTieWhatIsThereAlready() {
        put(Marked.text("a", "[Aspirin|Chemical] treats pain in mice."));
        suggest(
                "a",
                suggestion("s1", 0, 7, "Chemical", 0.3),
                suggestion("s2", 15, 19, "Disease", 0.3),
                Relation.between("m", "Chemical-treats-Disease", "s1", "s2", new Source.Model("m", 0.9)));
        int count = review.accept("m", Set.of("Chemical-treats-Disease"), 0.5, new Scope.Everything(), SILENT);

        assertEquals(1, count);
        var now = workbench.document("a");
        assertEquals(2, now.mentions("gold").count());
        var relation = now.relations().findFirst().orElseThrow();
        assertEquals("gold", relation.layer());
        assertTrue(relation.ties("m1") && relation.ties("s2"));
        workbench.undo();
        assertEquals(3, workbench.document("a").mentions().count());
    }

    @Test
    void theSurveyCountsWhatAcceptanceWouldAccept() {
        put(Marked.text("a", "one two three"), Marked.text("b", "four"));
        suggest(
                "a",
                suggestion("s1", 0, 3, "Gene", 0.55),
                suggestion("s2", 4, 7, "Gene", 0.95),
                suggestion("s3", 8, 13, "Disease", 0.9));
        suggest("b", suggestion("s4", 0, 4, "Gene", 0.9));
        var survey = review.suggestions(new Scope.Everything(), SILENT);

        assertEquals(List.of("m"), survey.models());
        assertEquals(List.of("Disease", "Gene"), survey.types("m"));
        assertEquals(3, survey.count("m", Set.of("Gene", "Disease"), 0.9));
        assertEquals(1, review.suggestions(new Scope.OneDocument("b"), SILENT).count("m", Set.of("Gene"), 0));
        assertEquals(
                List.of(1, 2), List.of(survey.histogram("m", "Gene", 10)[5], survey.histogram("m", "Gene", 10)[9]));
        assertEquals(3, review.accept("m", Set.of("Gene", "Disease"), 0.9, new Scope.Everything(), SILENT));
        assertEquals(1, review.suggestions(new Scope.Everything(), SILENT).count("m", Set.of("Gene"), 0));
    }

    @Test
    void theEstimateRestsOnThisPersonsSingleDecisionsOnly() {
        var text = new StringBuilder();
        var suggestions = new ArrayList<Mention>();
        for (int i = 0; i < 12; i++) {
            suggestions.add(suggestion("s" + i, text.length(), text.length() + 4, "Gene", i / 20.0 + 0.4));
            text.append("gene ");
        }
        put(Marked.text("a", text.toString()));
        suggest("a", suggestions.toArray(Mention[]::new));
        decide(suggestions.get(8), true);
        decide(suggestions.get(9), true);
        decide(suggestions.get(10), false);
        decide(suggestions.get(11), true);
        workbench.undo();
        workbench.signAs("bob");
        decide(suggestions.get(7), false);
        workbench.signAs("ada");
        review.accept("m", Set.of("Gene"), 0.5, new Scope.Everything(), SILENT);

        var estimate = review.history(SILENT).at("m", Optional.of("Gene"), 0.5);
        assertEquals(2, estimate.agreed());
        assertEquals(3, estimate.decided());
        assertFalse(estimate.isEnough());
        assertEquals(1, review.history(SILENT).at("m", Optional.empty(), 0.87).decided());
    }

    @Test
    void anAcceptedSuggestionThatIsDeletedLaterWasNoAgreement() {
        put(Marked.text("a", "gene gene"));
        var one = suggestion("s1", 0, 4, "Gene", 0.9);
        suggest("a", one);
        decide(one, true);
        var accepted = workbench.document("a").find("s1").orElseThrow();
        workbench.perform("Delete", "a", new Edit.Remove(accepted));

        var estimate = review.history(SILENT).at("m", Optional.empty(), 0);
        assertEquals(0, estimate.agreed());
        assertEquals(1, estimate.decided());
    }

    // Consistency.

    @Test
    void eachKindOfContradictionIsFound() {
        put(
                Marked.text("a", "[aspirin|Chemical] [Aspirin|Chemical] [aspirin|Disease] aspirin aspirinate"),
                Marked.text("b", "[the aspirin|Chemical] and [aspirin,|Chemical] and [(TNF|Gene]) [TNF|Gene]"),
                nested());
        assertEquals(
                List.of(
                                "BOUNDARY b aspirin, > aspirin",
                                "BOUNDARY b the aspirin > aspirin",
                                "BOUNDARY b (TNF > TNF",
                                "OTHER_TYPE a aspirin > Chemical",
                                "OVERLAP c cancer > breast cancer",
                                "TWIN a aspirin > Chemical")
                        .stream()
                        .sorted()
                        .toList(),
                check().stream().map(ReviewTest::words).sorted().toList());
    }

    @Test
    void aTwinThatWasTurnedDownIsNoneAnyMore() {
        put(Marked.text("a", "[aspirin|Chemical] and aspirin"));
        assertEquals(1, check().size());
        review.decide(
                asked("aspirin", new Scope.Everything()),
                List.of(new Propagation.Decision("a", new Span(12, 19), false)),
                SILENT);
        assertEquals(List.of(), check());
    }

    @Test
    void aWordThatIsMostlyBareIsNoTwinInOtherDocuments() {
        put(Marked.text("a", "[acid|Chemical] and acid"), Marked.text("b", "acid acid acid acid acid"));
        assertEquals(
                List.of("TWIN a acid > Chemical"),
                check().stream().map(ReviewTest::words).toList());
    }

    @Test
    void aMentionWithoutConceptGetsTheOneThatItsTextHasElsewhere() {
        put(with("a", "aspirin rose", mention("m1", 0, 7, "Chemical", List.of("MESH:D001241"))));
        put(with("b", "aspirin fell", mention("m1", 0, 7, "Chemical", List.of())));
        var found = check();
        assertEquals(
                List.of("NO_CONCEPT b aspirin > [MESH:D001241]"),
                found.stream().map(ReviewTest::words).toList());
        review.fix("Give concepts", found, SILENT);
        assertEquals(List.of(), check());
    }

    @Test
    void aRelationThatFitsTheOtherWayRoundIsTurned() {
        var relation = Relation.between("gold", "Chemical-treats-Disease", "m2", "m1", new Source.Person("test"));
        var marked = Marked.text("a", "[Aspirin|Chemical] treats [pain|Disease]");
        var annotations = new ArrayList<>(marked.annotations());
        annotations.add(relation);
        put(new AnnotatedDocument(marked.document(), DocumentStatus.NEW, annotations));
        var found = check();
        assertEquals(
                List.of("RELATION a pain > Disease, Chemical"),
                found.stream().map(ReviewTest::words).toList());
        review.fix("Turn", found, SILENT);
        assertEquals(List.of(), check());
    }

    @Test
    void allThatCanBeMendedIsMendedAsOneAction() {
        put(
                Marked.text("a", "[aspirin|Chemical] [Aspirin|Chemical] [aspirin|Disease] aspirin"),
                Marked.text("b", "[the aspirin|Chemical]"),
                nested());
        var before = workbench.store().ids().stream().map(workbench::document).toList();
        review.fix("Mend all", check(), SILENT);
        assertEquals(List.of(), check());
        workbench.undo();
        assertEquals(
                before,
                workbench.store().ids().stream().map(workbench::document).toList());
    }

    @Test
    void whatIsIgnoredIsRememberedInTheProject() {
        put(Marked.text("a", "[aspirin|Chemical] [Aspirin|Chemical] [aspirin|Disease]"));
        var found = check();
        new Ignored(workbench.store()).add(found);
        assertTrue(new Ignored(workbench.store()).contains(check().getFirst()));
        new Ignored(workbench.store()).remove(found);
        assertFalse(new Ignored(workbench.store()).contains(found.getFirst()));
    }

    @Test
    void theNextTwinGoesAroundAndHeedsWhatTheDocumentSaysNow() {
        put(Marked.text("a", "aspirin, [aspirin|Chemical], aspirin"));
        var twins = review.twins(SILENT);
        var document = workbench.document("a");
        assertEquals(18, twins.next(document, 5).orElseThrow().place().span().start());
        assertEquals(0, twins.next(document, 20).orElseThrow().place().span().start());
        assertTrue(twins.next(Marked.text("x", "nothing"), 0).isEmpty());
    }

    private static AnnotatedDocument nested() {
        return with(
                "c",
                "a breast cancer",
                mention("m1", 2, 15, "Disease", List.of()),
                mention("m2", 9, 15, "Disease", List.of()));
    }

    private static AnnotatedDocument with(String id, String text, Annotation... annotations) {
        return new AnnotatedDocument(Document.of(id, text), DocumentStatus.NEW, List.of(annotations));
    }

    private static Mention mention(String id, int start, int end, String type, List<String> concepts) {
        return new Mention(
                id, "gold", List.of(new Span(start, end)), type, concepts, Map.of(), new Source.Person("test"));
    }

    private static Mention suggestion(String id, int start, int end, String type, double confidence) {
        return new Mention(
                id, "m", List.of(new Span(start, end)), type, List.of(), Map.of(), new Source.Model("m", confidence));
    }

    private void suggest(String document, Annotation... suggestions) {
        workbench.store().replaceSuggestions(document, "m", List.of(suggestions));
    }

    private void decide(Mention suggestion, boolean agree) {
        var model = (Source.Model) suggestion.source();
        var by = workbench.annotator();
        var after = agree
                ? suggestion.from("gold", new Source.Accepted(by, model))
                : suggestion.from("m", new Source.Rejected(by, model));
        workbench.perform("Decide", "a", new Edit.Replace(suggestion, after));
    }

    private List<Finding> check() {
        var found = new ArrayList<Finding>();
        review.check(found::add, SILENT);
        return found;
    }

    private static String words(Finding finding) {
        var what = switch (finding) {
            case Finding.OtherType other -> other.usual();
            case Finding.Boundary edge -> edge.shorter();
            case Finding.Twin twin -> twin.type();
            case Finding.NoConcept none -> none.usual().toString();
            case Finding.Overlap overlap -> overlap.around();
            case Finding.BrokenRelation relation -> relation.ends();
        };
        return finding.kind() + " " + finding.place().documentId() + " "
                + finding.place().text() + " > " + what;
    }

    private static Asked asked(String name, Scope scope) {
        return new Asked(name, "Chemical", List.of(), scope);
    }

    private List<Hit> hits(String name, String type) {
        return hits(new Asked(name, type, List.of(), new Scope.Everything()));
    }

    private List<Hit> hits(Asked asked) {
        var hits = new ArrayList<Hit>();
        review.occurrences(asked, hits::addAll, SILENT);
        return hits;
    }

    private static List<String> lines(List<Hit> hits) {
        return hits.stream().map(ReviewTest::line).toList();
    }

    private static String line(Hit hit) {
        return hit.place().documentId() + " " + hit.place().text() + " "
                + hit.present().kind();
    }

    private static List<Propagation.Decision> yes(List<Hit> hits) {
        return hits.stream()
                .map(hit -> new Propagation.Decision(
                        hit.place().documentId(), hit.place().span(), true))
                .toList();
    }

    private long mentions() {
        return workbench.store().ids().stream()
                .flatMap(id -> workbench.document(id).mentions("gold"))
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .count();
    }

    private void put(AnnotatedDocument... documents) {
        try (var batch = workbench.store().startImport()) {
            for (var document : documents) batch.add(document);
            batch.commit("test", "Import");
        }
        workbench.bringIndexUpToDate(SILENT);
    }
}
