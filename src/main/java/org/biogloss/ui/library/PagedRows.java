package org.biogloss.ui.library;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import org.biogloss.jobs.JobState;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FxJob;

/// A list of any length of which only the pages lately looked at are in memory. A row not there yet is
/// [Row.Loading], and is replaced when its page comes.
///
/// Lives on the window's thread; pages are read by jobs.
final class PagedRows extends ObservableListBase<Row> {

    static final int PAGE = 100;
    private static final int MOST_PAGES = 30;

    /// Reads a page of the list, on a job's thread.
    interface Source {

        Page read(int offset, int limit);
    }

    /// @param total of the whole list
    record Page(int total, List<Row> rows) {}

    private final Jobs jobs;
    private final Executor window;
    private final Consumer<Throwable> failed;
    private final Map<Integer, List<Row>> pages = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, Boolean> asked = new LinkedHashMap<>();
    private volatile Source source = (_, _) -> new Page(0, List.of());
    private volatile int size;
    private long turn;

    PagedRows(Jobs jobs, Executor window, Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Row get(int index) {
        int page = index / PAGE;
        var rows = pages.get(page);
        if (rows == null) ask(page);
        return rows == null || index % PAGE >= rows.size() ? new Row.Loading(index) : rows.get(index % PAGE);
    }

    /// Shows another list from its beginning. What is shown now stays until the first page of the other is there.
    ///
    /// @param shown   called with the list in place, or, where [#forget] came between, not at all
    /// @param refused called where the list cannot be read
    /// @param over    called after either, and in any case
    void show(Source other, Runnable shown, Consumer<Throwable> refused, Runnable over) {
        long asking = ++turn;
        read(
                other,
                0,
                first -> {
                    if (asking == turn) {
                        source = other;
                        become(first);
                        shown.run();
                    }
                    over.run();
                },
                failure -> {
                    if (asking == turn) refused.accept(failure);
                    over.run();
                });
    }

    void forget() {
        turn++;
        source = (_, _) -> new Page(0, List.of());
        become(new Page(0, List.of()));
    }

    /// Reads again those pages in memory that hold one of these documents.
    void refresh(Set<String> ids) {
        var stale = pages.entrySet().stream()
                .filter(page -> page.getValue().stream()
                        .anyMatch(row -> row instanceof Row.Paper paper && ids.contains(paper.id())))
                .map(Map.Entry::getKey)
                .toList();
        stale.forEach(this::ask);
    }

    /// Where a document stands among the rows in memory.
    OptionalInt find(String id) {
        return pages.entrySet().stream()
                .flatMapToInt(page -> IntStream.range(0, page.getValue().size())
                        .filter(i -> page.getValue().get(i) instanceof Row.Paper paper
                                && paper.id().equals(id))
                        .map(i -> page.getKey() * PAGE + i))
                .findFirst();
    }

    /// Where rows come from now. Read it on a job's thread.
    Source source() {
        return source;
    }

    /// Calls back with the row once it is there; at once where it is.
    void when(int index, Consumer<Row.Paper> then) {
        if (index < 0 || index >= size) return;
        if (get(index) instanceof Row.Paper paper) {
            then.accept(paper);
            return;
        }
        long asking = turn;
        int offset = index / PAGE * PAGE;
        read(
                source,
                offset,
                page -> {
                    if (asking != turn || index - offset >= page.rows().size()) return;
                    put(index / PAGE, page);
                    if (page.rows().get(index - offset) instanceof Row.Paper paper) then.accept(paper);
                },
                failed);
    }

    private void ask(int page) {
        if (asked.putIfAbsent(page, true) != null) return;
        long asking = turn;
        read(
                source,
                page * PAGE,
                read -> {
                    if (asking == turn) put(page, read);
                },
                failure -> {
                    asked.remove(page);
                    failed.accept(failure);
                });
    }

    private void put(int number, Page page) {
        asked.remove(number);
        pages.put(number, page.rows());
        forgetOldest();
        int begin = number * PAGE;
        int end = Math.min(begin + page.rows().size(), size);
        beginChange();
        for (int i = begin; i < end; i++) nextUpdate(i);
        endChange();
    }

    private void become(Page first) {
        var before = loading(size);
        asked.clear();
        pages.clear();
        if (!first.rows().isEmpty()) pages.put(0, first.rows());
        size = Math.max(first.total(), first.rows().size());
        beginChange();
        nextReplace(0, size, before);
        endChange();
    }

    private void forgetOldest() {
        Iterator<Integer> oldest = pages.keySet().iterator();
        while (pages.size() > MOST_PAGES && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void read(Source from, int offset, Consumer<Page> then, Consumer<Throwable> orElse) {
        var job = jobs.startQuietly("list the papers", _ -> from.read(offset, PAGE));
        new FxJob<>(job, window).whenOver(over -> {
            switch (over) {
                case JobState.Done<Page>(var page) -> then.accept(page);
                case JobState.Failed<Page>(var cause) -> orElse.accept(cause);
                case JobState.Cancelled<Page> _, JobState.Waiting<Page> _, JobState.Running<Page> _ -> {}
            }
        });
    }

    /// What was there before, as listeners are told it: as long, and in no memory.
    private static List<Row> loading(int size) {
        return new AbstractList<>() {
            @Override
            public Row get(int index) {
                return new Row.Loading(index);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }
}
