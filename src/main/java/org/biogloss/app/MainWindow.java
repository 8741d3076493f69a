package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.biogloss.registry.ModelCard;
import org.biogloss.store.ProjectStore;
import org.biogloss.ui.kit.EmptyState;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Texts;
import org.biogloss.workbench.Backup;
import org.biogloss.workbench.Workbench;

/// The program's one window, into which one project at a time is opened.
final class MainWindow {

    private static final Texts TEXT = new Texts(MainWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final Services services;
    private final Scene scene;
    private Optional<OpenProject> open = Optional.empty();
    private final List<Runnable> whenUsable = new ArrayList<>();
    private boolean mayClose;

    MainWindow(Stage stage, Services services) {
        this.stage = stage;
        this.services = services;
        var settings = services.settings().get();
        this.scene = new Scene(
                waiting(TEXT.get("starting")),
                settings.panes().getOrDefault("window.width", WIDTH),
                settings.panes().getOrDefault("window.height", HEIGHT));
        services.looks().choose(Looks.Theme.valueOf(settings.theme().name()));
        services.looks().chooseFontSize(settings.fontSize());
        services.looks().dress(scene);
        Thread.currentThread()
                .setUncaughtExceptionHandler((_, failure) -> services.notices().fail(TEXT.get("unexpected"), failure));
    }

    /// Shows the window at once; what belongs in it follows.
    void show() {
        stage.setTitle("BioGloss");
        stage.setMinWidth(860);
        stage.setMinHeight(560);
        var panes = services.settings().get().panes();
        if (panes.containsKey("window.x")) {
            stage.setX(panes.getOrDefault("window.x", 0.0));
            stage.setY(panes.getOrDefault("window.y", 0.0));
        }
        stage.setScene(scene);
        stage.setOnCloseRequest(this::askBeforeClosing);
        stage.show();
    }

    /// Calls back each time a project is open and its papers are listed.
    void whenUsable(Runnable then) {
        whenUsable.add(then);
    }

    Scene scene() {
        return scene;
    }

    Optional<OpenProject> openProject() {
        return open;
    }

    /// The last project, or the sample project, which the first start makes.
    void openFirst() {
        var last = services.settings().get().lastProject().filter(ProjectStore::isProject);
        if (last.isPresent()) open(last.get());
        else if (ProjectStore.isProject(services.places().sampleProject()))
            open(services.places().sampleProject());
        else makeSample();
    }

    void open(Path project) {
        if (open.filter(now -> now.isIn(project)).isPresent()) return;
        begin(
                TEXT.get("opening", project.getFileName()),
                () -> Workbench.openOrRead(project, services.places().models(project), services.jobs()),
                false);
    }

    /// Opens the project once more, to work in it if nobody else does any longer.
    void reopen(Path project) {
        if (ProjectStore.isHeld(project)) {
            services.notices().say(TEXT.get("stillHeld"));
            return;
        }
        begin(
                TEXT.get("opening", project.getFileName()),
                () -> Workbench.openOrRead(project, services.places().models(project), services.jobs()),
                false);
    }

    /// Makes a project of a backup and opens it.
    void chooseAndRestore() {
        services.prompts().files(TEXT.get("restoreFrom")).stream()
                .findFirst()
                .ifPresent(zip -> services.prompts()
                        .saveAs(TEXT.get("restoreTo"), TEXT.get("restoreName"))
                        .ifPresent(folder -> services.jobs()
                                .start(TEXT.get("restoring", zip.getFileName()), context -> {
                                    Backup.restore(zip, folder, context);
                                    return folder;
                                })
                                .then(
                                        restored -> Fx.later(() -> open(restored)),
                                        failure -> services.notices().fail(TEXT.get("cannotRestore"), failure))));
    }

    void create(Path project) {
        begin(
                TEXT.get("making", project.getFileName()),
                () -> Workbench.create(
                        project,
                        project.getFileName().toString(),
                        services.places().models(project),
                        services.jobs()),
                false);
    }

    private void makeSample() {
        services.settings().change(now -> now.withHighlighters(shippedHighlighters()));
        var folder = services.places().sampleProject();
        begin(
                TEXT.get("making", TEXT.get("sampleName")),
                () -> Workbench.create(
                        folder, TEXT.get("sampleName"), services.places().models(folder), services.jobs()),
                true);
    }

    private java.util.Set<String> shippedHighlighters() {
        return services.places().models().installed().stream()
                .filter(ModelCard::marks)
                .map(ModelCard::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Opens off the window's thread; the project that was open is closed once the new one is there.
    private void begin(String words, java.util.concurrent.Callable<Workbench> opening, boolean withSamples) {
        if (open.isEmpty()) scene.setRoot(waiting(words));
        services.jobs()
                .start(words, _ -> opening.call())
                .then(
                        workbench -> Fx.later(() -> enter(workbench, withSamples)),
                        failure -> Fx.later(() -> {
                            services.notices().fail(words, failure);
                            if (open.isEmpty()) scene.setRoot(nothingOpen(failure));
                        }));
    }

    private void enter(Workbench workbench, boolean withSamples) {
        var before = open;
        var project = new OpenProject(workbench, services, this);
        open = Optional.of(project);
        scene.setRoot(project.view());
        services.looks().dress(scene);
        stage.setTitle(workbench.store().name() + " – BioGloss");
        services.settings().change(now -> now.withLastProject(workbench.store().folder()));
        before.ifPresent(OpenProject::close);
        project.whenUsable(() -> whenUsable.forEach(Runnable::run));
        if (withSamples) project.importFiles(services.places().sampleFiles());
    }

    /// Projects that lie where BioGloss makes them, and the last one, wherever it lies.
    List<Path> recent() {
        var projects = new LinkedHashSet<Path>();
        services.settings().get().lastProject().ifPresent(projects::add);
        var folder = services.places().projects();
        if (Files.isDirectory(folder)) {
            try (var inside = Files.list(folder)) {
                inside.filter(ProjectStore::isProject).sorted().forEach(projects::add);
            } catch (IOException e) {
                services.notices().fail(TEXT.get("listing"), e);
            }
        }
        return List.copyOf(projects);
    }

    void chooseAndOpen() {
        services.prompts().folder(TEXT.get("openTitle")).ifPresent(this::open);
    }

    void chooseAndCreate() {
        services.prompts().saveAs(TEXT.get("newTitle"), TEXT.get("newName")).ifPresent(this::create);
    }

    private void askBeforeClosing(WindowEvent event) {
        if (mayClose || open.isEmpty()) return;
        if (open.get().asksBeforeClosing(() -> {
            mayClose = true;
            stage.close();
        })) event.consume();
    }

    /// Everything a person did is on disk already; this tidies up.
    void close() {
        services.settings()
                .change(now -> now.withPane("window.x", stage.getX())
                        .withPane("window.y", stage.getY())
                        .withPane("window.width", scene.getWidth())
                        .withPane("window.height", scene.getHeight()));
        try {
            services.settings().flush();
        } catch (IOException e) {
            services.notices().fail(TEXT.get("savingSettings"), e);
        }
        open.ifPresent(OpenProject::close);
        services.jobs().close();
    }

    private static Parent waiting(String words) {
        var state = new EmptyState("fth-book-open", "BioGloss", words, Optional.empty());
        return new StackPane(state);
    }

    private Parent nothingOpen(Throwable why) {
        var another = new Button(TEXT.get("openProject"));
        another.setOnAction(_ -> chooseAndOpen());
        var fresh = new Button(TEXT.get("newProject"));
        fresh.setOnAction(_ -> chooseAndCreate());
        var words = String.valueOf(why.getMessage());
        var state = new EmptyState("fth-alert-circle", TEXT.get("notOpened"), words, Optional.empty());
        var buttons = new HBox(8, another, fresh);
        buttons.setAlignment(javafx.geometry.Pos.CENTER);
        state.getChildren().add(buttons);
        return new StackPane(state);
    }
}
