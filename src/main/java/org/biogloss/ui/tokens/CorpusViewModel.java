package org.biogloss.ui.tokens;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.compare.CorpusFigures;
import org.biogloss.tokens.compare.CorpusMeasuring;
import org.biogloss.tokens.compare.Figure;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;

/// The figures of a corpus, and the documents behind each of them.
public final class CorpusViewModel {

    private static final int TITLED = 300;

    /// The documents behind a figure.
    ///
    /// @param vocabulary whose figure it is
    public record Behind(TokensDesk.Corpus corpus, Figure figure, String vocabulary, List<Row> rows) {}

    /// @param title the id where no title is known
    public record Row(String id, String title, long value) {}

    private final TokensDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final TokensViewModel lab;
    private final ObservableList<TokensDesk.Corpus> choices = FXCollections.observableArrayList();
    private final ObservableList<TokensDesk.Corpus> choicesShown = FXCollections.unmodifiableObservableList(choices);
    private final ObjectProperty<Optional<TokensDesk.Corpus>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CorpusFigures>> figures =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Behind>> behind = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<TokensDesk.Corpus> measured = Optional.empty();
    private Optional<TokensDesk.Corpus> brought = Optional.empty();
    private Optional<FxJob<CorpusFigures>> running = Optional.empty();

    CorpusViewModel(TokensDesk desk, Jobs jobs, Executor window, Notices notices, TokensViewModel lab) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.lab = lab;
    }

    public ObservableList<TokensDesk.Corpus> choices() {
        return choicesShown;
    }

    public ObjectProperty<Optional<TokensDesk.Corpus>> chosenProperty() {
        return chosen;
    }

    /// While a corpus is measured, how far that is.
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<CorpusFigures>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// Whether the figures are those of other vocabularies than now stand side by side.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Behind>> behindProperty() {
        return behind.getReadOnlyProperty();
    }

    void refresh() {
        jobs.startQuietly("list the corpora", _ -> desk.corpora())
                .then(
                        now -> window.execute(() -> take(now)),
                        failure -> notices.fail("Cannot list what there is to measure", failure));
    }

    private void take(List<TokensDesk.Corpus> now) {
        var all = new ArrayList<>(now);
        brought.ifPresent(all::add);
        int place = chosen.get().map(choices::indexOf).orElse(-1);
        boolean isBrought = chosen.get().isPresent() && chosen.get().equals(brought);
        choices.setAll(all);
        if (isBrought) chosen.set(brought);
        else if (!all.isEmpty()) chosen.set(Optional.of(all.get(place < 0 || place >= all.size() ? 0 : place)));
    }

    /// Files and folders from anywhere, to be measured.
    public void bring(List<Path> files) {
        if (files.isEmpty()) return;
        brought.ifPresent(choices::remove);
        var corpus = desk.files(files);
        brought = Optional.of(corpus);
        choices.add(corpus);
        chosen.set(brought);
    }

    /// Measures the chosen corpus with the vocabularies that stand side by side.
    public void measure() {
        if (chosen.get().isEmpty() || progress.get().isPresent() || lab.chosen().isEmpty()) return;
        var corpus = chosen.get().get();
        var vocabularies = lab.chosen();
        var job = new FxJob<>(
                jobs.start(
                        Words.TEXT.get("measuring", corpus.name()),
                        context -> CorpusMeasuring.measure(corpus.passages(), lab.open(vocabularies), context)),
                window);
        running = Optional.of(job);
        progress.set(Optional.of(Progress.NONE));
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Running<CorpusFigures>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<CorpusFigures>(var result) -> show(result, corpus, vocabularies);
                case JobState.Failed<CorpusFigures>(var cause) -> {
                    progress.set(Optional.empty());
                    notices.fail("Cannot measure " + corpus.name(), cause);
                }
                case JobState.Cancelled<CorpusFigures> _ -> progress.set(Optional.empty());
                case JobState.Waiting<CorpusFigures> _ -> {}
            }
        });
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }

    void columnsChanged() {
        stale.set(figures.get()
                .filter(now -> !now.columns().stream()
                        .map(CorpusFigures.Column::name)
                        .toList()
                        .equals(lab.chosen().stream()
                                .map(TokensDesk.Shelved::name)
                                .toList()))
                .isPresent());
    }

    private void show(CorpusFigures result, TokensDesk.Corpus corpus, List<TokensDesk.Shelved> vocabularies) {
        progress.set(Optional.empty());
        measured = Optional.of(corpus);
        behind.set(Optional.empty());
        figures.set(Optional.of(result));
        stale.set(!vocabularies.equals(lab.chosen()));
    }

    /// Shows the documents behind a figure of a vocabulary.
    public void lookBehind(Figure figure, int column) {
        var now = figures.get();
        if (now.isEmpty() || measured.isEmpty()) return;
        var corpus = measured.get();
        var vocabulary = now.get().columns().get(column).name();
        jobs.startQuietly("look behind a figure", _ -> rows(now.get(), figure, column, corpus))
                .then(
                        rows -> window.execute(
                                () -> behind.set(Optional.of(new Behind(corpus, figure, vocabulary, rows)))),
                        failure -> notices.fail("Cannot find the documents", failure));
    }

    private static List<Row> rows(CorpusFigures figures, Figure figure, int column, TokensDesk.Corpus corpus) {
        var found = figures.behind(figure, column);
        Map<String, String> titles = corpus.titles(
                found.stream().limit(TITLED).map(CorpusFigures.Behind::id).toList());
        return found.stream()
                .map(one -> new Row(one.id(), titles.getOrDefault(one.id(), one.id()), one.value()))
                .toList();
    }

    public void closeBehind() {
        behind.set(Optional.empty());
    }

    /// Puts the text of a document under the vocabularies.
    public void compare(Row row) {
        behind.get()
                .ifPresent(list -> lab.run(
                        Words.TEXT.get("fetching", row.id()),
                        "Cannot fetch " + row.id(),
                        _ -> list.corpus().text(row.id()),
                        lab.textProperty()::set));
    }

    public void read(Row row) {
        desk.read(row.id());
    }
}
