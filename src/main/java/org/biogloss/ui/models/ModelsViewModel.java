package org.biogloss.ui.models;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.RunningJob;

/// What the models page shows and what one can do there. Holds no control; runs without a toolkit.
public final class ModelsViewModel {

    private final ModelsDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final ObservableList<ModelsDesk.Card> cards = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<ModelsDesk.Card> cardsShown = FXCollections.unmodifiableObservableList(cards);
    private final ObservableList<ModelsDesk.Broken> broken = FXCollections.observableArrayList();
    private final ObservableList<ModelsDesk.Broken> brokenShown = FXCollections.unmodifiableObservableList(broken);
    private final ReadOnlyObjectWrapper<Optional<ModelsDesk.Card>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param window runs on the window's thread what it is given
    /// @param failed is told what was tried and what went wrong
    public ModelsViewModel(ModelsDesk desk, Jobs jobs, Executor window, BiConsumer<String, Throwable> failed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
    }

    public ObservableList<ModelsDesk.Card> cards() {
        return cardsShown;
    }

    public ObservableList<ModelsDesk.Broken> broken() {
        return brokenShown;
    }

    public ReadOnlyObjectProperty<Optional<ModelsDesk.Card>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public void select(ModelsDesk.Card card) {
        selected.set(Optional.of(card));
    }

    /// Looks again at what is on disk.
    public void refresh() {
        refresh(Optional.empty());
    }

    public void highlight(ModelsDesk.Card card, boolean on) {
        finish(
                "switch " + card.name(),
                jobs.startQuietly("switch a model", _ -> {
                    desk.highlight(card.id(), on);
                    return card.id();
                }),
                id -> refresh(Optional.of(id)));
    }

    /// Runs on the network lane, with progress and cancel where all jobs show theirs.
    public void highlightAll(ModelsDesk.Card card) {
        Job<String> job = context -> {
            desk.highlightAll(card.id(), context);
            return card.id();
        };
        finish("highlight with " + card.name(), jobs.startOnNetwork("Highlighting with " + card.name(), job), _ -> {});
    }

    /// Looks again at what is on disk, and selects a model.
    public void show(String modelId) {
        refresh(Optional.of(modelId));
    }

    private void refresh(Optional<String> select) {
        finish("list the models", jobs.startQuietly("list the models", _ -> desk.shelf()), shelf -> {
            var wanted = select.or(() -> selected.get().map(ModelsDesk.Card::id));
            cards.setAll(shelf.cards());
            broken.setAll(shelf.broken());
            selected.set(cards.stream()
                    .filter(card -> wanted.isEmpty() || card.id().equals(wanted.get()))
                    .findFirst());
        });
    }

    private <R> void finish(String what, RunningJob<R> job, Consumer<R> then) {
        job.then(result -> window.execute(() -> then.accept(result)), failure -> {
            boolean cancelled = failure instanceof java.util.concurrent.CancellationException;
            if (!cancelled) window.execute(() -> failed.accept("Cannot " + what, failure));
        });
    }
}
