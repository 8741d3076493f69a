package org.biogloss.ui.schema;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.RunningJob;
import org.biogloss.search.Terminologies;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;

/// The terminologies on this machine, and those that are being added.
public final class TermsViewModel {

    /// One that is being added.
    record Adding(String name, Progress progress, RunningJob<Long> job) {}

    private final TermsDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<TermsDesk.Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Adding>> adding = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param changed called when other terminologies are there than before
    public TermsViewModel(TermsDesk desk, Jobs jobs, Executor window, Notices notices, Runnable changed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<List<TermsDesk.Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Adding>> addingProperty() {
        return adding.getReadOnlyProperty();
    }

    public void refresh() {
        var tried = SchemaView.TEXT.get("terms.cannotList");
        new FxJob<>(jobs.startQuietly(tried, _ -> desk.list()), window)
                .whenDone(rows::set)
                .whenFailed(cause -> notices.fail(tried, cause));
    }

    /// One file after another; each takes the place of what had its name.
    public void add(List<Path> files) {
        if (files.isEmpty()) return;
        var file = files.getFirst();
        var name = Terminologies.nameFor(file);
        var title = SchemaView.TEXT.get("terms.adding", name);
        var job = jobs.start(title, context -> desk.add(file, name, context));
        var shown = new FxJob<>(job, window);
        shown.stateProperty()
                .subscribe(state -> adding.set(
                        switch (state) {
                            case JobState.Running<Long>(var progress) -> Optional.of(new Adding(name, progress, job));
                            case JobState.Waiting<Long> _ -> Optional.of(new Adding(name, Progress.NONE, job));
                            case JobState.Done<Long> _, JobState.Failed<Long> _, JobState.Cancelled<Long> _ ->
                                Optional.empty();
                        }));
        shown.whenDone(concepts -> notices.say(SchemaView.TEXT.get("terms.added", name, concepts)))
                .whenFailed(cause -> notices.fail(SchemaView.TEXT.get("terms.cannotAdd", name), cause))
                .whenOver(_ -> {
                    refresh();
                    changed.run();
                    add(files.subList(1, files.size()));
                });
    }

    void cancel() {
        adding.get().ifPresent(now -> now.job().cancel());
    }

    void remove(String name) {
        var tried = SchemaView.TEXT.get("terms.cannotRemove", name);
        new FxJob<>(
                        jobs.startQuietly(tried, _ -> {
                            desk.remove(name);
                            return true;
                        }),
                        window)
                .whenDone(_ -> notices.say(SchemaView.TEXT.get("terms.removed", name)))
                .whenFailed(cause -> notices.fail(tried, cause))
                .whenOver(_ -> {
                    refresh();
                    changed.run();
                });
    }
}
