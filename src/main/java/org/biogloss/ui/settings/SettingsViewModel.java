package org.biogloss.ui.settings;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.bert.DeviceWish;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.workbench.Settings;

/// What is chosen, and the verbs to choose otherwise. Holds no control; runs without a toolkit.
public final class SettingsViewModel {

    private final SettingsDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final GpuViewModel gpu;
    private final ReadOnlyStringWrapper computing = new ReadOnlyStringWrapper(Words.TEXT.get("computing.finding"));
    private final ReadOnlyStringWrapper annotator = new ReadOnlyStringWrapper("");
    private final ObservableList<SettingsDesk.Highlighter> highlighters = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<SettingsDesk.Highlighter> highlightersShown =
            FXCollections.unmodifiableObservableList(highlighters);

    private record Facts(List<SettingsDesk.Highlighter> highlighters, String annotator) {}

    public SettingsViewModel(SettingsDesk desk, Jobs jobs, Executor window, BiConsumer<String, Throwable> failed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
        this.settings = new ReadOnlyObjectWrapper<>(desk.settings());
        this.gpu = new GpuViewModel(desk, jobs, window);
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty annotatorProperty() {
        return annotator.getReadOnlyProperty();
    }

    /// What computes networks now, and why; or what stands in the way of it.
    public ReadOnlyStringProperty computingProperty() {
        return computing.getReadOnlyProperty();
    }

    /// The models that can highlight.
    public ObservableList<SettingsDesk.Highlighter> highlighters() {
        return highlightersShown;
    }

    /// Looks again at what may have been changed elsewhere.
    public void refresh() {
        settings.set(desk.settings());
        var job = jobs.startQuietly("read the settings", _ -> new Facts(desk.highlighters(), desk.annotator()));
        new FxJob<>(job, window)
                .whenDone(facts -> {
                    annotator.set(facts.annotator());
                    if (!highlighters.equals(facts.highlighters())) highlighters.setAll(facts.highlighters());
                })
                .whenFailed(cause -> failed.accept(Words.TEXT.get("cannotRead"), cause));
        askWhatComputes();
        gpu.refresh();
    }

    /// The part about PyTorch for a GPU.
    public GpuViewModel gpu() {
        return gpu;
    }

    private void askWhatComputes() {
        var job = jobs.startOnNetwork(Words.TEXT.get("computing.finding"), _ -> desk.computing());
        new FxJob<>(job, window)
                .whenDone(now -> computing.set(now.words() + " – " + now.why()))
                .whenFailed(cause -> computing.set(String.valueOf(cause.getMessage())));
    }

    public void choose(Settings.Theme theme) {
        change(now -> now.withTheme(theme));
    }

    public void chooseFontSize(int pixels) {
        change(now -> now.withFontSize(pixels));
    }

    public void choose(DeviceWish device) {
        if (device == settings.get().device()) return;
        change(now -> now.withDevice(device));
        computeAnew();
    }

    /// @param threads 0 for as many as there are cores
    public void chooseThreads(int threads) {
        if (threads == settings.get().threads()) return;
        change(now -> now.withThreads(threads));
        computeAnew();
    }

    private void computeAnew() {
        computing.set(Words.TEXT.get("computing.finding"));
        desk.computeAnew();
        askWhatComputes();
    }

    public void highlight(String modelId, boolean on) {
        desk.highlight(modelId, on);
        settings.set(desk.settings());
    }

    public void signAs(String name) {
        var wanted = name.strip();
        if (wanted.isEmpty() || wanted.equals(annotator.get())) return;
        var job = jobs.startQuietly("sign as " + wanted, _ -> {
            desk.signAs(wanted);
            return wanted;
        });
        new FxJob<>(job, window)
                .whenDone(annotator::set)
                .whenFailed(cause -> failed.accept(Words.TEXT.get("cannotSave"), cause));
    }

    private void change(UnaryOperator<Settings> change) {
        desk.change(change);
        settings.set(desk.settings());
    }
}
