package org.biogloss.ui.tokens;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.biogloss.jobs.Jobs;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Notices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Lab without a window: what it shows, and what one can do.
class TokensViewModelTest {

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private final ExecutorService window = Executors.newSingleThreadExecutor();
    private final Executor later = window::execute;
    private final Notices notices = new Notices(later);
    private SmallDesk desk;
    private TokensViewModel lab;

    @BeforeEach
    void open() throws Exception {
        desk = new SmallDesk(folder);
        lab = new TokensViewModel(desk, jobs, later, notices);
        inWindow(lab::refresh);
        await().until(() ->
                lab.columns().size() == 2 && lab.corpus().chosenProperty().get().isPresent());
    }

    @AfterEach
    void close() {
        jobs.close();
        window.shutdownNow();
    }

    private void inWindow(Runnable work) throws Exception {
        Future<?> done = window.submit(work);
        done.get();
    }

    private void type(String text) throws Exception {
        inWindow(() -> lab.textProperty().set(text));
        await().until(() ->
                lab.sidesProperty().get().filter(now -> now.text().equals(text)).isPresent());
    }

    private List<Integer> counts() {
        return lab.sidesProperty().get().orElseThrow().columns().stream()
                .map(column -> column.count())
                .toList();
    }

    @Test
    void whatIsTypedStandsSideBySide() throws Exception {
        for (int i = 0; i < 40; i++) {
            int letters = i % 9;
            inWindow(() -> lab.textProperty().set("naloxone".substring(0, letters)));
        }
        type("naloxone in rats");

        assertEquals(List.of(6, 3), counts());
        assertTrue(notices.shown().isEmpty());
    }

    @Test
    void aVocabularyThatStandsElsewhereChangesPlaces() throws Exception {
        type("naloxone");
        inWindow(() -> lab.choose(0, lab.shelf().get(1)));
        await().until(() -> lab.sidesProperty()
                .get()
                .orElseThrow()
                .columns()
                .getFirst()
                .name()
                .equals("own"));

        assertEquals(List.of(1, 4), counts());
    }

    @Test
    void columnsComeAndGo() throws Exception {
        type("naloxone");
        assertFalse(lab.canAddColumn());
        inWindow(() -> lab.add(Path.of("anywhere")));
        await().until(() -> lab.columns().size() == 3);
        inWindow(() -> lab.removeColumn(0));
        await().until(() -> counts().equals(List.of(1, 1)));
        inWindow(() -> {
            lab.removeColumn(0);
            lab.removeColumn(0);
        });
        assertEquals(1, lab.columns().size());
    }

    @Test
    void oneWalksFromRingToRing() throws Exception {
        type("in naloxone in");
        inWindow(() -> lab.selectRinged(1));
        assertEquals("na", lab.selectedTile().map(Tile::piece).orElseThrow());
        inWindow(() -> lab.selectRinged(1));
        assertEquals("##lo", lab.selectedTile().map(Tile::piece).orElseThrow());
        inWindow(() -> lab.selectRinged(-1));
        assertEquals("na", lab.selectedTile().map(Tile::piece).orElseThrow());
    }

    @Test
    void aPieceTellsHowItsWordWasCutAndHowItCameAbout() throws Exception {
        type("in naloxone");
        inWindow(() -> lab.select(0, 3));
        await().until(() -> lab.piece().factsProperty().get().isPresent());
        var general = lab.piece().factsProperty().get().orElseThrow();
        assertEquals("naloxone", general.cutting().orElseThrow().word());
        assertEquals(4, general.cutting().orElseThrow().steps().size());
        assertEquals(6, general.cutting().orElseThrow().steps().getFirst().tried());
        assertFalse(general.isKnown());

        inWindow(() -> lab.select(1, 1));
        await().until(() ->
                lab.piece().factsProperty().get().orElseThrow().vocabulary().equals("own"));
        assertEquals(
                7,
                lab.piece()
                        .factsProperty()
                        .get()
                        .orElseThrow()
                        .history()
                        .getFirst()
                        .count());
    }

    @Test
    void behindAFigureStandItsDocuments() throws Exception {
        inWindow(lab.corpus()::measure);
        await().until(() -> lab.corpus().figuresProperty().get().isPresent());
        inWindow(() -> lab.corpus().lookBehind(new Figure.CutMentions("Chemical"), 0));
        await().until(() -> lab.corpus().behindProperty().get().isPresent());
        var row = lab.corpus().behindProperty().get().orElseThrow().rows().getFirst();

        assertEquals(new CorpusViewModel.Row("1", "Naloxone", 1), row);
        inWindow(() -> lab.corpus().compare(row));
        await().until(() -> lab.textProperty().get().equals("naloxone in rats"));
        inWindow(() -> lab.corpus().read(row));
        assertEquals(List.of("1"), desk.read);
    }

    @Test
    void figuresOfOtherVocabulariesAreMarkedAsSuch() throws Exception {
        inWindow(lab.corpus()::measure);
        await().until(() -> lab.corpus().figuresProperty().get().isPresent());
        assertFalse(lab.corpus().staleProperty().get());
        inWindow(() -> lab.removeColumn(0));
        assertTrue(lab.corpus().staleProperty().get());
    }

    @Test
    void filesFromAnywhereAreACorpusToo() throws Exception {
        inWindow(() -> lab.corpus().bring(List.of(Path.of("papers"))));

        assertEquals("papers", lab.corpus().chosenProperty().get().orElseThrow().name());
        inWindow(lab::refresh);
        await().until(() -> lab.corpus().choices().size() == 2);
        assertEquals("papers", lab.corpus().chosenProperty().get().orElseThrow().name());
    }

    @Test
    void termsOfOnesOwnStandOnTop() throws Exception {
        inWindow(() -> lab.tables().addTerms("naloxone in rats; p53"));
        await().until(() -> lab.tables()
                .termsProperty()
                .get()
                .filter(now -> now.rows().get(1).term().equals("p53"))
                .isPresent());
        assertEquals(19, lab.tables().termsProperty().get().orElseThrow().rows().size());
    }

    @Test
    void dataSetsAreMeasuredWhenAsked() throws Exception {
        inWindow(lab.tables()::measureLengths);
        await().until(() -> lab.tables().lengthsProperty().get().isPresent());
        assertEquals(
                List.of(4.0, 2.5),
                lab.tables()
                        .lengthsProperty()
                        .get()
                        .orElseThrow()
                        .rows()
                        .getFirst()
                        .means());
    }

    @Test
    void aTrainedVocabularyStandsBesideTheOthers() throws Exception {
        assertEquals(Optional.of("Give it a name."), lab.learning().trouble(" ", 1000, 2));
        assertTrue(lab.learning().trouble("x", 0, 2).isPresent());
        inWindow(() -> lab.learning().train("mine", VocabularyTraining.Wish.wordPiece(1000)));
        await().until(() -> lab.columns().size() == 3);
        assertEquals("mine", lab.columns().getLast().name());
        assertEquals(1000, desk.wishes.getFirst().how().size());
    }
}
