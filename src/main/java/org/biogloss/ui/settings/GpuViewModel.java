package org.biogloss.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FxJob;

/// Which PyTorch for a GPU is kept, and how trying one went. Holds no control; runs without a toolkit.
public final class GpuViewModel {

    /// How an answer sounds.
    public enum Tone {
        PLAIN,
        TRYING,
        WORKS,
        FAILS
    }

    /// @param folder that is kept
    public record State(Optional<Path> folder, Tone tone, String words) {

        static final State NONE = new State(Optional.empty(), Tone.PLAIN, "");
    }

    private final SettingsDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);

    GpuViewModel(SettingsDesk desk, Jobs jobs, Executor window) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void refresh() {
        if (state.get().tone() == Tone.TRYING) return;
        var job = jobs.startQuietly("look at the GPU runtime", _ -> desk.gpu());
        new FxJob<>(job, window)
                .whenDone(this::show)
                .whenFailed(cause -> fail(cause, state.get().folder()));
    }

    private void show(SettingsDesk.GpuState now) {
        var words = now.kept()
                .map(folder -> Words.TEXT.get(now.inUse() ? "gpu.inUse" : "gpu.next", folder))
                .orElse("");
        state.set(
                now.trouble().isPresent()
                        ? new State(
                                now.kept(),
                                Tone.FAILS,
                                Words.TEXT.get("gpu.fails", now.trouble().get()))
                        : new State(now.kept(), Tone.PLAIN, words));
    }

    /// Tries the libraries in a folder and keeps it where they work. A wrong one is a message.
    public void tryFolder(Path folder) {
        var before = state.get().folder();
        state.set(new State(before, Tone.TRYING, Words.TEXT.get("gpu.trying")));
        var job = jobs.start(Words.TEXT.get("gpu.trying"), _ -> desk.tryGpu(folder));
        new FxJob<>(job, window)
                .whenDone(trial -> state.set(
                        trial.works()
                                ? new State(Optional.of(folder), Tone.WORKS, Words.TEXT.get("gpu.works", trial.words()))
                                : new State(before, Tone.FAILS, Words.TEXT.get("gpu.fails", trial.words()))))
                .whenFailed(cause -> fail(cause, before));
    }

    public void forget() {
        var job = jobs.startQuietly("forget the GPU runtime", _ -> {
            desk.forgetGpu();
            return true;
        });
        new FxJob<>(job, window)
                .whenDone(_ -> refresh())
                .whenFailed(cause -> fail(cause, state.get().folder()));
    }

    private void fail(Throwable cause, Optional<Path> folder) {
        state.set(new State(folder, Tone.FAILS, Words.TEXT.get("gpu.fails", String.valueOf(cause.getMessage()))));
    }
}
