package org.biogloss.ui.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.Workbench;

/// Part of `bench desk`: long documents of a real project in the real reader, every edit on disk before it is seen and
/// the search index following behind.
public final class ReadingBenchmark implements Benchmark {

    private record Size(String name, int characters, int mentions, int openings, int edits) {}

    private static final List<Size> SIZES = List.of(
            new Size("80,000 characters, 2,000 mentions", 80_000, 2_000, 9, 80),
            new Size("1 MB, 20,000 mentions", 1_000_000, 20_000, 5, 40));

    private static final int FRAMES = 100;

    @Override
    public String name() {
        return "reading";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var folder = Files.createTempDirectory("biogloss-reading");
        try {
            write(folder, data);
            var figures = new ArrayList<Figure>();
            try (var jobs = new Jobs();
                    var workbench = Workbench.open(folder, new Models(List.of()), jobs)) {
                workbench.bringIndexUpToDate(context);
                var desk = new ProjectReaderDesk(
                        workbench, (_, _) -> Optional.empty(), List::of, _ -> {}, ConceptDesk.NONE);
                try (var window = BenchmarkWindow.over(desk, jobs)) {
                    for (var size : SIZES) {
                        context.report(new Progress(SIZES.indexOf(size), SIZES.size(), size.name()));
                        figures.addAll(measure(window, size));
                        figures.add(kept(workbench, size));
                    }
                }
            }
            return figures;
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private static void write(Path folder, Path data) throws Exception {
        try (var store = ProjectStore.create(folder, "reading", Schema.standard())) {
            for (var size : SIZES) {
                var text = LongDocument.text(data, size.characters(), Integer.MAX_VALUE);
                try (var batch = store.startImport()) {
                    for (int i = 0; i <= size.openings(); i++) {
                        batch.add(LongDocument.of(id(size, i), text, size.mentions()));
                    }
                    batch.commit("bench", "Import");
                }
            }
        }
    }

    /// Each opening is of another document, so that none is still known.
    private static List<Figure> measure(BenchmarkWindow window, Size size) throws Exception {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= size.openings(); i++) ids.add(id(size, i));
        window.open(id(size, 0));
        var opening = window.openings(ids, size.openings());
        window.watch();
        var editing = window.edits(size.edits());
        var deciding = window.decisions(size.edits());
        var blocked = window.longestBlock();
        var jumps = window.jumps(size.edits());
        var frames = window.scroll(FRAMES);
        return List.of(
                Figure.of(size.name() + ": opening, median", opening.median(), "ms"),
                Figure.of(size.name() + ": opening, worst", opening.percentile(100), "ms"),
                Figure.of(size.name() + ": an edit on disk and on screen, median", editing.median(), "ms"),
                Figure.of(size.name() + ": an edit, 95 of 100", editing.percentile(95), "ms"),
                Figure.of(size.name() + ": accepting and going on, median", deciding.median(), "ms"),
                Figure.of(size.name() + ": longest block meanwhile", blocked.toNanos() / 1e6, "ms"),
                Figure.of(size.name() + ": to the next mention, median", jumps.median(), "ms"),
                Figure.of(size.name() + ": scroll frame, median", frames.median(), "ms"));
    }

    /// The share of the disk: an edit of which nothing is shown.
    private static Figure kept(Workbench workbench, Size size) {
        var id = id(size, 0);
        var times = new Sample();
        for (int i = 0; i < size.edits(); i++) {
            var text = workbench.document(id).text();
            int start = Words.start(text, i * 500, true);
            var mention = Mention.of("gold", Words.around(text, start), "Gene", new Source.Person("bench"));
            long begun = System.nanoTime();
            workbench.perform("Add", id, new Edit.Add(mention));
            times.add((System.nanoTime() - begun) / 1e6);
        }
        return Figure.of(size.name() + ": of these on disk and in memory, median", times.median(), "ms");
    }

    private static String id(Size size, int number) {
        return size.characters() + "-" + number;
    }
}
