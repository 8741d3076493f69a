package org.biogloss.ui.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.biogloss.document.DocumentStatus;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.search.Filters;
import org.biogloss.search.QueryException;
import org.biogloss.search.SearchRequest;
import org.biogloss.ui.kit.FxJob;
import org.biogloss.ui.kit.Notices;
import org.biogloss.ui.kit.OpenDocument;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.StatusLine;

/// What the library shows and what one can do there. Holds no control; runs without a toolkit. Longer than other
/// classes
/// because every verb of the library stands here.
public final class LibraryViewModel {

    /// What stands in the middle of the pane.
    public enum State {
        NO_PROJECT,
        NO_PAPERS,
        NO_HITS,
        ROWS
    }

    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final OpenDocument open;
    private final StatusLine status;
    private final PagedRows rows;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_PROJECT);
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(Filters.NONE);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<List<String>> entityTypes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<ImportReport>> last = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanExpression hasReport =
            Bindings.createBooleanBinding(() -> last.get().isPresent(), last);
    private volatile Optional<LibraryDesk> desk = Optional.empty();
    private volatile int place = -1;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(Progress.NONE);
    private boolean counting;
    private boolean countAgain;
    private boolean asking;
    private boolean askAgain;

    /// How far one has got with what is listed.
    ///
    /// @param review how many wait for a second look
    public record Progress(long done, long review, long listed) {

        static final Progress NONE = new Progress(0, 0, 0);
    }

    /// What a list needs to say of itself beside its rows; written on a job's thread, read after it.
    private record Answer(long documents, long hits, double seconds, List<String> types) {}

    public LibraryViewModel(Jobs jobs, Executor window, Notices notices, OpenDocument open, StatusLine status) {
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        this.open = open;
        this.status = status;
        this.rows = new PagedRows(jobs, window, cause -> notices.fail("Cannot list the papers", cause));
        open.documentIdProperty().subscribe(this::follow);
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filters> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /// How many papers are listed, of how many.
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// How many of the listed papers are done.
    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Calls back when a list is there for the first time; at once where one is.
    public void whenListed(Runnable then) {
        if (!summary.get().isEmpty()) {
            then.run();
            return;
        }
        summary.addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends String> property, String before, String now) {
                summary.removeListener(this);
                then.run();
            }
        });
    }

    /// Why the words typed cannot be searched for; empty where they can.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The row of the open paper; -1 where it is not in the list.
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What one may filter by.
    public ReadOnlyObjectProperty<List<String>> entityTypesProperty() {
        return entityTypes.getReadOnlyProperty();
    }

    /// What the last import did, until it is put away.
    public ReadOnlyObjectProperty<Optional<ImportReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// Whether there was an import of which a report can be shown.
    public BooleanExpression hasReport() {
        return hasReport;
    }

    /// Opens the report of the last import.
    public void showReport() {
        report.set(last.get());
    }

    public void dismissReport() {
        report.set(Optional.empty());
    }

    /// Lists this project's papers; none where no project is open.
    public void show(Optional<LibraryDesk> project) {
        desk = project;
        query.set("");
        filters.set(Filters.NONE);
        problem.set("");
        summary.set("");
        dismissReport();
        open.close();
        rows.forget();
        if (project.isEmpty()) {
            state.set(State.NO_PROJECT);
            return;
        }
        project.get()
                .listen(change -> window.execute(() -> {
                    if (desk.equals(project)) changed(change.ids());
                }));
        project.get()
                .listenToIndex(() -> window.execute(() -> {
                    if (desk.equals(project) && isNarrowed()) count();
                }));
        list();
    }

    public void ask(String words) {
        if (words.equals(query.get())) return;
        query.set(words);
        list();
    }

    public void filter(Filters wanted) {
        if (wanted.equals(filters.get())) return;
        filters.set(wanted);
        list();
    }

    /// Whether words or filters leave some papers out.
    public boolean isNarrowed() {
        return !isPlain();
    }

    public void clearQuestion() {
        query.set("");
        filters.set(Filters.NONE);
        list();
    }

    /// Opens the paper in this row.
    public void open(int index) {
        rows.when(index, paper -> {
            select(index);
            open.open(paper.summary().id());
        });
    }

    /// The paper so many rows after this one in the list as it is narrowed. Not to be called on the window's thread.
    public Optional<String> neighbour(String documentId, int step) {
        int at = place;
        if (at < 0 || !isAt(at, documentId))
            at = desk.map(project -> project.place(documentId)).orElse(-1);
        int wanted = at + step;
        if (at < 0 || wanted < 0 || wanted >= rows.size()) return Optional.empty();
        return idAt(wanted);
    }

    private boolean isAt(int index, String documentId) {
        return idAt(index).equals(Optional.of(documentId));
    }

    private Optional<String> idAt(int index) {
        return rows.source().read(index, 1).rows().stream()
                .filter(Row.Paper.class::isInstance)
                .map(row -> ((Row.Paper) row).id())
                .findFirst();
    }

    public void next() {
        open(Math.min(selected.get() + 1, rows.size() - 1));
    }

    public void previous() {
        open(Math.max(selected.get() - 1, 0));
    }

    /// Says how far one has got with the open paper.
    public void mark(DocumentStatus how) {
        var id = open.documentId();
        if (desk.isEmpty() || id.isEmpty()) return;
        var project = desk.get();
        var job = jobs.startQuietly("mark " + id.get(), _ -> {
            project.setStatus(id.get(), how);
            return how;
        });
        new FxJob<>(job, window).whenFailed(cause -> notices.fail("Cannot mark the paper", cause));
    }

    public void importFiles(List<Path> filesOrFolders) {
        if (filesOrFolders.isEmpty()) return;
        if (desk.isEmpty()) {
            notices.say(Words.TEXT.get("import.noProject"));
            return;
        }
        var project = desk.get();
        var title = filesOrFolders.size() == 1
                ? Words.TEXT.get("import.one", filesOrFolders.getFirst().getFileName())
                : Words.TEXT.get("import.many", filesOrFolders.size());
        var job = jobs.start(title, context -> project.importFiles(filesOrFolders, context));
        new FxJob<>(job, window)
                .whenDone(this::imported)
                .whenFailed(cause -> notices.fail(Words.TEXT.get("import.failed"), cause));
    }

    /// The report opens by itself where there is something to read in it, and can be opened anyway.
    private void imported(ImportReport done) {
        last.set(Optional.of(done));
        if (done.repaired() + done.rejected() > 0) report.set(last.get());
        else notices.say(Words.TEXT.get("import.done", done.documents(), done.mentions()));
        list();
    }

    private boolean isPlain() {
        return query.get().isBlank() && filters.get().equals(Filters.NONE);
    }

    /// One question at a time: what is typed meanwhile is asked once the answer is there.
    private void list() {
        if (desk.isEmpty()) return;
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        var project = desk.get();
        var answer = new AtomicReference<>(new Answer(0, 0, 0, List.of()));
        boolean plain = isPlain();
        var asked = query.get();
        var narrowed = filters.get();
        PagedRows.Source source = plain
                ? (offset, limit) -> plainPage(project, offset, limit, answer::set)
                : (offset, limit) -> found(project, new SearchRequest(asked, narrowed, offset, limit), answer::set);
        rows.show(source, () -> shown(answer.get(), plain), this::refused, this::answered);
    }

    private void answered() {
        asking = false;
        if (!askAgain) return;
        askAgain = false;
        list();
    }

    private static PagedRows.Page plainPage(LibraryDesk project, int offset, int limit, Consumer<Answer> answer) {
        long count = project.documentCount();
        answer.accept(new Answer(count, count, 0, offset == 0 ? project.entityTypes() : List.of()));
        var papers = project.summaries(offset, limit).stream()
                .<Row>map(paper -> new Row.Paper(paper, List.of()))
                .toList();
        return new PagedRows.Page((int) Math.min(count, Integer.MAX_VALUE), papers);
    }

    private static PagedRows.Page found(LibraryDesk project, SearchRequest request, Consumer<Answer> answer) {
        var results = project.search(request);
        answer.accept(new Answer(
                project.documentCount(),
                results.total(),
                results.seconds(),
                request.offset() == 0 ? project.entityTypes() : List.of()));
        return new PagedRows.Page((int) Math.min(results.total(), Integer.MAX_VALUE), SearchRows.of(project, results));
    }

    private void shown(Answer answer, boolean plain) {
        problem.set("");
        if (!answer.types().isEmpty()) entityTypes.set(answer.types());
        summary.set(
                plain
                        ? Shown.count(answer.documents(), Words.TEXT.get("paper"), Words.TEXT.get("papers"))
                        : Words.TEXT.get("summary.found", answer.hits(), answer.documents(), answer.seconds() * 1000));
        state.set(answer.documents() == 0 ? State.NO_PAPERS : answer.hits() == 0 ? State.NO_HITS : State.ROWS);
        if (plain && open.documentId().isEmpty() && !rows.isEmpty()) open(0); // So that a start shows a text.
        else follow(open.documentId());
        count();
    }

    /// One counting at a time: what changes meanwhile is counted once it is over.
    private void count() {
        if (desk.isEmpty()) return;
        countAgain = counting;
        if (counting) return;
        counting = true;
        var project = desk.get();
        var question = new SearchRequest(query.get(), filters.get(), 0, 1);
        var job = jobs.startQuietly(
                "count what is done",
                _ -> new Progress(
                        project.count(question, DocumentStatus.DONE),
                        project.count(question, DocumentStatus.NEEDS_REVIEW),
                        0));
        new FxJob<>(job, window).whenOver(over -> {
            counting = false;
            // What cannot be searched for is told where it is typed.
            if (over instanceof JobState.Done<Progress>(var counted) && desk.equals(Optional.of(project))) {
                progress.set(new Progress(counted.done(), counted.review(), rows.size()));
                showPlace();
            }
            if (countAgain) count();
        });
    }

    private void refused(Throwable failure) {
        if (failure instanceof QueryException said) problem.set(said.getMessage());
        else notices.fail(Words.TEXT.get("list.failed"), failure);
    }

    private void changed(Set<String> ids) {
        if (ids.isEmpty()) list();
        else rows.refresh(ids);
        if (!ids.isEmpty()) count();
    }

    /// The open paper may have been picked elsewhere, and its row be in no memory.
    private void follow(Optional<String> id) {
        int near = id.map(opened -> rows.find(opened).orElse(-1)).orElse(-1);
        select(near);
        if (near >= 0 || id.isEmpty() || desk.isEmpty() || !isPlain()) return;
        var project = desk.get();
        var job = jobs.startQuietly("find " + id.get(), _ -> project.place(id.get()));
        new FxJob<>(job, window).whenDone(place -> {
            if (open.documentId().equals(id) && selected.get() < 0 && isPlain()) select(place);
        });
    }

    private void select(int index) {
        selected.set(index);
        place = index;
        showPlace();
    }

    private void showPlace() {
        int index = selected.get();
        var words =
                Words.TEXT.get("place", index + 1, rows.size(), progress.get().done());
        status.show(StatusLine.Part.PLACE, index < 0 ? "" : words);
    }
}
