package org.biogloss.app;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.SystemFilePrompts;
import org.biogloss.workbench.SettingsFile;

/// The program with a window. Makes the services once and hands them on.
public final class BioGlossApp extends Application {

    private final AtomicReference<MainWindow> window = new AtomicReference<>();

    @Override
    public void start(Stage stage) {
        var places = Places.here();
        var jobs = new Jobs();
        var notices = new Notices();
        var file = SettingsFile.ofThisPerson();
        var settings = new CurrentSettings(file, jobs, notices::fail);
        var prompts = new SystemFilePrompts(() -> stage, getHostServices()::showDocument);
        var services = new Services(places, jobs, settings, new Looks(), notices, prompts);
        file.trouble().ifPresent(notices::say);
        var main = new MainWindow(stage, services);
        window.set(main);
        if (Boolean.getBoolean(StartBenchmark.PROBE)) main.whenUsable(StartBenchmark::report);
        main.show();
        main.openFirst();
    }

    @Override
    public void stop() {
        var main = window.get();
        if (main != null) main.close();
    }
}
