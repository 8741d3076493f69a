package org.biogloss.ui.reader;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;
import org.biogloss.ui.kit.Fx;
import org.biogloss.ui.kit.FxWatchdog;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.TypeColours;

/// `bench reader`: a document of 40,000 words and 5,000 mentions, made of PubMed abstracts, in the real reader beside
/// its inspector. Opening and editing last until the frame that shows them has been laid out and drawn. Longer than
/// other classes because what is timed and how it is timed belong together.
public final class ReaderBenchmark implements Benchmark {

    private static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final int WORDS = 40_000;
    private static final int MENTIONS = 5_000;
    private static final int OPENINGS = 9;
    private static final int EDITS = 60;
    private static final int FRAMES = 200;
    private static final List<String> TYPES =
            List.of("Chemical", "Disease", "Gene", "Species", "CellLine", "Variant", "Participants");

    @Override
    public String name() {
        return "reader";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        if (System.getProperty("glass.platform") == null && System.getenv("DISPLAY") == null) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Fx.start();
        var text = text(data.resolve(CORPUS));
        try (var jobs = new Jobs()) {
            var desk = new Desk(document("long", text), document("other", text));
            var window = onWindow(() -> new Window(desk, jobs));
            return window.measure(context);
        }
    }

    /// The reader in a window of its own.
    private static final class Window {

        private final ReaderViewModel viewModel;
        private final TextPaneAccess text;
        private final Stage stage = new Stage();
        private final FxWatchdog watchdog = new FxWatchdog();

        Window(ReaderDesk desk, Jobs jobs) {
            var looks = new Looks();
            viewModel = new ReaderViewModel(
                    desk,
                    command -> jobs.startQuietly("reader", _ -> {
                        command.run();
                        return command;
                    }),
                    Fx.thread(),
                    (tried, why) -> {
                        throw new IllegalStateException(tried, why);
                    },
                    _ -> {});
            var colours = new TypeColours(Schema.standard(), looks.darkProperty());
            var view = new ReaderView(viewModel, colours);
            text = view::scrollBy;
            var split = new SplitPane(view, new InspectorView(viewModel, colours));
            split.setDividerPositions(0.72);
            var scene = new Scene(split, 990, 900);
            looks.dress(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        }

        List<Figure> measure(JobContext context) throws Exception {
            context.report(new Progress(0, 3, "opening"));
            double first = open("long");
            var opening = new Sample();
            for (int i = 0; i < OPENINGS; i++) opening.add(open(i % 2 == 0 ? "other" : "long"));
            context.report(new Progress(1, 3, "editing"));
            onWindow(() -> {
                watchdog.start();
                return watchdog;
            });
            var editing = new Sample();
            for (int i = 0; i < EDITS; i++) editing.add(edit());
            var blocked = onWindow(watchdog::stop);
            context.report(new Progress(2, 3, "scrolling"));
            var frames = scroll();
            onWindow(() -> {
                stage.close();
                return stage;
            });
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

        private double open(String id) throws Exception {
            return untilSeen(
                    () -> viewModel.open(id),
                    () -> viewModel
                            .document()
                            .filter(now -> now.id().equals(id))
                            .isPresent());
        }

        private double edit() throws Exception {
            var before = onWindow(() -> viewModel.document().orElseThrow());
            return untilSeen(
                    () -> {
                        viewModel.nextSuggestion();
                        viewModel.accept();
                    },
                    () -> viewModel.document().orElseThrow() != before);
        }

        /// From the verb to the end of the layout and drawing of the first frame in which it is done.
        private double untilSeen(Runnable verb, Callable<Boolean> done) throws Exception {
            var seen = new CompletableFuture<Long>();
            var listener = new AtomicReference<Runnable>(() -> {});
            long start = System.nanoTime();
            onWindow(() -> {
                var scene = stage.getScene();
                listener.set(() -> {
                    try {
                        if (done.call()) seen.complete(System.nanoTime());
                        else Fx.later(() -> scene.getRoot().requestLayout());
                    } catch (Exception e) {
                        seen.completeExceptionally(e);
                    }
                });
                scene.addPostLayoutPulseListener(listener.get());
                verb.run();
                scene.getRoot().requestLayout();
                return scene;
            });
            long end = seen.get(60, TimeUnit.SECONDS);
            onWindow(() -> {
                stage.getScene().removePostLayoutPulseListener(listener.get());
                return stage;
            });
            return (end - start) / 1e6;
        }

        private Sample scroll() throws Exception {
            var frames = new Sample();
            var over = new CompletableFuture<Sample>();
            onWindow(() -> {
                new AnimationTimer() {
                    private long last;

                    @Override
                    public void handle(long now) {
                        long at = System.nanoTime();
                        if (last != 0) frames.add((at - last) / 1e6);
                        last = at;
                        text.scrollBy(90);
                        if (frames.size() >= FRAMES) {
                            stop();
                            over.complete(frames);
                        }
                    }
                }.start();
                return over;
            });
            return over.get(120, TimeUnit.SECONDS);
        }
    }

    private interface TextPaneAccess {
        void scrollBy(double pixels);
    }

    /// Keeps documents in memory: what is measured is the reader, not the disk.
    private static final class Desk implements ReaderDesk {

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
        public boolean canUndo() {
            return false;
        }

        @Override
        public boolean canRedo() {
            return false;
        }

        @Override
        public Optional<Step> undo() {
            return Optional.empty();
        }

        @Override
        public Optional<Step> redo() {
            return Optional.empty();
        }

        @Override
        public List<Past> history(String documentId, int limit) {
            return List.of(new Past(Instant.EPOCH, "bench", "Open"));
        }

        @Override
        public Optional<String> neighbour(String documentId, int step) {
            return Optional.empty();
        }

        @Override
        public List<String> highlighters() {
            return List.of();
        }

        @Override
        public void highlight(String documentId) {}
    }

    private static String text(Path corpus) throws IOException {
        var json = new ObjectMapper();
        var text = new StringBuilder();
        int words = 0;
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null && words < WORDS; line = reader.readLine()) {
                var abstractText = json.readTree(line).path("text").asText();
                words += abstractText.split("\\s+").length;
                text.append(abstractText).append('\n');
            }
        }
        return text.toString();
    }

    /// Every eighth word or so is marked, a third of them by a model; some overlap, some are long.
    private static AnnotatedDocument document(String id, String text) {
        var mentions = new ArrayList<Annotation>();
        int step = text.length() / MENTIONS;
        for (int i = 0; i < MENTIONS; i++) {
            var word = Words.around(text, Words.start(text, i * step, true));
            if (word.isEmpty()) continue;
            var type = TYPES.get(i % 50 == 0 ? TYPES.size() - 1 : i % (TYPES.size() - 1));
            int end = Math.min(text.length(), i % 50 == 0 ? word.start() + 300 : word.end() + (i % 9 == 0 ? step : 0));
            Source source = i % 3 == 0 ? new Source.Model("m", 0.5 + i % 50 / 100.0) : new Source.Imported("corpus");
            mentions.add(new Mention(
                    "m" + i,
                    i % 3 == 0 ? "m" : "gold",
                    List.of(new Span(word.start(), end)),
                    type,
                    List.of(),
                    Map.of(),
                    source));
        }
        return new AnnotatedDocument(Document.of(id, text), DocumentStatus.IN_PROGRESS, mentions);
    }

    private static <R> R onWindow(Callable<R> work) throws Exception {
        var result = new CompletableFuture<R>();
        Fx.now(() -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }
}
