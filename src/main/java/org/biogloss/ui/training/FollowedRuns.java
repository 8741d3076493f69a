package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;

/// The curves of the runs that the page shows, each read on in its event file. Files are read and
/// understood in a job; the window's thread only adds the numbers.
final class FollowedRuns {

    /// So many are kept, shown or not: to look back at one costs nothing then.
    private static final int KEPT = 16;

    private static final class Followed {

        private final RunCurve curve = new RunCurve();
        private Optional<TrainingDesk.EventSource> source = Optional.empty();
    }

    private record News(String runId, TrainingDesk.EventSource source, List<RunEvent> events) {}

    private final TrainingDesk desk;
    private final Jobs jobs;
    private final Executor window;
    private final BiConsumer<String, Throwable> failed;
    private final Map<String, Followed> runs = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicBoolean reading = new AtomicBoolean();
    private List<String> wanted = List.of();

    FollowedRuns(TrainingDesk desk, Jobs jobs, Executor window, BiConsumer<String, Throwable> failed) {
        this.desk = desk;
        this.jobs = jobs;
        this.window = window;
        this.failed = failed;
    }

    /// Follows these from now on.
    void want(Collection<String> runIds) {
        wanted = List.copyOf(runIds);
        for (var id : wanted) runs.computeIfAbsent(id, _ -> new Followed());
        var oldest = runs.keySet().iterator();
        for (int over = runs.size() - KEPT; over > 0 && oldest.hasNext(); ) {
            if (wanted.contains(oldest.next())) continue;
            oldest.remove();
            over--;
        }
    }

    void forget(String runId) {
        runs.remove(runId);
        wanted = wanted.stream().filter(id -> !id.equals(runId)).toList();
    }

    /// An empty curve for a run that is not followed.
    RunCurve curve(String runId) {
        var followed = runs.get(runId);
        return followed == null ? new RunCurve() : followed.curve;
    }

    /// Reads on, unless that is being done already.
    ///
    /// @param onNews called with the runs that had something to tell
    void poll(java.util.function.Consumer<List<String>> onNews) {
        if (wanted.isEmpty() || !reading.compareAndSet(false, true)) return;
        var sources = new LinkedHashMap<String, Optional<TrainingDesk.EventSource>>();
        for (var id : wanted) {
            var followed = runs.get(id);
            if (followed != null) sources.put(id, followed.source);
        }
        jobs.startQuietly("follow runs", context -> read(sources, context))
                .then(
                        news -> window.execute(() -> {
                            reading.set(false);
                            onNews.accept(take(news));
                        }),
                        failure -> window.execute(() -> {
                            reading.set(false);
                            failed.accept("Cannot read what the run has told", failure);
                        }));
    }

    private List<News> read(Map<String, Optional<TrainingDesk.EventSource>> sources, JobContext context)
            throws java.io.IOException {
        var news = new ArrayList<News>();
        for (var entry : sources.entrySet()) {
            context.checkCancelled();
            var source = entry.getValue().isPresent() ? entry.getValue().get() : desk.events(entry.getKey());
            var events = source.poll().stream().map(RunEvent::of).toList();
            news.add(new News(entry.getKey(), source, events));
        }
        return news;
    }

    private List<String> take(List<News> all) {
        var told = new ArrayList<String>();
        for (var news : all) {
            var followed = runs.get(news.runId());
            if (followed == null) continue;
            followed.source = Optional.of(news.source());
            news.events().forEach(followed.curve::add);
            if (!news.events().isEmpty()) told.add(news.runId());
        }
        return told;
    }
}
