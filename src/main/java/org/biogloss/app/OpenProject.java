package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.benchmark.LocalRows;
import org.biogloss.bert.Compute;
import org.biogloss.format.Format;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.registry.Vocabularies;
import org.biogloss.registry.hub.Hub;
import org.biogloss.search.Filters;
import org.biogloss.search.QueryException;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.agree.AgreePage;
import org.biogloss.ui.agree.AgreeViewModel;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.CommandKeys;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.Saving;
import org.biogloss.ui.kit.StatusLine;
import org.biogloss.ui.kit.Texts;
import org.biogloss.ui.kit.TypeColours;
import org.biogloss.ui.kit.Workspace;
import org.biogloss.ui.leaderboard.LeaderboardPage;
import org.biogloss.ui.leaderboard.LeaderboardViewModel;
import org.biogloss.ui.models.BringViewModel;
import org.biogloss.ui.models.ModelsPage;
import org.biogloss.ui.models.ModelsViewModel;
import org.biogloss.ui.reader.ReaderCommands;
import org.biogloss.ui.review.ReviewPage;
import org.biogloss.ui.schema.SchemaPage;
import org.biogloss.ui.schema.SchemaViewModel;
import org.biogloss.ui.schema.TermsViewModel;
import org.biogloss.ui.settings.SettingsView;
import org.biogloss.ui.settings.SettingsViewModel;
import org.biogloss.ui.shell.DocumentFinder;
import org.biogloss.ui.shell.JobsViewModel;
import org.biogloss.ui.shell.PaletteViewModel;
import org.biogloss.ui.shell.ShellView;
import org.biogloss.ui.shell.ShellViewModel;
import org.biogloss.ui.tokens.TokensPage;
import org.biogloss.ui.tokens.TokensViewModel;
import org.biogloss.ui.training.TrainingPage;
import org.biogloss.ui.training.TrainingViewModel;
import org.biogloss.workbench.Backup;
import org.biogloss.workbench.Concepts;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.Workbench;

/// One project in the window: its pages, wired to each other and to the workbench. Longer than other classes because
/// all that a project is wired of stands here.
final class OpenProject implements AutoCloseable {

    private static final Texts TEXT = new Texts(OpenProject.class);

    private final Workbench workbench;
    private final Services services;
    private final Models models;
    private final Highlights highlights;
    private final AtomicReference<Optional<Compute>> compute = new AtomicReference<>(Optional.empty());
    private final Commands commands = new Commands();
    private final StatusLine status = new StatusLine();
    private final OpenDocument openDocument = new OpenDocument();
    private final JobsViewModel jobs;
    private final ShellViewModel shell;
    private final TrainingViewModel training;
    private final ModelsViewModel modelsPage;
    private final BringViewModel bringing;
    private final SettingsViewModel settings;
    private final OpenTerminologies terminologies;
    private final SchemaViewModel schema;
    private final SchemaPage schemaPage;
    private final ReadPage read;
    private final AgreeViewModel agree;
    private final ReviewPage review;
    private final TokensRoom tokensRoom;
    private final TokensViewModel tokens;
    private final TokensPage tokensPage;
    private final ShellView view;
    private final PaletteViewModel palette;

    OpenProject(Workbench workbench, Services services, MainWindow window) {
        this.workbench = workbench;
        this.services = services;
        terminologies = new OpenTerminologies(services.places().terminologies());
        models = services.places().models(workbench.store().folder());
        highlights = new Highlights(workbench, models, services, this::compute);
        jobs = new JobsViewModel(services.jobs(), Fx.thread(), Clock.systemUTC());
        training = new TrainingViewModel(
                new TrainingRoom(workbench, models, services.places(), this::highlightWith),
                services.jobs(),
                Fx.thread(),
                services.notices());
        var modelsRoom = modelsRoom();
        modelsPage = new ModelsViewModel(modelsRoom, services.jobs(), Fx.thread(), services.notices()::fail);
        bringing = new BringViewModel(modelsRoom, services.jobs(), Fx.thread(), modelsPage::show);
        settings = new SettingsViewModel(
                new SettingsRoom(services, workbench, models, this::choose, this::compute, this::settingsChanged),
                services.jobs(),
                Fx.thread(),
                services.notices()::fail);
        var colours =
                new TypeColours(workbench.store().schema(), services.looks().darkProperty());
        workbench.listen(change -> {
            if (change instanceof ProjectChange.SchemaChanged(var schema)) Fx.later(() -> colours.show(schema));
        });
        var found = new Concepts(workbench, terminologies::get);
        var concepts = new ConceptRoom(found, services, this::addTerms, this::undoIfLast);
        read = new ReadPage(workbench, services, highlights, commands, status, openDocument, colours, concepts);
        tokensRoom = new TokensRoom(
                workbench,
                new Vocabularies(models, services.places().vocabularies()),
                read::question,
                read::textShown,
                this::openInReader);
        tokens = new TokensViewModel(tokensRoom, services.jobs(), Fx.thread(), services.notices());
        var saving = new Saving(services.jobs(), services.notices(), services.prompts());
        tokensPage = new TokensPage(tokens, saving, () -> shell().show("tokens"));
        var leaderboard = new LeaderboardViewModel(
                () -> Leaderboard.of(new LocalRows(services.places().leaderboards())),
                services.jobs(),
                Fx.thread(),
                services.notices());
        agree = new AgreeViewModel(
                new AgreeRoom(workbench, models, this::compute, openDocument::open),
                services.jobs(),
                Fx.thread(),
                services.notices());
        var reviewRoom = new ReviewRoom(workbench, services, openDocument, read::question);
        review = new ReviewPage(
                new Review(workbench), reviewRoom, colours, commands, services.jobs(), Fx.thread(), services.notices());
        Runnable toReview = () -> shell().show(review.id());
        read.whenMade(place -> reviewRoom.addTo(commands, place, read.reader(), review, toReview));
        reviewRoom.addTo(commands, review, toReview);
        var pages = List.of(
                read,
                new AgreePage(agree, commands, saving, services.prompts(), colours, () -> shell().show("agree")),
                review,
                new TrainingPage(training, saving),
                tokensPage,
                new LeaderboardPage(leaderboard, saving),
                new ModelsPage(modelsPage, bringing, services.prompts(), () -> shell().show("models")));
        schema = new SchemaViewModel(
                new SchemaRoom(workbench), services.jobs(), Fx.thread(), services.notices(), this::verbOn);
        var terms = new TermsViewModel(
                new TermsRoom(terminologies),
                services.jobs(),
                Fx.thread(),
                services.notices(),
                () -> read().reader().concepts().forgetNames());
        schemaPage = new SchemaPage(schema, terms, colours, services.prompts(), () -> shell().show("schema"));
        List<Workspace> foot = List.of(
                schemaPage,
                Page.of(
                        "settings",
                        TEXT.get("settings"),
                        "fth-settings",
                        () -> new SettingsView(
                                settings, commands, () -> services.prompts().folder(TEXT.get("gpuFolder"))),
                        settings::refresh));
        shell = new ShellViewModel(java.util.stream.Stream.concat(pages.stream(), foot.stream())
                .map(p -> p.id())
                .toList());
        openDocument.placeProperty().subscribe(place -> place.ifPresent(_ -> shell.show(read.id())));
        addCommands(window);
        palette = new PaletteViewModel(commands, this::find, this::openInReader, services.jobs(), Fx.thread());
        view = new ShellView(
                new ShellView.Parts(
                        List.copyOf(pages),
                        List.copyOf(foot),
                        commands,
                        services.notices(),
                        status,
                        List.of(
                                "project.new",
                                "project.open",
                                "recent",
                                "-",
                                "library.import",
                                "project.export",
                                "project.backup",
                                "project.restore",
                                "-",
                                "window.keys"),
                        window::open),
                shell,
                palette,
                jobs);
        commands.rebind(services.settings().get().keys());
        commands.reboundProperty().subscribe(keys -> services.settings().change(now -> now.withKeys(keys)));
        CommandKeys.listen(window.scene(), commands);
        shell.showProject(workbench.store().name());
        shell.showRecent(window.recent());
        status.show(StatusLine.Part.SAVED, TEXT.get("saved"));
        status.show(StatusLine.Part.LAYER, TEXT.get("layer", workbench.activeLayer()));
        if (workbench.isReadOnly()) {
            shell.showBanner(new ShellViewModel.Banner(
                    TEXT.get("readOnly"),
                    TEXT.get("readOnlyAgain"),
                    () -> window.reopen(workbench.store().folder())));
        } else {
            openDocument.documentIdProperty().subscribe(id -> id.ifPresent(highlights::readOnce));
        }
        // Should it fail, the first question for a concept says so.
        whenUsable(() -> services.jobs().startQuietly("concepts", _ -> {
            found.prepare();
            return true;
        }));
        whenUsable(this::prepareCompute); // PyTorch takes both cores for a second: first the papers, then it
    }

    Parent view() {
        return view;
    }

    ShellViewModel shell() {
        return shell;
    }

    SettingsViewModel settings() {
        return settings;
    }

    PaletteViewModel palette() {
        return palette;
    }

    TrainingViewModel training() {
        return training;
    }

    ModelsViewModel modelsPage() {
        return modelsPage;
    }

    BringViewModel bringing() {
        return bringing;
    }

    ReadPage read() {
        return read;
    }

    ReviewPage review() {
        return review;
    }

    AgreeViewModel agree() {
        return agree;
    }

    TokensViewModel tokens() {
        return tokens;
    }

    TokensPage tokensPage() {
        return tokensPage;
    }

    Workbench workbench() {
        return workbench;
    }

    Models models() {
        return models;
    }

    OpenDocument openDocument() {
        return openDocument;
    }

    Commands commands() {
        return commands;
    }

    /// Calls back once the papers are listed and laid out.
    void whenUsable(Runnable then) {
        read.library().whenListed(() -> Fx.later(then));
    }

    boolean isIn(Path folder) {
        return workbench
                .store()
                .folder()
                .toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize());
    }

    void importFiles(List<Path> files) {
        read.library().importFiles(files);
    }

    /// Asks where a job would be given up by closing; training runs are not, they go on by themselves.
    boolean asksBeforeClosing(Runnable closing) {
        var atStake = jobs.atStake();
        if (atStake.isEmpty()) return false;
        shell.ask(new ShellViewModel.Question(
                TEXT.get("closeTitle"),
                TEXT.get("closeText", String.join(", ", atStake)),
                TEXT.get("closeYes"),
                TEXT.get("closeNo"),
                closing));
        return true;
    }

    @Override
    public void close() {
        tokensRoom.close();
        try {
            terminologies.close();
        } catch (IOException e) {
            services.notices().fail(TEXT.get("cannotCloseTerms"), e);
        }
        review.close();
        workbench.close();
    }

    private void openInReader(String documentId) {
        shell.show(read.id());
        openDocument.open(documentId);
    }

    private void addTerms() {
        schemaPage.addTerms();
    }

    /// A notice that offers to undo may be older than what was done since.
    private void undoIfLast(String title) {
        services.jobs()
                .startQuietly(title, _ -> {
                    var next = workbench.store().nextUndo();
                    if (next.equals(Optional.of(title))) workbench.undo();
                    else next.ifPresent(later -> services.notices().say(TEXT.get("undoFirst", later)));
                    return true;
                })
                .then(_ -> {}, failure -> services.notices().fail(TEXT.get("cannotUndo"), failure));
    }

    /// The reader's verb on a key, if it is none of a type's.
    private Optional<String> verbOn(String key) {
        return commands.all().stream()
                .filter(command ->
                        command.id().startsWith("reader.") && !command.id().startsWith(ReaderCommands.TYPE))
                .filter(command -> command.shownKeys().equalsIgnoreCase(key))
                .map(Command::title)
                .findFirst();
    }

    /// Chosen once, and again when the settings ask for something else.
    private Compute compute() {
        var known = compute.get();
        if (known.isPresent()) return known.get();
        var chosen = services.compute();
        compute.set(Optional.of(chosen));
        Fx.later(() -> shell.showDevice(chosen.words()));
        return chosen;
    }

    private void settingsChanged() {
        compute.set(Optional.empty());
        prepareCompute();
    }

    private void prepareCompute() {
        services.jobs()
                .startOnNetwork(TEXT.get("preparing"), _ -> compute())
                .then(_ -> {}, failure -> services.notices().fail(TEXT.get("cannotCompute"), failure));
    }

    private ModelsRoom modelsRoom() {
        return new ModelsRoom(
                models,
                services.places().ownModels(),
                services.places().downloads(),
                Hub::usual,
                this::compute,
                () -> services.settings().get().highlighters(),
                this::choose,
                highlights::readAll);
    }

    private void choose(String modelId, boolean on) {
        services.settings().change(now -> {
            var chosen = new TreeSet<>(now.highlighters());
            if (on) chosen.add(modelId);
            else chosen.remove(modelId);
            return now.withHighlighters(chosen);
        });
        highlights.forget(modelId);
        if (on) openDocument.documentId().ifPresent(highlights::readOnce);
    }

    private void highlightWith(ModelCard card) {
        choose(card.id(), true);
        services.notices().say(TEXT.get("nowHighlights", card.name()));
    }

    private List<DocumentFinder.Found> find(String words, int limit) {
        try {
            return workbench.search(new SearchRequest(words, Filters.NONE, 0, limit)).hits().stream()
                    .map(hit -> new DocumentFinder.Found(hit.id(), hit.title()))
                    .toList();
        } catch (QueryException _) {
            return List.of();
        }
    }

    private void addCommands(MainWindow window) {
        var group = TEXT.get("group");
        commands.add(
                Command.of("project.new", TEXT.get("new"), group, "", window::chooseAndCreate),
                Command.of("project.open", TEXT.get("open"), group, "Shortcut+O", window::chooseAndOpen),
                Command.of("project.export", TEXT.get("export"), group, "Shortcut+E", this::chooseAndExport),
                Command.of("project.backup", TEXT.get("backup"), group, "", this::chooseAndBackUp),
                Command.of("project.restore", TEXT.get("restore"), group, "", window::chooseAndRestore));
    }

    private void chooseAndBackUp() {
        var name = workbench.store().name() + " " + LocalDate.now(ZoneId.systemDefault()) + ".zip";
        services.prompts()
                .saveAs(TEXT.get("backupTitle"), name)
                .ifPresent(zip -> services.jobs()
                        .start(TEXT.get("backingUp", zip.getFileName()), context -> {
                            Backup.write(workbench.store(), zip, false, context);
                            return TEXT.get("backedUp", zip);
                        })
                        .then(
                                services.notices()::say,
                                failure -> services.notices().fail(TEXT.get("cannotBackUp"), failure)));
    }

    private void chooseAndExport() {
        services.prompts()
                .saveAs(TEXT.get("exportTitle"), workbench.store().name() + ".jsonl")
                .ifPresent(this::export);
    }

    /// Into the format that the file's name asks for. Where that cannot hold all, the person is told before anything is
    /// written.
    private void export(Path file) {
        var format = formatOf(file);
        services.jobs()
                .start(
                        TEXT.get("exporting", file.getFileName()),
                        context -> workbench.losses(format, Optional.empty(), context))
                .then(
                        losses -> Fx.later(() -> exportOrAsk(file, format, losses)),
                        failure -> services.notices().fail(TEXT.get("cannotExport"), failure));
    }

    private void exportOrAsk(Path file, Format format, List<String> losses) {
        if (losses.isEmpty()) {
            export(file, format);
            return;
        }
        shell.ask(new ShellViewModel.Question(
                TEXT.get("lossesTitle", format.title()),
                String.join("\n", losses.stream().map(loss -> "• " + loss).toList()) + "\n\n" + TEXT.get("lossesText"),
                TEXT.get("lossesYes"),
                TEXT.get("lossesNo"),
                () -> export(file, format)));
    }

    private void export(Path file, Format format) {
        services.jobs()
                .start(TEXT.get("exporting", file.getFileName()), context -> {
                    workbench.export(file, format, Optional.empty(), context);
                    return TEXT.get("exported", file);
                })
                .then(services.notices()::say, failure -> services.notices().fail(TEXT.get("cannotExport"), failure));
    }

    private static Format formatOf(Path file) {
        if (Files.isDirectory(file)) return Format.TEXT;
        return Format.meantBy(file).orElse(Format.JSONL);
    }
}
