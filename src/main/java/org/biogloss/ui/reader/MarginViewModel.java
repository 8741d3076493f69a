package org.biogloss.ui.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Difference;
import org.biogloss.ui.kit.Shown;

/// What stands beside the text and what one can do there: guidelines, the past of the document, the time it takes.
/// Holds no control; runs without a toolkit.
public final class MarginViewModel {

    /// What the pane beside the text shows.
    public enum Aspect {
        DETAILS,
        OUTLINE,
        GUIDELINES,
        HISTORY
    }

    /// The document as it was, held against what it is.
    ///
    /// @param difference what going back would do
    record Preview(MarginDesk.Moment moment, AnnotatedDocument then, Difference difference) {}

    /// A heading of the guidelines that somebody wants to read.
    ///
    /// @param asking counts the askings
    record Heading(String words, long asking) {}

    /// A second or two of work at most are lost with the program; each saving is a transaction.
    private static final Duration SAVE_AFTER = Duration.ofSeconds(10);

    private final ReaderViewModel reader;
    private final MarginDesk desk;
    private final Executor work;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final WorkTimer timer;

    private final ReadOnlyObjectWrapper<Aspect> aspect = new ReadOnlyObjectWrapper<>(Aspect.DETAILS);
    private final ReadOnlyObjectWrapper<String> guidelines = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Heading>> heading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<MarginDesk.Version>> versions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<MarginDesk.Moment>> moments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Preview>> preview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper timed = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Duration> spent = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private long askings;
    private Duration saved = Duration.ZERO;

    /// @param work   runs off the window's thread what it is given
    /// @param window runs on the window's thread what it is given
    /// @param failed is told what was tried and what went wrong
    public MarginViewModel(
            ReaderViewModel reader,
            MarginDesk desk,
            Executor work,
            Executor window,
            BiConsumer<String, Throwable> failed) {
        this(reader, desk, work, window, failed, System::nanoTime);
    }

    MarginViewModel(
            ReaderViewModel reader,
            MarginDesk desk,
            Executor work,
            Executor window,
            BiConsumer<String, Throwable> failed,
            LongSupplier nanos) {
        this.reader = reader;
        this.desk = desk;
        this.work = new InTurn(work);
        this.window = window;
        this.failed = failed;
        timer = new WorkTimer(nanos, this::spend);
        reader.sceneProperty().subscribe(scene -> {
            preview.set(Optional.empty());
            if (aspect.get() == Aspect.HISTORY) readMoments();
            if (timed.get()) follow(scene.map(now -> now.document().id()));
        });
        reader.selectedProperty().subscribe(selected -> selected.ifPresent(_ -> preview.set(Optional.empty())));
        aside("Cannot read the guidelines", desk::guidelines, guidelines::set);
        aside("Cannot read the settings", desk::isTimed, this::showTimed);
    }

    ReaderViewModel reader() {
        return reader;
    }

    public ReadOnlyObjectProperty<Aspect> aspectProperty() {
        return aspect.getReadOnlyProperty();
    }

    public void show(Aspect wanted) {
        aspect.set(wanted);
        if (wanted == Aspect.HISTORY) readMoments();
        if (wanted != Aspect.HISTORY) closePreview();
    }

    // Guidelines.

    ReadOnlyObjectProperty<String> guidelinesProperty() {
        return guidelines.getReadOnlyProperty();
    }

    /// What was last asked for.
    ReadOnlyObjectProperty<Optional<Heading>> headingProperty() {
        return heading.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<MarginDesk.Version>> versionsProperty() {
        return versions.getReadOnlyProperty();
    }

    /// Opens the guidelines, at what they say of the type if they say something.
    public void showGuideline(String entityType) {
        var words = reader.schema()
                .entity(entityType)
                .map(type -> type.guideline().isBlank() ? type.name() : type.guideline())
                .orElse(entityType);
        show(Aspect.GUIDELINES);
        heading.set(Optional.of(new Heading(words, ++askings)));
    }

    /// Somebody begins to write: what holds now stays as an earlier version.
    void beginGuidelines() {
        aside(
                "Cannot keep the guidelines",
                () -> {
                    desk.keepVersion();
                    return desk.earlierGuidelines();
                },
                versions::set);
    }

    void saveGuidelines(String markdown) {
        if (markdown.equals(guidelines.get())) return;
        guidelines.set(markdown);
        aside(
                "Cannot save the guidelines",
                () -> {
                    desk.saveGuidelines(markdown);
                    return markdown;
                },
                _ -> {});
    }

    /// Takes the guidelines over from a file; what held before stays as an earlier version.
    void readGuidelines(Path file) {
        aside(
                "Cannot read " + file,
                () -> {
                    var markdown = Files.readString(file);
                    desk.keepVersion();
                    desk.saveGuidelines(markdown);
                    return markdown;
                },
                guidelines::set);
    }

    void readVersions() {
        aside("Cannot read the guidelines", desk::earlierGuidelines, versions::set);
    }

    // The past.

    /// Newest first.
    ReadOnlyObjectProperty<List<MarginDesk.Moment>> momentsProperty() {
        return moments.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Preview>> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /// Shows the document as it was; nothing is changed by it.
    void preview(MarginDesk.Moment moment) {
        reader.deselect();
        reader.document()
                .ifPresent(now -> aside(
                        "Cannot show the past of " + now.id(), () -> desk.asOf(now.id(), moment.entry()), then -> {
                            boolean stillHere =
                                    reader.document().filter(now::equals).isPresent();
                            if (!stillHere) return;
                            preview.set(Optional.of(new Preview(moment, then, Difference.between(now, then))));
                        }));
    }

    public void closePreview() {
        preview.set(Optional.empty());
    }

    /// Makes the document what the preview shows, as one action that can be undone.
    void goBack() {
        preview.get().filter(shown -> !shown.difference().isNone()).ifPresent(shown -> {
            var words = shown.moment().entry() == 0
                    ? "Go back to the beginning"
                    : "Go back to " + Shown.minute(shown.moment().time());
            reader.correct(pen -> Optional.of(pen.document())
                    .filter(now -> now.id().equals(shown.then().id()))
                    .map(now -> Difference.between(now, shown.then()))
                    .filter(difference -> !difference.isNone())
                    .map(difference -> new Correction(words, difference.edit(), Optional.empty())));
        });
        closePreview();
    }

    void writeHistory(Path file, Optional<String> documentId) throws IOException {
        desk.writeHistory(file, documentId);
    }

    private void readMoments() {
        var open = reader.document().map(AnnotatedDocument::id);
        if (open.isEmpty()) moments.set(List.of());
        open.ifPresent(id -> aside("Cannot read the history of " + id, () -> desk.moments(id), read -> {
            boolean stillHere =
                    reader.document().filter(now -> now.id().equals(id)).isPresent();
            if (stillHere) moments.set(read);
        }));
    }

    // The time it takes.

    public ReadOnlyBooleanProperty timedProperty() {
        return timed.getReadOnlyProperty();
    }

    /// How long this person has worked on the open document.
    ReadOnlyObjectProperty<Duration> spentProperty() {
        return spent.getReadOnlyProperty();
    }

    public void setTimed(boolean on) {
        aside(
                "Cannot save the setting",
                () -> {
                    desk.setTimed(on);
                    return on;
                },
                this::showTimed);
    }

    /// The person is there: a key, a click, the wheel.
    void touch() {
        if (!timed.get()) return;
        timer.touch();
        if (timer.unsaved().compareTo(SAVE_AFTER) > 0) timer.save();
        spent.set(saved.plus(timer.unsaved()));
    }

    /// Hands on what was measured: the project is about to be closed, or another document to be opened.
    public void stopTimer() {
        if (timed.get()) follow(Optional.empty());
    }

    private void showTimed(boolean on) {
        if (!on) stopTimer();
        timed.set(on);
        if (on) follow(reader.document().map(AnnotatedDocument::id));
    }

    private void follow(Optional<String> documentId) {
        timer.follow(documentId);
        documentId.ifPresent(id -> aside("Cannot read the time", () -> desk.spent(id), time -> {
            saved = time;
            spent.set(saved.plus(timer.unsaved()));
        }));
    }

    private void spend(String documentId, Duration more) {
        saved = saved.plus(more);
        aside(
                "Cannot save the time",
                () -> {
                    desk.spend(documentId, more);
                    return more;
                },
                _ -> {});
    }

    private <R> void aside(String tried, Callable<R> job, Consumer<R> show) {
        work.execute(() -> {
            try {
                var result = job.call();
                window.execute(() -> show.accept(result));
            } catch (Exception e) {
                window.execute(() -> failed.accept(tried, e));
            }
        });
    }
}
