package org.biogloss.ui.models;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Job;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Texts;

/// Bringing a model from elsewhere: a folder, a zip, or a name on a hub. Holds no control; runs without a toolkit.
public final class BringViewModel {

    private static final Texts TEXT = new Texts(BringViewModel.class);

    private final ModelsDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Consumer<String> installed;
    private final ObservableList<ModelsDesk.Known> known = FXCollections.observableArrayList();
    private final ObservableList<ModelsDesk.Known> knownShown = FXCollections.unmodifiableObservableList(known);
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<ModelsDesk.Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Progress>> progress = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<FxJob<?>> running = Optional.empty();

    /// @param installed told the id of a model once it is there
    public BringViewModel(ModelsDesk desk, Jobs jobs, Executor window, Consumer<String> installed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.installed = installed;
        name.subscribe(_ -> {
            found.set(Optional.empty());
            trouble.set(Optional.empty());
        });
    }

    /// Models that are worth having, once their costs are measured.
    public ObservableList<ModelsDesk.Known> known() {
        return knownShown;
    }

    /// Whether the page is shown.
    public BooleanProperty openProperty() {
        return open;
    }

    /// What the person typed.
    public StringProperty nameProperty() {
        return name;
    }

    /// What the hub has under that name; nothing until it was asked.
    public ReadOnlyObjectProperty<Optional<ModelsDesk.Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// How far the work at hand is.
    public ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// What went wrong last, in words.
    public ReadOnlyObjectProperty<Optional<String>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Measures what the known models would cost here. Asks no network.
    public void prepare() {
        if (!known.isEmpty()) return;
        jobs.startQuietly("measure what models cost", _ -> desk.known())
                .then(models -> window.execute(() -> known.setAll(models)), this::tell);
    }

    public void choose(ModelsDesk.Known model) {
        name.set(model.name());
        look();
    }

    /// Asks the hub what it has under the name.
    public void look() {
        var wanted = name.get().strip();
        if (wanted.isEmpty()) return;
        work(TEXT.get("bring.looking", wanted), _ -> desk.look(wanted), answer -> found.set(Optional.of(answer)));
    }

    /// Downloads what was found.
    public void download() {
        found.get()
                .ifPresent(model -> work(
                        TEXT.get("bring.downloading", model.name()),
                        context -> desk.download(name.get().strip(), context),
                        this::done));
    }

    /// Installs a folder or a zip.
    public void install(Path folderOrZip) {
        work(
                TEXT.get("bring.installing", folderOrZip.getFileName()),
                context -> desk.install(folderOrZip, context),
                this::done);
    }

    public void cancel() {
        running.ifPresent(job -> job.job().cancel());
    }

    private void done(String id) {
        found.set(Optional.empty());
        open.set(false);
        installed.accept(id);
    }

    private <R> void work(String title, Job<R> what, Consumer<R> then) {
        if (progress.get().isPresent()) return;
        trouble.set(Optional.empty());
        progress.set(Optional.of(new Progress(0, 0, title)));
        var job = new FxJob<>(jobs.start(title, what), window);
        running = Optional.of(job);
        job.stateProperty().subscribe(state -> {
            switch (state) {
                case JobState.Running<R>(var now) -> progress.set(Optional.of(now));
                case JobState.Done<R>(var result) -> {
                    progress.set(Optional.empty());
                    then.accept(result);
                }
                case JobState.Failed<R>(var cause) -> {
                    progress.set(Optional.empty());
                    tell(cause);
                }
                case JobState.Cancelled<R> _ -> {
                    progress.set(Optional.empty());
                    trouble.set(Optional.of(TEXT.get("bring.cancelled")));
                }
                case JobState.Waiting<R> _ -> {}
            }
        });
    }

    private void tell(Throwable failure) {
        var words = failure.getMessage();
        window.execute(
                () -> trouble.set(Optional.of(words == null ? failure.getClass().getSimpleName() : words)));
    }
}
