package org.biogloss.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.WholeFolder;
import org.biogloss.search.DocumentIndex;
import org.biogloss.search.IndexException;
import org.biogloss.search.Occurrences;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.store.ProjectStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a project's search index in step with its store, off the caller's thread.
///
/// There is one way to be in step: index again whatever the journal changed since the generation that the index
/// notes. It serves an edit, an import, a crash between the two, and an index that was lost.
final class ProjectIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectIndex.class);

    /// After this many documents what was indexed becomes searchable, while the rest goes on.
    private static final int SHOWN_EVERY = 2_000;

    /// Committing costs disk syncs, and a crash loses nothing that could not be caught up with.
    private static final long COMMIT_NANOS = 5_000_000_000L;

    /// More than this many documents behind is work that a person should see.
    private static final int WORTH_SHOWING = 500;

    private static final long LONGEST_REST_NANOS = 1_500_000_000L;

    private static final Duration WORTH_RESTING = Duration.ofMillis(40);

    private final ProjectStore store;
    private final Path folder;
    private final Jobs jobs;
    private final Runnable onIndexed;
    private final ReentrantLock working = new ReentrantLock();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private volatile DocumentIndex index;
    private volatile boolean closed;
    private volatile long took;
    private long committed = System.nanoTime();

    /// @param onIndexed called after the index changed, on the thread that changed it
    ProjectIndex(ProjectStore store, Jobs jobs, Runnable onIndexed) {
        this.store = store;
        // Who only reads has an index of its own, since the other one writes the project's.
        this.folder = store.isReadOnly() ? ownFolder() : store.folder().resolve("index");
        this.jobs = jobs;
        this.onIndexed = onIndexed;
        this.index = DocumentIndex.open(folder);
        if (index.generation() > store.generation()) index.clear(); // The database was put back to an older state.
    }

    private static Path ownFolder() {
        try {
            return Files.createTempDirectory("biogloss-index");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts to catch up if there is something to catch up with.
    void start() {
        int behind = store.changedSince(index.generation()).size()
                + store.goneSince(index.generation()).size();
        if (behind > WORTH_SHOWING) {
            jobs.start("Bringing the search index up to date", context -> {
                catchUp(context);
                return behind;
            });
        } else if (behind > 0) {
            changed();
        }
    }

    /// The store has changed: follows soon, together with what changes until then.
    void changed() {
        if (closed || scheduled.getAndSet(true)) return;
        jobs.startQuietly("Indexing", context -> {
            giveWay();
            scheduled.set(false);
            catchUp(context);
            return index.generation();
        });
    }

    /// Whoever corrects a long document is not to wait for its words to be indexed after each correction: indexing
    /// rests
    /// twice as long as it took last, and follows several corrections at once.
    private void giveWay() throws InterruptedException {
        var rest = Duration.ofNanos(Math.min(2 * took, LONGEST_REST_NANOS));
        if (rest.compareTo(WORTH_RESTING) > 0) Thread.sleep(rest);
    }

    /// Follows the store now.
    void catchUp(JobContext context) {
        working.lock();
        long begun = System.nanoTime();
        try {
            if (closed) return;
            long generation = store.generation();
            var ids = store.changedSince(index.generation());
            var gone = store.goneSince(index.generation());
            gone.forEach(index::delete);
            int done = 0;
            for (var id : ids) {
                context.checkCancelled();
                if (closed) throw new CancellationException(); // the rest follows when the project is opened again
                store.find(id).ifPresent(index::update);
                if (++done % SHOWN_EVERY == 0) show();
                if (done % 100 == 0) context.report(new Progress(done, ids.size(), "indexed"));
            }
            index.putGeneration(generation);
            if (!ids.isEmpty() || !gone.isEmpty()) show();
            if (System.nanoTime() - committed > COMMIT_NANOS || done > WORTH_SHOWING) commit();
        } catch (IndexException e) {
            LOG.warn("The search index could not follow the project; it is made anew at the next start", e);
            throw e;
        } finally {
            took = System.nanoTime() - begun;
            working.unlock();
        }
    }

    /// An index that cannot be read is made again by a job; meanwhile the answer is what the new one has so far.
    SearchResults search(SearchRequest request) {
        return ask(now -> now.search(request));
    }

    /// The documents that hold one of the names, and perhaps some that do not quite.
    List<String> holding(Occurrences names, Optional<SearchRequest> within) {
        return ask(now -> now.holding(names, within));
    }

    List<String> ids(SearchRequest request) {
        return ask(now -> now.ids(request));
    }

    private <R> R ask(Function<DocumentIndex, R> question) {
        var asked = index;
        try {
            return question.apply(asked);
        } catch (IndexException e) {
            LOG.warn("The search index could not be read and is made anew", e);
            replace(asked);
            return question.apply(index);
        }
    }

    private void replace(DocumentIndex unreadable) {
        working.lock();
        try {
            if (closed || index != unreadable) return;
            try {
                unreadable.close();
            } catch (IndexException e) {
                LOG.debug("The unreadable index could not be closed properly", e);
            }
            index = DocumentIndex.open(folder);
            index.clear();
        } finally {
            working.unlock();
        }
        start();
    }

    private void show() {
        index.refresh();
        onIndexed.run();
    }

    private void commit() {
        index.commit();
        committed = System.nanoTime();
    }

    @Override
    public void close() {
        closed = true;
        working.lock();
        try {
            index.commit();
        } finally {
            working.unlock();
            index.close();
            if (store.isReadOnly()) forget();
        }
    }

    private void forget() {
        try {
            WholeFolder.delete(folder);
        } catch (IOException e) {
            LOG.debug("An index that is of no more use could not be removed", e);
        }
    }
}
