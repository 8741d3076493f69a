package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.junit.jupiter.api.Test;

class ReaderViewModelTest {

    private static final String TEXT = "Loss of p53 and of 𝛼-synuclein in HeLa cells.";

    private final List<String> failures = new ArrayList<>();
    private DeskInMemory desk = new DeskInMemory(document());
    private ReaderViewModel reader = reader(desk);

    @Test
    void aTypeOnSelectedTextAddsAMentionThatIsKeptAndSelected() {
        reader.select(span("p53"));
        reader.setType("Gene");

        var added = selected();
        assertEquals("p53", added.in(TEXT));
        assertEquals(Optional.of(added), desk.document("d").find(added.id()));
        assertEquals(new Source.Person("ada"), added.source());
        assertEquals(DocumentStatus.IN_PROGRESS, desk.document("d").status());
        assertTrue(reader.markedProperty().get().isEmpty());
    }

    @Test
    void aTypeWithoutSelectedTextRelabelsTheSelectedMention() {
        reader.select("hela");
        reader.setType("Species");

        assertEquals("Species", selected().type());
    }

    @Test
    void undoAndRedoAreEachOthersOpposite() {
        var before = desk.document("d");
        reader.select(span("p53"));
        reader.setType("Gene");
        var after = desk.document("d");

        reader.undo();
        assertEquals(before, desk.document("d"));
        assertFalse(reader.canUndo().get());
        reader.redo();
        assertEquals(after, desk.document("d"));
        assertEquals(Optional.of(after), reader.document());
    }

    @Test
    void anAcceptedSuggestionIsConfirmedInTheActiveLayerAndTheNextIsSelected() {
        reader.nextSuggestion();
        var first = selected().id();
        reader.accept();

        var accepted = (Mention) desk.document("d").find(first).orElseThrow();
        assertEquals(Standing.CONFIRMED, accepted.standing());
        assertEquals("gold", accepted.layer());
        assertEquals("cells", selected().in(TEXT));
    }

    @Test
    void aRejectedSuggestionIsKeptAndNoLongerShown() {
        reader.select("s1");
        reader.reject();

        assertEquals(
                Standing.REJECTED, desk.document("d").find("s1").orElseThrow().standing());
        assertTrue(shown().stream().noneMatch(mention -> mention.id().equals("s1")));
    }

    @Test
    void acceptAllOfAKindIsOneStep() {
        reader.acceptAll(Optional.of("m"), Optional.empty(), 0.5);
        assertEquals(1, desk.titles.size());
        assertEquals(
                2,
                desk.document("d")
                        .mentions("gold")
                        .filter(m -> m.source() instanceof Source.Accepted)
                        .count());

        reader.undo();
        assertEquals(document(), desk.document("d"));
    }

    @Test
    void acceptAllHeedsTypeAndConfidence() {
        assertEquals(1, reader.acceptable(Optional.of("m"), Optional.of("Gene"), 0.9));
        assertEquals(0, reader.acceptable(Optional.of("m"), Optional.of("CellLine"), 0.9));
        assertEquals(1, reader.acceptable(Optional.empty(), Optional.of("CellLine"), 0.5));
    }

    @Test
    void theSameMentionIsNotAddedTwiceAndAnEqualSuggestionIsAccepted() {
        reader.select(new Span(19, 31));
        reader.setType("Gene");
        assertEquals("s1", selected().id());
        assertTrue(selected().source() instanceof Source.Accepted);

        reader.select(new Span(19, 31));
        reader.setType("Gene");
        assertEquals(1, desk.titles.size());
    }

    @Test
    void bordersMoveByWordAndByCharacter() {
        reader.select("hela");
        reader.moveEnd(true, false);
        assertEquals("HeLa cells", selected().in(TEXT));
        reader.moveEnd(false, true);
        assertEquals("HeLa cell", selected().in(TEXT));
        reader.moveStart(false, false);
        assertEquals("in HeLa cell", selected().in(TEXT));
        reader.moveStart(true, false);
        reader.moveEnd(false, false);
        assertEquals("HeLa", selected().in(TEXT));
    }

    @Test
    void aBorderNeverSplitsACharacter() {
        reader.select("s1");
        reader.moveStart(true, true);
        assertEquals("-synuclein", selected().in(TEXT));
        reader.moveStart(false, true);
        assertEquals("𝛼-synuclein", selected().in(TEXT));
    }

    @Test
    void aBorderStopsBeforeTheMentionWouldBeEmpty() {
        reader.select("hela");
        reader.moveEnd(false, false);
        assertEquals("HeLa", selected().in(TEXT));
        assertTrue(desk.titles.isEmpty());
    }

    @Test
    void selectedTextBecomesAPartOfTheMentionSelectedBefore() {
        reader.select("hela");
        reader.select(span("p53"));
        reader.addPart();

        assertEquals("p53 HeLa", selected().in(TEXT));
    }

    @Test
    void selectedTextBecomesTheBordersOfTheMentionSelectedBefore() {
        reader.select("hela");
        reader.select(span("HeLa cells"));
        reader.setBorders();

        assertEquals("HeLa cells", selected().in(TEXT));
    }

    @Test
    void deletingAMentionTakesItsRelationsAlongAndUndoBringsThemBack() {
        reader.select("hela");
        reader.startLink();
        reader.select("s1");
        reader.link("Gene-in-CellLine");
        assertEquals(1, desk.document("d").relations().count());
        assertEquals(
                Standing.CONFIRMED, desk.document("d").find("s1").orElseThrow().standing());
        var linked = desk.document("d");

        reader.select("hela");
        reader.delete();
        assertEquals(0, desk.document("d").relations().count());
        reader.undo();
        assertEquals(linked, desk.document("d"));
        assertEquals(1, reader.relationsOf(selected()).size());
    }

    @Test
    void conceptsOfASuggestionAcceptItAndKeepWhoSuggestedIt() {
        reader.select("s1");
        reader.setConcepts(selected(), List.of("6622", "p|SUB|A|30|P"));

        assertEquals(List.of("6622", "p|SUB|A|30|P"), selected().concepts());
        assertTrue(selected().source() instanceof Source.Accepted);
    }

    @Test
    void jAndKGoThroughWhatIsShownAndAroundTheEnd() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            reader.nextMention();
            ids.add(selected().id());
        }
        assertEquals(List.of("s1", "hela", "s2", "s1"), ids);
        reader.previousMention();
        assertEquals("s2", selected().id());
    }

    @Test
    void aSelectedMentionThatIsHiddenIsNotSelectedAnyMore() {
        reader.select("s1");
        reader.showSuggestions(false);
        assertTrue(reader.selectedProperty().get().isEmpty());
        reader.showSuggestions(true);
        reader.showAbove(0.7);
        assertEquals(List.of("s1", "hela"), shown().stream().map(Mention::id).toList());
    }

    @Test
    void findingCountsAndGoesAround() {
        reader.find("OF");
        assertEquals("1 of 2", reader.finderProperty().get().inWords());
        reader.findNext(-1);
        assertEquals("2 of 2", reader.finderProperty().get().inWords());
        reader.find("nowhere");
        assertEquals("none", reader.finderProperty().get().inWords());
    }

    @Test
    void undoGoesToTheDocumentItChanges() {
        desk = new DeskInMemory(document(), Marked.text("e", "Another [p21|Gene]"));
        reader = reader(desk);
        reader.select(span("p53"));
        reader.setType("Gene");
        reader.markDoneAndGoOn();
        assertEquals("e", reader.document().orElseThrow().id());

        reader.undo();
        assertEquals("d", reader.document().orElseThrow().id());
        assertEquals(DocumentStatus.IN_PROGRESS, reader.document().orElseThrow().status());
    }

    @Test
    void goingToAPlaceSelectsTheMentionThereOrElseItsText() {
        reader.goTo("d", span("HeLa"));
        assertEquals("hela", selected().id());

        reader.goTo("d", span("p53"));
        assertTrue(reader.selectedProperty().get().isEmpty());
        assertEquals(span("p53"), reader.markedProperty().get());
        assertEquals(Optional.of(span("p53")), reader.revealProperty().get());
    }

    @Test
    void aPlaceIsGoneToOnceItsDocumentIsThere() {
        Deque<Runnable> slowly = new ArrayDeque<>();
        desk = new DeskInMemory(document(), Marked.text("e", "Another [p21|Gene]"));
        reader = new ReaderViewModel(desk, slowly::add, Runnable::run, (tried, _) -> failures.add(tried), _ -> {});
        reader.open("d");
        reader.open("e");
        reader.goTo("e", new Span(8, 11));
        while (!slowly.isEmpty()) slowly.remove().run();

        assertEquals("p21", selected().in("Another p21"));
    }

    @Test
    void aPlaceInAnotherDocumentMovesNothing() {
        reader.goTo("e", span("p53"));
        assertTrue(reader.markedProperty().get().isEmpty());
        assertTrue(reader.revealProperty().get().isEmpty());
    }

    @Test
    void keysFasterThanTheDiskMeanTheSame() {
        Deque<Runnable> slowly = new ArrayDeque<>();
        desk = new DeskInMemory(document());
        reader = new ReaderViewModel(desk, slowly::add, Runnable::run, (tried, _) -> failures.add(tried), _ -> {});
        reader.open("d");
        reader.nextSuggestion();
        reader.accept();
        reader.accept();
        reader.select(span("p53"));
        reader.setType("Gene");
        reader.undo();
        while (!slowly.isEmpty()) slowly.remove().run();

        assertEquals(List.of("Accept Gene “𝛼-synuclein”", "Accept CellLine “cells”", "Add Gene “p53”"), desk.titles);
        assertEquals(3, shown().size());
    }

    @Test
    void whatCannotBeKeptIsNotShown() {
        desk.breakDown("The disk is full.");
        var before = reader.document();
        reader.select(span("p53"));
        reader.setType("Gene");

        assertEquals(before, reader.document());
        assertEquals(List.of("Cannot keep this change (Add Gene “p53”): The disk is full."), failures);
    }

    @Test
    void aSuggestionThatRepeatsFinishedWorkIsNotShown() {
        var twice = new ArrayList<>(document().annotations());
        twice.add(suggestion("s3", span("HeLa"), "CellLine", 0.9));
        desk = new DeskInMemory(new AnnotatedDocument(document().document(), DocumentStatus.NEW, twice));
        reader = reader(desk);

        assertEquals(
                List.of("s1", "hela", "s2"), shown().stream().map(Mention::id).toList());
    }

    private ReaderViewModel reader(DeskInMemory over) {
        var made = new ReaderViewModel(
                over,
                Runnable::run,
                Runnable::run,
                (tried, why) -> failures.add(tried + ": " + why.getMessage()),
                _ -> {});
        made.open("d");
        return made;
    }

    private Mention selected() {
        return reader.selectedProperty().get().orElseThrow();
    }

    private List<Mention> shown() {
        return reader.sceneProperty().get().orElseThrow().visible();
    }

    private static Span span(String words) {
        int start = TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    private static AnnotatedDocument document() {
        List<Annotation> all = List.of(
                suggestion("s1", new Span(19, 31), "Gene", 0.98),
                suggestion("s2", span("cells"), "CellLine", 0.6),
                new Mention(
                        "hela",
                        "gold",
                        List.of(span("HeLa")),
                        "CellLine",
                        List.of(),
                        Map.of(),
                        new Source.Imported("x")));
        return new AnnotatedDocument(Document.of("d", TEXT), DocumentStatus.NEW, all);
    }

    private static Mention suggestion(String id, Span span, String type, double confidence) {
        return new Mention(id, "m", List.of(span), type, List.of(), Map.of(), new Source.Model("m", confidence));
    }
}
