package org.biogloss.ui.library;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.biogloss.document.DocumentStatus;
import org.biogloss.jobs.Jobs;
import org.biogloss.search.Filters;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.StatusLine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {

    /// Stands for the window's thread: the test drains it.
    private final LinkedBlockingQueue<Runnable> window = new LinkedBlockingQueue<>();

    private final Jobs jobs = new Jobs();
    private final OpenDocument open = new OpenDocument();
    private final StatusLine status = new StatusLine();
    private final Notices notices = new Notices(Runnable::run);
    private final LibraryViewModel viewModel = new LibraryViewModel(jobs, window::add, notices, open, status);

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void aHundredThousandPapersAreListedAndOnlyThePagesLookedAtAreRead() {
        var desk = new DeskInMemory(100_000);
        viewModel.show(Optional.of(desk));
        until(() -> viewModel.rows().size() == 100_000);
        assertEquals("100,000 papers", viewModel.summaryProperty().get());
        assertInstanceOf(Row.Loading.class, viewModel.rows().get(77_777));
        until(() -> viewModel.rows().get(77_777) instanceof Row.Paper paper
                && paper.id().equals("77777"));
        for (int i = 0; i < 100_000; i += 1_000) viewModel.rows().get(i);
        until(() -> desk.pagesRead.get() >= 100);
        assertTrue(viewModel.rows().get(0) instanceof Row.Loading, "the first page was not forgotten");
    }

    @Test
    void theFirstPaperOpensByItselfAndTheStatusLineSaysWhichItIs() {
        viewModel.show(Optional.of(new DeskInMemory(500)));
        until(() -> open.documentId().equals(Optional.of("0")));
        assertEquals(
                "document 1 of 500 · 0 done",
                status.textProperty(StatusLine.Part.PLACE).get());
        viewModel.next();
        viewModel.next();
        assertEquals(Optional.of("2"), open.documentId());
        viewModel.previous();
        assertEquals(1, viewModel.selectedProperty().get());
    }

    @Test
    void aPaperOpenedElsewhereIsFoundInTheListEvenFarFromWhatIsShown() {
        viewModel.show(Optional.of(new DeskInMemory(50_000)));
        until(() -> open.documentId().isPresent());
        open.open("40123");
        until(() -> viewModel.selectedProperty().get() == 40_123);
    }

    @Test
    void wordsAndFiltersNarrowTheListAndClearingBringsAllBack() {
        viewModel.show(Optional.of(new DeskInMemory(1_000)));
        until(() -> viewModel.rows().size() == 1_000);
        viewModel.ask("7");
        until(() -> viewModel.rows().size() == 100);
        assertEquals("100 of 1,000 papers · 3 ms", viewModel.summaryProperty().get());
        viewModel.filter(new Filters(Set.of(), Optional.empty(), Set.of(DocumentStatus.DONE)));
        until(() -> viewModel.stateProperty().get() == LibraryViewModel.State.NO_HITS);
        viewModel.clearQuestion();
        until(() -> viewModel.rows().size() == 1_000);
        assertEquals(LibraryViewModel.State.ROWS, viewModel.stateProperty().get());
    }

    @Test
    void theLastOfManyQuickQuestionsIsAnswered() {
        viewModel.show(Optional.of(new DeskInMemory(10_000)));
        for (var words : List.of("1", "12", "123", "1234")) viewModel.ask(words);
        until(() -> viewModel.rows().size() == 1
                && viewModel.problemProperty().get().isEmpty());
    }

    @Test
    void aQueryThatCannotBeAnsweredSaysSoBesideTheFieldAndKeepsTheList() {
        viewModel.show(Optional.of(new DeskInMemory(10)));
        until(() -> viewModel.rows().size() == 10);
        viewModel.ask("*");
        until(() -> viewModel.problemProperty().get().startsWith("There is no word"));
        assertEquals(10, viewModel.rows().size());
        assertTrue(notices.shown().isEmpty());
        viewModel.ask("");
        until(() -> viewModel.problemProperty().get().isEmpty());
    }

    @Test
    void anImportIsReportedAndItsPapersAreListed() {
        var desk = new DeskInMemory(0);
        viewModel.show(Optional.of(desk));
        until(() -> viewModel.stateProperty().get() == LibraryViewModel.State.NO_PAPERS);
        viewModel.importFiles(List.of(Path.of("papers")));
        until(() -> viewModel.rows().size() == 2);
        assertEquals(512, viewModel.reportProperty().get().orElseThrow().documents());
        viewModel.dismissReport();
        assertTrue(viewModel.reportProperty().get().isEmpty());
    }

    @Test
    void markingChangesTheRowInPlace() {
        viewModel.show(Optional.of(new DeskInMemory(300)));
        until(() -> open.documentId().isPresent());
        viewModel.mark(DocumentStatus.DONE);
        viewModel.next();
        until(() -> viewModel.rows().getFirst() instanceof Row.Paper paper
                && paper.summary().status() == DocumentStatus.DONE);
        assertEquals(Optional.of("1"), open.documentId());
        until(() -> viewModel.progressProperty().get().equals(new LibraryViewModel.Progress(1, 0, 300)));
        assertEquals(
                "document 2 of 300 · 1 done",
                status.textProperty(StatusLine.Part.PLACE).get());
    }

    @Test
    void progressIsOfWhatIsListed() {
        var desk = new DeskInMemory(300);
        viewModel.show(Optional.of(desk));
        until(() -> viewModel.progressProperty().get().listed() == 300);
        desk.setStatus("25", DocumentStatus.DONE);
        desk.setStatus("26", DocumentStatus.DONE);
        desk.setStatus("35", DocumentStatus.NEEDS_REVIEW);
        viewModel.ask("5");
        until(() -> viewModel.progressProperty().get().equals(new LibraryViewModel.Progress(1, 1, 30)));
    }

    @Test
    void closingAProjectEmptiesTheListEvenWhileItIsAsked() {
        viewModel.show(Optional.of(new DeskInMemory(300)));
        viewModel.show(Optional.empty());
        assertEquals(
                LibraryViewModel.State.NO_PROJECT, viewModel.stateProperty().get());
        viewModel.show(Optional.of(new DeskInMemory(7)));
        until(() -> viewModel.rows().size() == 7);
        viewModel.importFiles(List.of());
    }

    private void until(Callable<Boolean> condition) {
        await().until(() -> {
            for (var work = window.poll(); work != null; work = window.poll()) work.run();
            return condition.call();
        });
    }
}
