package org.biogloss.ui.reader;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;

/// `bench reader`: a document of 40,000 words and 5,000 mentions, made of PubMed abstracts, in the real reader beside
/// its inspector. Opening and editing last until the frame that shows them has been laid out and drawn.
public final class ReaderBenchmark implements Benchmark {

    private static final int WORDS = 40_000;
    private static final int MENTIONS = 5_000;
    private static final int OPENINGS = 9;
    private static final int EDITS = 60;
    private static final int FRAMES = 200;

    @Override
    public String name() {
        return "reader";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var text = LongDocument.text(data, Integer.MAX_VALUE, WORDS);
        var desk = new Desk(LongDocument.of("long", text, MENTIONS), LongDocument.of("other", text, MENTIONS));
        try (var jobs = new Jobs();
                var window = BenchmarkWindow.over(desk, jobs)) {
            context.report(new Progress(0, 3, "opening"));
            double first = window.open("long");
            var opening = window.openings(List.of("other", "long"), OPENINGS);
            context.report(new Progress(1, 3, "editing"));
            window.watch();
            var editing = window.decisions(EDITS);
            var blocked = window.longestBlock();
            context.report(new Progress(2, 3, "scrolling"));
            var frames = window.scroll(FRAMES);
            return List.of(
                    Figure.of("first opening, class loading included", first, "ms"),
                    Figure.of("opening, median", opening.median(), "ms"),
                    Figure.of("opening, worst", opening.percentile(100), "ms"),
                    Figure.of("one edit until it is seen, median", editing.median(), "ms"),
                    Figure.of("one edit until it is seen, 95 of 100", editing.percentile(95), "ms"),
                    Figure.of("longest block of the window while editing", blocked.toNanos() / 1e6, "ms"),
                    Figure.of("scroll frame, median", frames.median(), "ms"),
                    Figure.of("scroll frame, 95 of 100", frames.percentile(95), "ms"));
        }
    }

    /// Keeps documents in memory: what is measured is the reader, not the disk.
    private static final class Desk implements LoneDesk {

        private final Map<String, AnnotatedDocument> documents = new java.util.concurrent.ConcurrentHashMap<>();

        Desk(AnnotatedDocument... all) {
            for (var document : all) documents.put(document.id(), document);
        }

        @Override
        public Schema schema() {
            return Schema.standard();
        }

        @Override
        public String annotator() {
            return "bench";
        }

        @Override
        public String layer() {
            return "gold";
        }

        @Override
        public AnnotatedDocument document(String id) {
            return Optional.ofNullable(documents.get(id)).orElseThrow();
        }

        @Override
        public AnnotatedDocument perform(String title, String documentId, Edit edit) {
            var after = document(documentId).apply(edit);
            documents.put(documentId, after);
            return after;
        }

        @Override
        public List<Past> history(String documentId, int limit) {
            return List.of(new Past(Instant.EPOCH, "bench", "Open"));
        }
    }
}
