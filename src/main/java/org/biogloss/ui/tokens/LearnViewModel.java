package org.biogloss.ui.tokens;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;

/// Training a vocabulary from within the Lab: as a job with progress, whose result stands in a column when it is done.
public final class LearnViewModel {

    private final TokensDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final TokensViewModel lab;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<FxJob<String>> running = Optional.empty();

    LearnViewModel(TokensDesk desk, Jobs jobs, Executor window, Notices notices, TokensViewModel lab) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.lab = lab;
    }

    /// Whether the form is shown.
    public BooleanProperty openProperty() {
        return open;
    }

    /// While a vocabulary is trained, how far that is.
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What is wrong with a wish, in words; nothing where it can be tried.
    public Optional<String> trouble(String name, int size, long minFrequency) {
        if (lab.corpus().chosenProperty().get().isEmpty()) return Optional.of(Words.TEXT.get("learn.noCorpus"));
        if (name.isBlank()) return Optional.of(Words.TEXT.get("learn.noName"));
        if (size < 100 || size > 1_000_000) return Optional.of(Words.TEXT.get("learn.size"));
        if (minFrequency < 0) return Optional.of(Words.TEXT.get("learn.frequency"));
        return Optional.empty();
    }

    /// Trains on the corpus that is chosen.
    public void train(String name, VocabularyTraining.Wish how) {
        var corpus = lab.corpus().chosenProperty().get();
        if (corpus.isEmpty() || progress.get().isPresent()) return;
        var wish = new TokensDesk.Wish(name, corpus.get(), how);
        var job =
                new FxJob<>(jobs.start(Words.TEXT.get("learning", name), context -> desk.train(wish, context)), window);
        running = Optional.of(job);
        progress.set(Optional.of(Progress.NONE));
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Running<String>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<String>(var id) -> {
                    progress.set(Optional.empty());
                    open.set(false);
                    lab.refresh(Optional.of(id));
                    notices.say(Words.TEXT.get("learnt", id));
                }
                case JobState.Failed<String>(var cause) -> {
                    progress.set(Optional.empty());
                    notices.fail("Cannot train a vocabulary", cause);
                }
                case JobState.Cancelled<String> _ -> progress.set(Optional.empty());
                case JobState.Waiting<String> _ -> {}
            }
        });
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }
}
