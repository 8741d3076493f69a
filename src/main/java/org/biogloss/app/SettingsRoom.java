package org.biogloss.app;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
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
        Runnable recompute)
        implements SettingsDesk {

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
