package org.biogloss.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.Command;
import org.biogloss.ui.kit.Commands;
import org.biogloss.ui.kit.FxJob;

/// One field for all that can be done and all that can be opened.
public final class PaletteViewModel {

    /// A line of the palette.
    public sealed interface Entry {

        record Act(Command command) implements Entry {}

        record Read(DocumentFinder.Found document) implements Entry {}
    }

    private static final int MOST_DOCUMENTS = 12;
    private static final int FEWEST_LETTERS = 2;

    private record Ranked(Command command, int rank) {}

    private final Commands commands;
    private final DocumentFinder finder;
    private final Consumer<String> openDocument;
    private final Jobs jobs;
    private final Executor window;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    // Read-only views are held on to: a fresh one would be collected, and its listeners with it.
    private final ObservableList<Entry> entriesShown = FXCollections.unmodifiableObservableList(entries);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(false);
    private String words = "";
    private boolean searching;
    private Optional<String> waiting = Optional.empty();

    public PaletteViewModel(
            Commands commands, DocumentFinder finder, Consumer<String> openDocument, Jobs jobs, Executor window) {
        this.commands = commands;
        this.finder = finder;
        this.openDocument = openDocument;
        this.jobs = jobs;
        this.window = window;
    }

    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Commands first, then documents.
    public ObservableList<Entry> entries() {
        return entriesShown;
    }

    public void open() {
        ask("");
        open.set(true);
    }

    public void close() {
        open.set(false);
    }

    /// Shows the commands at once and the documents when they are found.
    public void ask(String nowWords) {
        words = nowWords.strip();
        entries.setAll(matching(words));
        if (words.length() < FEWEST_LETTERS) return;
        if (searching) waiting = Optional.of(words);
        else search(words);
    }

    public void choose(Entry entry) {
        close();
        switch (entry) {
            case Entry.Act(var command) -> commands.run(command.id());
            case Entry.Read(var document) -> openDocument.accept(document.id());
        }
    }

    private List<Entry> matching(String asked) {
        var ranked = new ArrayList<Ranked>();
        for (var command : commands.all()) {
            int rank = rank(command, asked.toLowerCase(Locale.ROOT));
            if (rank >= 0 && command.enabled().get()) ranked.add(new Ranked(command, rank));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        return ranked.stream().<Entry>map(r -> new Entry.Act(r.command())).toList();
    }

    /// 0 is best; -1 where it does not fit. Words may be begun only, and stand in any order.
    static int rank(Command command, String asked) {
        if (asked.isEmpty()) return 1;
        var title = command.title().toLowerCase(Locale.ROOT);
        if (title.startsWith(asked)) return 0;
        if (beginsWords(title, asked)) return 1;
        if (title.contains(asked)) return 2;
        return beginsWords(command.group().toLowerCase(Locale.ROOT) + " " + title, asked) ? 3 : -1;
    }

    private static boolean beginsWords(String title, String asked) {
        var titleWords = List.of(title.split("\\W+"));
        return List.of(asked.split("\\s+")).stream()
                .allMatch(word -> titleWords.stream().anyMatch(t -> t.startsWith(word)));
    }

    private void search(String asked) {
        searching = true;
        var job = jobs.startQuietly("find " + asked, _ -> finder.find(asked, MOST_DOCUMENTS));
        new FxJob<>(job, window).whenOver(over -> {
            searching = false;
            if (over instanceof org.biogloss.jobs.JobState.Done<List<DocumentFinder.Found>>(var found)) {
                show(asked, found);
            }
            var next = waiting;
            waiting = Optional.empty();
            next.filter(later -> !later.equals(asked)).ifPresent(this::search);
        });
    }

    private void show(String asked, List<DocumentFinder.Found> found) {
        if (!asked.equals(words)) return;
        entries.removeIf(Entry.Read.class::isInstance);
        found.forEach(document -> entries.add(new Entry.Read(document)));
    }
}
