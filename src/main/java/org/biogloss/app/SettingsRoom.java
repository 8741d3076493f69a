package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.biogloss.bert.Compute;
import org.biogloss.bert.GpuRuntime;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.settings.SettingsDesk;
import org.biogloss.workbench.Settings;
import org.biogloss.workbench.Workbench;

/// The settings page's desk: what is chosen holds in the window at once.
record SettingsRoom(
        Services services,
        Workbench workbench,
        Models models,
        BiConsumer<String, Boolean> switchModel,
        Supplier<Compute> compute,
        Runnable recompute)
        implements SettingsDesk {

    /// A first load from a slow disk takes its time.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public Settings settings() {
        return services.settings().get();
    }

    @Override
    public void change(UnaryOperator<Settings> change) {
        var before = settings();
        services.settings().change(change);
        var now = settings();
        if (now.theme() != before.theme())
            services.looks().choose(Looks.Theme.valueOf(now.theme().name()));
        if (now.fontSize() != before.fontSize()) services.looks().chooseFontSize(now.fontSize());
    }

    @Override
    public void highlight(String modelId, boolean on) {
        switchModel.accept(modelId, on);
    }

    @Override
    public void computeAnew() {
        recompute.run();
    }

    @Override
    public Computing computing() {
        var now = compute.get();
        return new Computing(now.words(), now.why());
    }

    @Override
    public GpuState gpu() {
        var kept = services.gpuRuntime();
        return new GpuState(kept.folder(), kept.isInUse(), kept.trouble());
    }

    /// What the process says goes beside the settings, for whoever wants to know more.
    @Override
    public GpuRuntime.Trial tryGpu(Path folder) throws IOException, InterruptedException {
        var own = Files.createDirectories(services.places().own());
        var trial = GpuRuntime.look(folder).test(own.resolve("gpu-runtime.log"), PATIENCE);
        if (trial.works()) services.gpuRuntime().keep(folder);
        return trial;
    }

    @Override
    public void forgetGpu() throws IOException {
        services.gpuRuntime().forget();
    }

    @Override
    public List<Highlighter> highlighters() {
        return models.installed().stream()
                .filter(ModelCard::marks)
                .map(card -> new Highlighter(card.id(), card.name()))
                .toList();
    }

    @Override
    public String annotator() {
        return workbench.annotator();
    }

    @Override
    public void signAs(String annotator) {
        workbench.signAs(annotator);
    }
}
