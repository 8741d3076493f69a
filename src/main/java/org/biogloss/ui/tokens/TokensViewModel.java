package org.biogloss.ui.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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
import org.biogloss.jobs.Jobs;
import org.biogloss.tokens.compare.NamedTokenizer;
import org.biogloss.tokens.compare.SideBySide;
import org.biogloss.tokens.compare.Tile;
import org.biogloss.ui.kit.Notices;

/// What the Tokenizer Lab shows: the vocabularies that stand side by side, the text under them, and its pieces. Holds
/// no control; runs without a toolkit.
public final class TokensViewModel {

    public static final int MOST = 4;

    /// A piece that a person looks at.
    public record Selected(int column, int tile) {}

    private final TokensDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final Notices notices;
    private final ObservableList<TokensDesk.Shelved> shelf = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<TokensDesk.Shelved> shelfShown = FXCollections.unmodifiableObservableList(shelf);
    private final ObservableList<TokensDesk.Shelved> columns = FXCollections.observableArrayList();
    private final ObservableList<TokensDesk.Shelved> columnsShown = FXCollections.unmodifiableObservableList(columns);
    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty ids = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<Optional<SideBySide>> sides = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Selected>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Latest<SideBySide> comparing;
    private final CorpusViewModel corpus;
    private final TablesViewModel tables;
    private final PieceViewModel piece;
    private final LearnViewModel learning;

    /// @param window runs on the window's thread what it is given
    public TokensViewModel(TokensDesk desk, Jobs jobs, Executor window, Notices notices) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.notices = notices;
        comparing = new Latest<>(
                "compare tokenizers", jobs, window, this::show, failure -> notices.fail("Cannot compare", failure));
        corpus = new CorpusViewModel(desk, jobs, window, notices, this);
        tables = new TablesViewModel(desk, jobs, window, notices, this);
        piece = new PieceViewModel(desk, jobs, window, notices, this);
        learning = new LearnViewModel(desk, jobs, window, notices, this);
        text.subscribe(_ -> compare());
    }

    /// What may be chosen.
    public ObservableList<TokensDesk.Shelved> shelf() {
        return shelfShown;
    }

    /// What stands side by side.
    public ObservableList<TokensDesk.Shelved> columns() {
        return columnsShown;
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Whether the pieces show their numbers.
    public BooleanProperty idsProperty() {
        return ids;
    }

    public ReadOnlyObjectProperty<Optional<SideBySide>> sidesProperty() {
        return sides.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Selected>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// The piece that is looked at.
    public Optional<Tile> selectedTile() {
        return selected.get()
                .flatMap(at -> sides.get()
                        .map(now -> now.columns().get(at.column()).tiles().get(at.tile())));
    }

    public CorpusViewModel corpus() {
        return corpus;
    }

    public TablesViewModel tables() {
        return tables;
    }

    public PieceViewModel piece() {
        return piece;
    }

    public LearnViewModel learning() {
        return learning;
    }

    /// Looks again at what there is. The first time, it puts up to three vocabularies side by side.
    public void refresh() {
        refresh(Optional.empty());
        corpus.refresh();
    }

    /// @param add the id of a vocabulary to put beside the others
    void refresh(Optional<String> add) {
        jobs.startQuietly("list the vocabularies", _ -> desk.vocabularies())
                .then(
                        now -> window.execute(() -> take(now, add)),
                        failure -> notices.fail("Cannot list the vocabularies", failure));
    }

    private void take(List<TokensDesk.Shelved> now, Optional<String> add) {
        if (!shelf.equals(now)) shelf.setAll(now);
        var wanted = new ArrayList<>(columns);
        wanted.retainAll(now);
        if (wanted.isEmpty()) wanted.addAll(atFirst(now));
        add.flatMap(id -> now.stream().filter(one -> one.id().equals(id)).findFirst())
                .filter(one -> !wanted.contains(one))
                .ifPresent(one -> {
                    if (wanted.size() == MOST) wanted.removeLast();
                    wanted.add(one);
                });
        put(wanted);
    }

    /// The general one and the person's own, or else a model's.
    private static List<TokensDesk.Shelved> atFirst(List<TokensDesk.Shelved> shelf) {
        var own = shelf.stream().skip(1).filter(TokensDesk.Shelved::isOwn).limit(2);
        var first = new ArrayList<>(shelf.stream().limit(1).toList());
        own.forEach(first::add);
        if (first.size() == 1) shelf.stream().skip(1).limit(1).forEach(first::add);
        return first;
    }

    /// Puts a vocabulary into a column. If another column has it, the two change places.
    public void choose(int column, TokensDesk.Shelved vocabulary) {
        var wanted = new ArrayList<>(columns);
        int there = wanted.indexOf(vocabulary);
        if (there == column) return;
        if (there >= 0) wanted.set(there, wanted.get(column));
        wanted.set(column, vocabulary);
        put(wanted);
    }

    public boolean canAddColumn() {
        return columns.size() < MOST && columns.size() < shelf.size();
    }

    /// Puts the next vocabulary of the shelf beside the others.
    public void addColumn() {
        if (columns.size() >= MOST) return;
        shelf.stream().filter(one -> !columns.contains(one)).findFirst().ifPresent(one -> {
            var wanted = new ArrayList<>(columns);
            wanted.add(one);
            put(wanted);
        });
    }

    public void removeColumn(int column) {
        if (columns.size() <= 1) return;
        var wanted = new ArrayList<>(columns);
        wanted.remove(column);
        put(wanted);
    }

    /// Takes over the tokenizers of folders, each into a column.
    public void add(Path folder) {
        run(
                "Adding the tokenizer of " + folder.getFileName(),
                "Cannot add the tokenizer",
                _ -> desk.add(folder),
                id -> {
                    refresh(Optional.of(id));
                    notices.say(Words.TEXT.get("added", id));
                });
    }

    /// Takes the text that stands in the reader.
    public void takeFromReader() {
        desk.textInReader().ifPresentOrElse(text::set, () -> notices.say(Words.TEXT.get("nothingInReader")));
    }

    /// Puts a text there where none is yet.
    void takeQuietly(String words) {
        if (text.get().isBlank()) text.set(words);
    }

    /// Looks at a piece; the columns show where it stands.
    public void select(int column, int tile) {
        selected.set(Optional.of(new Selected(column, tile)));
        piece.look();
    }

    public void deselect() {
        selected.set(Optional.empty());
        piece.close();
    }

    /// Looks at the next piece that another column cuts elsewhere, from the one looked at on.
    ///
    /// @param step 1 or -1
    public void selectRinged(int step) {
        var now = sides.get();
        if (now.isEmpty()) return;
        int column = selected.get().map(Selected::column).orElse(0);
        var tiles = now.get().columns().get(column).tiles();
        int at = selected.get().map(Selected::tile).orElse(step > 0 ? -1 : tiles.size());
        for (at += step; at >= 0 && at < tiles.size(); at += step) {
            if (tiles.get(at).ringed()) {
                select(column, at);
                return;
            }
        }
    }

    /// The chosen tokenizers, opened. Not for the window's thread.
    List<NamedTokenizer> open(List<TokensDesk.Shelved> chosen) throws IOException {
        var opened = new ArrayList<NamedTokenizer>();
        for (var one : chosen) opened.add(new NamedTokenizer(one.name(), desk.open(one.id())));
        return opened;
    }

    List<TokensDesk.Shelved> chosen() {
        return List.copyOf(columns);
    }

    /// A job that a person sees, and what becomes of its result in the window.
    <R> void run(String title, String cannot, Job<R> job, Consumer<R> then) {
        jobs.start(title, job).then(result -> window.execute(() -> then.accept(result)), failure -> {
            if (!(failure instanceof CancellationException)) notices.fail(cannot, failure);
        });
    }

    private void put(List<TokensDesk.Shelved> wanted) {
        if (columns.equals(wanted)) return;
        columns.setAll(wanted);
        compare();
        tables.columnsChanged();
        corpus.columnsChanged();
    }

    private void compare() {
        if (columns.isEmpty()) return;
        var chosen = chosen();
        var now = text.get();
        comparing.ask(_ -> SideBySide.of(now, open(chosen)));
    }

    private void show(SideBySide now) {
        selected.set(Optional.empty());
        sides.set(Optional.of(now));
        piece.close();
    }
}
