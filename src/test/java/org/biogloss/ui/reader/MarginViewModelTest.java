package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.junit.jupiter.api.Test;

class MarginViewModelTest {

    private static final String TEXT = "Loss of p53 in HeLa cells.";
    private static final Source FILE = new Source.Imported("file");

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> failures = new ArrayList<>();
    private final DeskInMemory desk = new DeskInMemory(document(), AnnotatedDocument.bare(Document.of("e", "Empty.")));
    private final MarginInMemory margin = new MarginInMemory(desk);
    private final ReaderViewModel reader =
            new ReaderViewModel(desk, Runnable::run, Runnable::run, (tried, why) -> failures.add(tried + why), _ -> {});
    private final MarginViewModel beside = new MarginViewModel(
            reader, margin, Runnable::run, Runnable::run, (tried, why) -> failures.add(tried + why), nanos::get);

    private static AnnotatedDocument document() {
        var p53 =
                new Mention("p53", "gold", List.of(new Span(8, 11)), "Gene", List.of(), Map.of("colour", "red"), FILE);
        var hela = Mention.of("ner", new Span(15, 19), "CellLine", new Source.Model("ner", 0.8));
        var label = new DocumentLabel("l1", "ner", "review", new Source.Model("ner", 0.7));
        var surer = new DocumentLabel("l2", "ner", "case report", new Source.Model("ner", 0.9));
        return new AnnotatedDocument(Document.of("d", TEXT), DocumentStatus.NEW, List.of(p53, hela, label, surer));
    }

    private AnnotatedDocument now() {
        assertEquals(List.of(), failures);
        return desk.document("d");
    }

    private Mention mention(String type) {
        return now().mentions()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAttributeIsSetChangedTakenAwayAndUndone() {
        reader.open("d");
        reader.setAttribute("d", mention("Gene"), "certainty", "possible");
        assertEquals(
                Map.of("colour", "red", "certainty", "possible"),
                mention("Gene").attributes());
        assertEquals(FILE, mention("Gene").source(), "what a file brought stays the file's");
        reader.setAttribute("d", mention("Gene"), "colour", "");
        assertEquals(Map.of("certainty", "possible"), mention("Gene").attributes());
        reader.undo();
        reader.undo();
        assertEquals(Map.of("colour", "red"), mention("Gene").attributes());
        reader.setAttribute("d", mention("Gene"), "colour", "red");
        assertFalse(desk.canUndo(), "nothing to do");
    }

    @Test
    void aRemarkOnASuggestionAcceptsItSoThatTheModelCannotTakeItAway() {
        reader.open("d");
        reader.setAttribute("d", mention("CellLine"), Annotation.NOTE, "  contaminated? ");

        assertEquals("contaminated?", mention("CellLine").note());
        assertEquals(Standing.CONFIRMED, mention("CellLine").standing());
        assertEquals("gold", mention("CellLine").layer());
        assertEquals(DocumentStatus.IN_PROGRESS, now().status());
    }

    @Test
    void relationsHaveAttributesToo() {
        reader.open("d");
        var tie = Relation.between("gold", "in", "p53", mention("CellLine").id(), FILE);
        desk.perform("Tie", "d", new org.biogloss.document.Edit.Add(tie));
        reader.refresh("d");
        reader.setAttribute("d", tie, "negation", "negated");

        assertEquals(
                Map.of("negation", "negated"),
                now().relations().findFirst().orElseThrow().attributes());
    }

    @Test
    void whatWasTypedBesideADocumentIsKeptThereThoughTheNextIsOpen() {
        reader.open("d");
        reader.open("e");
        reader.setNote("d", "look again");
        reader.setAttribute("d", mention("Gene"), "certainty", "possible");

        assertEquals("look again", now().document().known(Document.NOTE).orElse(""));
        assertEquals("possible", mention("Gene").attributes().get("certainty"));
        assertEquals("e", reader.document().orElseThrow().id());
    }

    @Test
    void labelsAreSetAndTakenAwayAndSuggestionsDecidedTheSurestFirst() {
        reader.open("d");
        reader.toggleLabel("randomised trial");
        reader.acceptFirstLabel();
        reader.rejectFirstLabel();
        reader.rejectFirstLabel();

        assertEquals(
                List.of("case report CONFIRMED", "randomised trial CONFIRMED", "review REJECTED"),
                now().labels()
                        .map(one -> one.type() + " " + one.standing())
                        .sorted()
                        .toList());
        reader.toggleLabel("randomised trial");
        assertEquals(2, now().labels().count());
        reader.toggleLabel("review");
        assertEquals(3, now().labels().count(), "a label once turned down may be set by hand");
    }

    @Test
    void theDocumentIsSeenAsItWasAndGoneBackToInOneStep() {
        reader.open("d");
        reader.setAttribute("d", mention("Gene"), "certainty", "possible");
        var then = now();
        reader.setStatus(DocumentStatus.DONE);
        reader.toggleLabel("review");
        var latest = now();
        beside.show(MarginViewModel.Aspect.HISTORY);
        var moments = beside.momentsProperty().get();
        assertEquals(3, moments.size());

        beside.preview(moments.getLast());
        assertEquals(then, beside.previewProperty().get().orElseThrow().then());
        assertEquals(latest, now(), "looking changes nothing");
        beside.goBack();

        assertEquals(then, now());
        assertTrue(beside.previewProperty().get().isEmpty());
        assertEquals(4, beside.momentsProperty().get().size());
        reader.undo();
        assertEquals(latest, now());
    }

    @Test
    void anythingDoneEndsTheLookAtThePast() {
        reader.open("d");
        reader.toggleLabel("review");
        beside.show(MarginViewModel.Aspect.HISTORY);
        beside.preview(beside.momentsProperty().get().getFirst());
        reader.nextMention();
        assertTrue(beside.previewProperty().get().isEmpty());
    }

    @Test
    void aGuidelineIsOpenedAtTheHeadingOfItsType() {
        beside.saveGuidelines("# Genes");
        beside.showGuideline("Gene");
        assertEquals(MarginViewModel.Aspect.GUIDELINES, beside.aspectProperty().get());
        assertEquals("Gene", beside.headingProperty().get().orElseThrow().words());
        assertEquals("# Genes", margin.guidelines);
        beside.beginGuidelines();
        beside.saveGuidelines("# Others");
        assertEquals("# Genes", beside.versionsProperty().get().getFirst().text());
    }

    @Test
    void timeIsMeasuredOnlyWhereSomebodyWantsItAndNotWhileHeIsAway() {
        reader.open("d");
        wait(5);
        beside.touch();
        assertTrue(margin.times.isEmpty(), "off by default");

        beside.setTimed(true);
        wait(20);
        beside.touch();
        wait(600);
        beside.touch();
        wait(30);
        beside.touch();
        reader.open("e");
        wait(7);
        beside.touch();
        beside.stopTimer();

        assertEquals(Map.of("d", Duration.ofSeconds(50), "e", Duration.ofSeconds(7)), margin.times);
    }

    @Test
    void sessionsAreRunsOfOnePersonsWorkWithoutALongPause() {
        var start = java.time.Instant.parse("2026-11-24T09:00:00Z");
        var moments = new ArrayList<MarginDesk.Moment>();
        for (int minute : new int[] {0, 10, 20, 90, 95}) {
            moments.addFirst(new MarginDesk.Moment(minute + 1, start.plusSeconds(60L * minute), "ada", "Edit"));
        }
        moments.addFirst(new MarginDesk.Moment(200, start.plusSeconds(60 * 96), "bob", "Edit"));
        var sessions = HistoryView.rows(moments, "As it came").stream()
                .filter(HistoryView.SessionRow.class::isInstance)
                .map(row -> (HistoryView.SessionRow) row)
                .map(row -> row.by() + " " + row.actions())
                .toList();
        assertEquals(List.of("bob 1", "ada 2", "ada 3"), sessions);
    }

    private void wait(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
