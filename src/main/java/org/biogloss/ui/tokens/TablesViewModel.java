package org.biogloss.ui.tokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.compare.LengthTable;
import org.biogloss.tokens.compare.TermTable;
import org.biogloss.tokens.compare.VocabularyOverlap;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;

/// The tables beside the text: terms against vocabularies, data sets against vocabularies, and what the vocabularies
/// share. The first and the last follow the columns by themselves; the second is asked for.
public final class TablesViewModel {

    private final TokensDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final TokensViewModel lab;
    private final ObservableList<String> terms = FXCollections.observableArrayList(TermTable.PAPER);
    private final ReadOnlyObjectWrapper<Optional<TermTable>> termTable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LengthTable>> lengths = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<VocabularyOverlap>> overlap =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Latest<TermTable> cutting;
    private final Latest<VocabularyOverlap> overlapping;
    private Optional<FxJob<LengthTable>> running = Optional.empty();

    TablesViewModel(TokensDesk desk, Jobs jobs, Executor window, Notices notices, TokensViewModel lab) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.lab = lab;
        cutting = new Latest<>(
                "cut terms",
                jobs,
                window,
                now -> termTable.set(Optional.of(now)),
                failure -> notices.fail("Cannot cut the terms", failure));
        overlapping = new Latest<>(
                "compare vocabularies",
                jobs,
                window,
                now -> overlap.set(Optional.of(now)),
                failure -> notices.fail("Cannot compare the vocabularies", failure));
    }

    public ReadOnlyObjectProperty<Optional<TermTable>> termsProperty() {
        return termTable.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<LengthTable>> lengthsProperty() {
        return lengths.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<VocabularyOverlap>> overlapProperty() {
        return overlap.getReadOnlyProperty();
    }

    /// While data sets are measured, how far that is.
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    void columnsChanged() {
        var chosen = lab.chosen();
        overlapping.ask(_ -> VocabularyOverlap.of(lab.open(chosen)));
        cut();
    }

    /// Puts terms of one's own on top; several with commas between.
    public void addTerms(String words) {
        var fresh = new ArrayList<String>();
        for (var term : words.split("[,;\n]")) {
            if (!term.isBlank() && !terms.contains(term.strip())) fresh.add(term.strip());
        }
        if (fresh.isEmpty()) return;
        terms.addAll(0, fresh);
        cut();
    }

    /// The paper's terms alone.
    public void resetTerms() {
        terms.setAll(TermTable.PAPER);
        cut();
    }

    private void cut() {
        var chosen = lab.chosen();
        var now = List.copyOf(terms);
        if (!chosen.isEmpty()) cutting.ask(_ -> TermTable.of(now, lab.open(chosen)));
    }

    /// Measures the data sets.
    public void measureLengths() {
        if (progress.get().isPresent() || lab.chosen().isEmpty()) return;
        var chosen = lab.chosen();
        var job = new FxJob<>(
                jobs.start(
                        Words.TEXT.get("measuringSets"),
                        context -> LengthTable.of(desk.dataSets(), lab.open(chosen), context)),
                window);
        running = Optional.of(job);
        progress.set(Optional.of(Progress.NONE));
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Running<LengthTable>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<LengthTable>(var result) -> {
                    progress.set(Optional.empty());
                    lengths.set(Optional.of(result));
                }
                case JobState.Failed<LengthTable>(var cause) -> {
                    progress.set(Optional.empty());
                    notices.fail("Cannot measure the data sets", cause);
                }
                case JobState.Cancelled<LengthTable> _ -> progress.set(Optional.empty());
                case JobState.Waiting<LengthTable> _ -> {}
            }
        });
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }
}
