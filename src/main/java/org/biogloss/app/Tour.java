package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.biogloss.document.Standing;
import org.biogloss.format.Format;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.WholeFolder;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.workbench.SettingsFile;

/// The main job from end to end with the real window, store, index and network, and nobody watching: import, search,
/// highlight, correct, fine-tune, highlight again, export. Leaves a picture of every page and a report with timings.
///
/// The steps read from top to bottom. Each waits for what a person would wait for, and the first that fails ends the
/// tour. Longer than other classes because the order of the steps is what it is about.
final class Tour {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path out;
    private final Path own;
    private final List<Path> input;
    private final Jobs jobs = new Jobs();
    private final Notices notices = new Notices();
    private final TourReport report = new TourReport();
    private final Services services;
    private final MainWindow window;

    /// @param input what to import; empty for the sample corpora
    private Tour(Path out, List<Path> input, Places places, MainWindowMaker maker) throws Exception {
        this.out = out;
        this.own = places.own();
        this.input = input;
        var settings = new CurrentSettings(new SettingsFile(own.resolve("settings.toml")), jobs, notices::fail);
        services = new Services(places, jobs, settings, onWindow(Looks::new), notices, new NobodyToAsk());
        window = maker.make(services);
    }

    private interface MainWindowMaker {
        MainWindow make(Services services) throws Exception;
    }

    /// Runs the whole tour.
    ///
    /// @throws Exception with words, from the first step that failed
    static void run(Path out, List<Path> input) throws Exception {
        Files.createDirectories(out);
        var started = Instant.now();
        startToolkit();
        var own = Files.createTempDirectory("biogloss-tour");
        var places = new Places(Places.here().home(), own);
        var tour = new Tour(out, input, places, services -> onWindow(() -> new MainWindow(new Stage(), services)));
        try {
            tour.report.took("start the toolkit", started);
            tour.walk();
        } finally {
            tour.end();
            WholeFolder.delete(own);
        }
    }

    private static void startToolkit() throws InterruptedException {
        var ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        Platform.setImplicitExit(false);
        ready.await();
    }

    private void walk() throws Exception {
        try {
            open();
            search();
            highlight();
            correct();
            new TrainingTour(this).walk();
            lookAround();
            new AgreeTour(this).walk();
            new ReviewTour(this).walk();
            new TokensTour(this).walk();
            export();
            report.note("Everything above was done by the program itself; nothing was prepared beforehand.");
        } finally {
            report.write(out.resolve("report.md"), notices);
        }
        if (notices.shown().stream().anyMatch(Notices.Notice::failure)) {
            throw new IOException("The tour met an error: "
                    + notices.shown().stream()
                            .filter(Notices.Notice::failure)
                            .map(Notices.Notice::text)
                            .findFirst()
                            .orElse(""));
        }
    }

    private void open() throws Exception {
        var start = Instant.now();
        onWindow(() -> {
            window.show();
            window.openFirst();
            return true;
        });
        until("the project is open", () -> window.openProject().isPresent());
        report.took("open the window on a new project", start);
        var project = project();
        if (!input.isEmpty()) {
            onWindow(() -> {
                project.importFiles(input);
                return true;
            });
        }
        var importing = Instant.now();
        until("documents are there", () -> project.workbench().store().documentCount() > 0);
        until(
                "the import is over",
                () -> jobs.active().stream().noneMatch(job -> job.title().startsWith("Import")));
        report.took("import " + project.workbench().store().documentCount() + " documents", importing);
        report.count("documents", project.workbench().store().documentCount());
        settle();
        picture("library");
    }

    private void search() throws Exception {
        var start = Instant.now();
        project().workbench().bringIndexUpToDate(JobContext.silent());
        report.took("bring the index up to date", start);
        onWindow(() -> {
            project().read().library().ask("il6 OR hypotension");
            return true;
        });
        long all = project().workbench().store().documentCount();
        until("the search has answered", () -> {
            long found = project().read().library().rows().size();
            return found > 0 && found < all;
        });
        report.count(
                "hits for \"il6 OR hypotension\"",
                project().read().library().rows().size());
        settle();
        picture("search");
        onWindow(() -> {
            project().read().library().clearQuestion();
            return true;
        });
    }

    private void highlight() throws Exception {
        var id = interesting();
        var start = Instant.now();
        onWindow(() -> {
            project().openDocument().open(id);
            return true;
        });
        until("the reader shows the document", () -> shows(id));
        report.took("open a document", start);
        var installed = project().models().installed().stream()
                .filter(card -> card.does(org.biogloss.registry.ModelCard.NER))
                .toList();
        if (installed.isEmpty()) {
            report.note("No model ships with this build, so nothing was suggested before training.");
        } else {
            until("the model has suggested", () -> suggestions(id) > 0);
            report.took("highlight it with " + installed.getFirst().name() + ", PyTorch's start included", start);
            report.count("suggestions", suggestions(id));
        }
        settle();
        picture("reader");
    }

    /// Three corrections, one of them taken back.
    private void correct() throws Exception {
        var reader = project().read().reader();
        var id = reader.document().orElseThrow().id();
        long before = confirmed(id);
        if (suggestions(id) > 0) {
            verb(reader::nextSuggestion);
            verb(reader::accept);
            until("the accepted suggestion is confirmed", () -> confirmed(id) == before + 1);
            verb(reader::nextSuggestion);
            settle();
            picture("correction");
            verb(reader::reject);
        }
        long then = confirmed(id);
        var first = project()
                .workbench()
                .document(id)
                .mentions()
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .findFirst()
                .orElseThrow(() -> new IOException("The document " + id + " has no confirmed mention to correct."));
        verb(() -> reader.select(first.id()));
        verb(reader::delete);
        until("the mention is deleted", () -> confirmed(id) == then - 1);
        verb(reader::undo);
        until("undo has brought it back", () -> confirmed(id) == then);
        report.count("confirmed mentions in the document after three corrections and one undo", confirmed(id));
    }

    private void lookAround() throws Exception {
        for (var page : List.of("models", "leaderboard", "schema", "settings")) {
            onWindow(() -> {
                project().shell().show(page);
                return true;
            });
            settle();
            picture(page);
        }
        onWindow(() -> {
            project().commands().run("models.bring");
            return true;
        });
        until(
                "the costs of known models are measured",
                () -> !project().bringing().known().isEmpty());
        settle();
        picture("models-bring");
        onWindow(() -> {
            project().bringing().openProperty().set(false);
            project().shell().show("read");
            project().commands().run("window.palette");
            return true;
        });
        settle();
        picture("palette");
        onWindow(() -> {
            project().palette().close();
            project().commands().run("window.keys");
            return true;
        });
        settle();
        picture("keys");
        onWindow(() -> {
            project().commands().run("window.keys");
            return true;
        });
    }

    private void export() throws Exception {
        var file = out.resolve("export.jsonl");
        var start = Instant.now();
        project().workbench().export(file, Format.JSONL, Optional.empty(), JobContext.silent());
        report.took("export everything to JSON Lines", start);
        var read = new Importer().read(List.of(file), Optional.of(Format.JSONL), "gold", _ -> {}, JobContext.silent());
        report.count("documents in the export, read back", read.documents());
        if (read.documents() != project().workbench().store().documentCount() || read.rejected() > 0) {
            throw new IOException("The export does not read back whole: " + read.toJson());
        }
    }

    /// A trial if there is one, else the first document: it has PICO bars, nested mentions and relations to show.
    String interesting() {
        var store = project().workbench().store();
        return store.ids().stream()
                .limit(200)
                .filter(id -> store.find(id)
                        .orElseThrow()
                        .mentions()
                        .anyMatch(m -> m.type().equals("Participants")))
                .findFirst()
                .orElseGet(() -> store.ids().getFirst());
    }

    TourReport report() {
        return report;
    }

    /// News that was read: it shall not stand before what is pictured.
    void clearNews() {
        notices.shown().stream().filter(notice -> !notice.failure()).toList().forEach(notices::dismiss);
    }

    /// Makes the window as large as this. The headless screen allows a little less than 1,000 pixels of height.
    void resize(double width, double height) throws Exception {
        onWindow(() -> {
            window.scene().getWindow().setX(0);
            window.scene().getWindow().setY(0);
            window.scene().getWindow().setWidth(width);
            window.scene().getWindow().setHeight(height);
            return true;
        });
        settle();
    }

    OpenProject project() {
        return window.openProject().orElseThrow();
    }

    private boolean shows(String id) {
        return project()
                .read()
                .reader()
                .document()
                .filter(now -> now.id().equals(id))
                .isPresent();
    }

    private long suggestions(String id) {
        return mentions(id, Standing.SUGGESTED);
    }

    private long confirmed(String id) {
        return mentions(id, Standing.CONFIRMED);
    }

    private long mentions(String id, Standing standing) {
        return project()
                .workbench()
                .document(id)
                .mentions()
                .filter(m -> m.standing() == standing)
                .count();
    }

    private void verb(Runnable verb) throws Exception {
        onWindow(() -> {
            verb.run();
            return true;
        });
        settle();
    }

    /// A picture of the window in light and in dark.
    void picture(String name) throws Exception {
        for (var theme : List.of(Looks.Theme.DARK, Looks.Theme.LIGHT)) {
            onWindow(() -> {
                services.looks().choose(theme);
                return true;
            });
            settle();
            var file = out.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            onWindow(() -> {
                Snapshots.save(window.scene(), file);
                return true;
            });
            report.picture(file.getFileName().toString());
        }
    }

    /// Lets the window finish what it has begun: two rounds through its queue, and time for what comes from jobs.
    static void settle() throws Exception {
        for (int i = 0; i < 3; i++) {
            onWindow(() -> true);
            TimeUnit.MILLISECONDS.sleep(120);
        }
    }

    static void until(String what, BooleanSupplier holds) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        while (!onWindow(holds::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("The tour waited " + PATIENCE.toSeconds() + " s in vain until " + what + ".");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    static <R> R onWindow(Callable<R> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof Exception cause) throw cause;
            throw e;
        }
    }

    private void end() throws Exception {
        onWindow(() -> {
            window.close();
            return true;
        });
        Platform.exit();
    }

    /// There are no dialogs without a display, and nobody to answer them.
    private static final class NobodyToAsk implements FilePrompts {

        @Override
        public List<Path> files(String title) {
            return new ArrayList<>();
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveAs(String title, String name) {
            return Optional.empty();
        }

        @Override
        public void show(Path folder) {}
    }
}
