package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Notices;

/// What one can do to the selected run, or to all the runs of the selected group.
public final class RunVerbs {

    private final TrainingDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final TrainingViewModel page;

    RunVerbs(TrainingDesk desk, Jobs jobs, Executor window, Notices notices, TrainingViewModel page) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.page = page;
    }

    public BooleanBinding canPause() {
        return any(row -> row.state() == TrainingDesk.State.RUNNING);
    }

    public BooleanBinding canResume() {
        return any(row -> row.state().canResume());
    }

    public BooleanBinding canStop() {
        return any(row -> row.state() == TrainingDesk.State.RUNNING);
    }

    public BooleanBinding canDiscard() {
        return any(row -> !row.state().isLive());
    }

    /// Whether the run on top has a model by now.
    public BooleanBinding hasModel() {
        return Bindings.createBooleanBinding(
                () -> page.curve().figures().model().isPresent()
                        || Double.isFinite(page.curve().figures().best()),
                page.selectedProperty(),
                page.revisionProperty());
    }

    /// Only names of entities and PICO elements can be highlighted.
    public BooleanBinding canHighlight() {
        var hasModel = hasModel();
        return Bindings.createBooleanBinding(
                () -> hasModel.get()
                        && page.front()
                                .filter(row ->
                                        row.task().equals("ner") || row.task().equals("pico"))
                                .isPresent(),
                hasModel,
                page.selectedProperty());
    }

    public BooleanBinding isChosen() {
        return Bindings.createBooleanBinding(() -> page.selectedProperty().get().isPresent(), page.selectedProperty());
    }

    private BooleanBinding any(Predicate<TrainingDesk.RunRow> allows) {
        return Bindings.createBooleanBinding(() -> !those(allows).isEmpty(), page.selectedProperty());
    }

    private List<TrainingDesk.RunRow> those(Predicate<TrainingDesk.RunRow> allow) {
        return page.selectedProperty().get().stream()
                .flatMap(line -> line.runs().stream())
                .filter(allow)
                .toList();
    }

    private List<TrainingDesk.RunRow> running() {
        return those(row -> row.state() == TrainingDesk.State.RUNNING);
    }

    /// Leaves the processor to others; what the run needs to go on is on disk.
    public void pause() {
        each("cannotPause", running(), row -> desk.pause(row.id()));
    }

    public void resume() {
        each("cannotResume", those(row -> row.state().canResume()), row -> desk.resume(row.id()));
    }

    public void stopKeepingBest() {
        each("cannotStop", running(), row -> desk.stopKeepingBest(row.id()));
    }

    /// Moves the runs that are over to the trash, from where a notice can bring them back.
    public void discard() {
        var over = those(row -> !row.state().isLive());
        if (over.isEmpty()) return;
        var name = over.size() == 1
                ? over.getFirst().name()
                : Words.TEXT.get(
                        "runsOf",
                        over.size(),
                        page.selectedProperty().get().orElseThrow().name());
        quietly(Words.TEXT.get("cannotDiscard", name), _ -> discarded(over), restorings -> {
            page.gone(over.stream().map(TrainingDesk.RunRow::id).toList());
            var undo = new Notices.Action(Words.TEXT.get("undo"), () -> restore(name, restorings));
            notices.say(Words.TEXT.get("discarded", name), undo);
        });
    }

    private List<TrainingDesk.Restoring> discarded(List<TrainingDesk.RunRow> over) throws java.io.IOException {
        var restorings = new ArrayList<TrainingDesk.Restoring>();
        for (var row : over) restorings.add(desk.discard(row.id()));
        return restorings;
    }

    private void restore(String name, List<TrainingDesk.Restoring> restorings) {
        quietly(
                Words.TEXT.get("cannotRestore", name),
                _ -> {
                    for (var restoring : restorings) restoring.restore();
                    return name;
                },
                _ -> page.list(Optional.empty()));
    }

    public void highlightWithIt() {
        page.front().ifPresent(row -> each("cannotHighlight", List.of(row), one -> desk.highlightWith(one.id())));
    }

    /// Copies the model into the project.
    public void keepModel() {
        page.front()
                .ifPresent(row -> quietly(
                        Words.TEXT.get("cannotKeep", row.name()),
                        _ -> desk.keepModel(row.id()),
                        name -> notices.say(Words.TEXT.get("kept", name))));
    }

    /// @param then given what one would type to get the same run
    public void commandLine(Consumer<String> then) {
        page.front()
                .ifPresent(row ->
                        quietly(Words.TEXT.get("cannotTell", row.name()), _ -> desk.commandLine(row.id()), then));
    }

    /// @param then given the folder of the run
    public void folder(Consumer<java.nio.file.Path> then) {
        page.front()
                .ifPresent(row -> quietly(Words.TEXT.get("cannotFind", row.name()), _ -> desk.folder(row.id()), then));
    }

    /// Something that touches a run on disk.
    private interface Verb {
        void does(TrainingDesk.RunRow row) throws java.io.IOException;
    }

    private void each(String trouble, List<TrainingDesk.RunRow> rows, Verb verb) {
        for (var row : rows) {
            quietly(
                    Words.TEXT.get(trouble, row.name()),
                    _ -> {
                        verb.does(row);
                        return row;
                    },
                    _ -> page.list(Optional.empty()));
        }
    }

    private <R> void quietly(String trouble, Job<R> job, Consumer<R> then) {
        jobs.startQuietly(trouble, job)
                .then(result -> window.execute(() -> then.accept(result)), failure -> notices.fail(trouble, failure));
    }
}
