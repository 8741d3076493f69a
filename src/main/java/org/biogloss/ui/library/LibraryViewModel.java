package org.biogloss.ui.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.document.DocumentStatus;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.Jobs;
import org.biogloss.search.Filters;
import org.biogloss.ui.kit.OpenDocument;

/// The list of papers, of which only the pages in sight are in memory. Holds no control; runs without a toolkit.
public final class LibraryViewModel {

    /// Rows asked for at a time.
    static final int PAGE = 60;

    private final LibraryDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final OpenDocument openDocument;

    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Filters> filters = new ReadOnlyObjectWrapper<>(Filters.NONE);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ImportReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Integer> places = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<Integer> placesShown = FXCollections.unmodifiableObservableList(places);
    private final ObservableList<String> types = FXCollections.observableArrayList();
    private final ObservableList<String> typesShown = FXCollections.unmodifiableObservableList(types);
    private final Map<Integer, LibraryDesk.Row> rows = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private long question;

    /// @param window runs on the window's thread what it is given
    /// @param failed is told what was tried and what went wrong
    public LibraryViewModel(
            LibraryDesk desk,
            Jobs jobs,
            Executor window,
            BiConsumer<String, Throwable> failed,
            OpenDocument openDocument) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
        this.openDocument = openDocument;
    }

    /// The places of the list, 0 to the total: what a virtual list shows. [#row] tells what stands there.
    public ObservableList<Integer> places() {
        return placesShown;
    }

    public ObservableList<String> types() {
        return typesShown;
    }

    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Filters> filtersProperty() {
        return filters.getReadOnlyProperty();
    }

    /// How many documents the list holds; -1 until that is known.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// Why the words cannot be searched for; empty where they can.
    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// What the last import did, until it is dismissed.
    public ReadOnlyObjectProperty<Optional<ImportReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /// What stands at a place; where it is not here yet, it is asked for, and the place changes when it comes.
    public Optional<LibraryDesk.Row> row(int place) {
        var row = Optional.ofNullable(rows.get(place));
        if (row.isEmpty()) fetch(place / PAGE);
        return row;
    }

    public boolean isNarrowed() {
        return !query.get().isBlank() || !filters.get().equals(Filters.NONE);
    }

    public void search(String words) {
        if (words.strip().equals(query.get())) return;
        query.set(words.strip());
        refresh();
    }

    public void filterByType(String type, boolean on) {
        var chosen = new LinkedHashSet<>(filters.get().entityTypes());
        if (on) chosen.add(type);
        else chosen.remove(type);
        narrow(new Filters(chosen, filters.get().concept(), filters.get().statuses()));
    }

    public void filterByStatus(DocumentStatus status, boolean on) {
        var chosen = new LinkedHashSet<>(filters.get().statuses());
        if (on) chosen.add(status);
        else chosen.remove(status);
        narrow(new Filters(filters.get().entityTypes(), filters.get().concept(), chosen));
    }

    /// @param concept an id in a terminology; blank for any
    public void filterByConcept(String concept) {
        var wanted = Optional.of(concept.strip()).filter(id -> !id.isEmpty());
        narrow(new Filters(filters.get().entityTypes(), wanted, filters.get().statuses()));
    }

    public void clear() {
        query.set("");
        filters.set(Filters.NONE);
        refresh();
    }

    /// Asks again for the list, and keeps showing the old one until the new one is there.
    public void refresh() {
        long mine = ++question;
        var words = query.get();
        var narrow = filters.get();
        jobs.startQuietly("list the documents", _ -> desk.rows(words, narrow, 0, PAGE))
                .then(
                        first -> window.execute(() -> start(mine, first)),
                        failure -> window.execute(() -> fail(mine, failure)));
        jobs.startQuietly("list the types", _ -> desk.types())
                .then(known -> window.execute(() -> showTypes(known)), _ -> {});
    }

    /// Asks again for the rows in memory, whose counts or status may be others now.
    public void refreshRows() {
        if (isNarrowed()) {
            refresh();
            return;
        }
        long mine = question;
        for (int page :
                rows.keySet().stream().map(place -> place / PAGE).distinct().toList()) ask(mine, page);
    }

    public void open(int place) {
        row(place).ifPresent(row -> openDocument.open(row.summary().id()));
    }

    /// The document so many places after this one in the list. Not to be called on the window's thread.
    public Optional<String> neighbour(String documentId, int step) {
        var words = query.get();
        var narrow = filters.get();
        int size = Math.toIntExact(Math.max(0, total.get()));
        for (int offset = 0; offset < size; offset += 1000) {
            var stretch = desk.rows(words, narrow, offset, 1000).rows();
            for (int i = 0; i < stretch.size(); i++) {
                if (!stretch.get(i).summary().id().equals(documentId)) continue;
                int wanted = offset + i + step;
                if (wanted < 0 || wanted >= size) return Optional.empty();
                return desk.rows(words, narrow, wanted, 1).rows().stream()
                        .map(row -> row.summary().id())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /// The place of a document among the rows in memory, or -1.
    public int placeOf(String documentId) {
        for (var row : rows.entrySet()) {
            if (row.getValue().summary().id().equals(documentId)) return row.getKey();
        }
        return -1;
    }

    public void importFiles(List<Path> files) {
        if (files.isEmpty()) return;
        var what = files.size() == 1 ? String.valueOf(files.getFirst().getFileName()) : files.size() + " files";
        jobs.start("Importing " + what, context -> desk.importFiles(files, context))
                .then(done -> window.execute(() -> imported(done)), failure -> {
                    if (failure instanceof CancellationException) return;
                    window.execute(() -> failed.accept("Cannot import " + what, failure));
                });
    }

    public void dismissReport() {
        report.set(Optional.empty());
    }

    /// Writes what the last import did as JSON.
    public void saveReport(Path file) {
        report.get()
                .ifPresent(done -> jobs.startQuietly("save the report", _ -> Files.writeString(file, done.toJson()))
                        .then(
                                _ -> {},
                                failure -> window.execute(() -> failed.accept("Cannot save the report", failure))));
    }

    private void imported(ImportReport done) {
        report.set(Optional.of(done));
        refresh();
    }

    private void narrow(Filters next) {
        if (next.equals(filters.get())) return;
        filters.set(next);
        refresh();
    }

    private void showTypes(List<String> known) {
        if (!types.equals(known)) types.setAll(known);
    }

    private void start(long mine, LibraryDesk.Stretch first) {
        if (mine != question) return;
        trouble.set("");
        rows.clear();
        asked.clear();
        asked.add(0);
        put(0, first.rows());
        var all = new ArrayList<Integer>((int) first.total());
        for (int place = 0; place < first.total(); place++) all.add(place);
        places.setAll(all);
        total.set(first.total());
    }

    private void fail(long mine, Throwable failure) {
        if (mine != question) return;
        trouble.set(String.valueOf(failure.getMessage()));
    }

    private void fetch(int page) {
        if (asked.add(page)) ask(question, page);
    }

    private void ask(long mine, int page) {
        var words = query.get();
        var narrow = filters.get();
        jobs.startQuietly("list the documents", _ -> desk.rows(words, narrow, page * PAGE, PAGE))
                .then(
                        stretch -> window.execute(() -> show(mine, page, stretch)),
                        failure -> window.execute(() -> fail(mine, failure)));
    }

    private void show(long mine, int page, LibraryDesk.Stretch stretch) {
        if (mine != question) return;
        put(page * PAGE, stretch.rows());
        for (int i = 0; i < stretch.rows().size(); i++) {
            int place = page * PAGE + i;
            if (place < places.size()) places.set(place, place);
        }
    }

    private void put(int from, List<LibraryDesk.Row> some) {
        for (int i = 0; i < some.size(); i++) rows.put(from + i, some.get(i));
    }
}
