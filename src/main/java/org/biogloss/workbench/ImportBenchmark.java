package org.biogloss.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.RunningJob;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.registry.WholeFolder;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.ProjectStore;

/// How fast a large PubTator file comes in, in how much memory, and what a person at work feels of it meanwhile.
///
/// The file is made of the corpus of abstracts, over and over under new ids, with a mention every hundred characters.
public final class ImportBenchmark implements Benchmark {

    private static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final List<String> TYPES = List.of("Chemical", "Disease", "Gene", "Species");

    private final long bytes;

    public ImportBenchmark() {
        this(1_000_000L * Long.getLong("biogloss.bench.megabytes", 1_000));
    }

    ImportBenchmark(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws IOException {
        var folder = Files.createTempDirectory("biogloss-bench-import");
        try {
            var file = folder.resolve("large.pubtator");
            made(file, data.resolve(CORPUS), context);
            var figures = new ArrayList<Figure>();
            figures.add(Figure.of("file", Files.size(file) / 1e6, "MB"));
            var heap = new Heap();
            reading(file, figures, heap);
            intoProject(file, folder.resolve("project"), figures, heap, context);
            return figures;
        } finally {
            WholeFolder.delete(folder);
        }
    }

    private void made(Path file, Path corpus, JobContext context) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            for (long written = 0, id = 10_000_000; written < bytes; ) {
                var json = new ObjectMapper();
                try (var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(corpus), 1 << 16), StandardCharsets.UTF_8))) {
                    for (var line = lines.readLine(); line != null && written < bytes; line = lines.readLine()) {
                        context.checkCancelled();
                        written += document(
                                out, ++id, json.readTree(line).path("text").asText());
                    }
                }
            }
        }
    }

    private static long document(BufferedWriter out, long id, String text) throws IOException {
        var parts = text.replace('\t', ' ').split("\n", 2);
        var rest = parts.length < 2 ? "" : parts[1].replace('\n', ' ');
        var whole = parts[0] + "\n" + rest;
        var lines = new StringBuilder();
        lines.append(id).append("|t|").append(parts[0]).append('\n');
        lines.append(id).append("|a|").append(rest).append('\n');
        for (int at = 0, n = 0; at + 120 < whole.length(); at += 100, n++) {
            int start = whole.indexOf(' ', at) + 1;
            int end = start > 0 ? whole.indexOf(' ', start) : -1;
            if (end <= start) continue;
            int from = whole.codePointCount(0, start);
            int to = from + whole.codePointCount(start, end);
            lines.append(id).append('\t').append(from).append('\t').append(to).append('\t');
            lines.append(whole.substring(start, end).replace('\n', ' ')).append('\t');
            lines.append(TYPES.get(n % TYPES.size()))
                    .append("\tD")
                    .append(100_000 + n)
                    .append('\n');
        }
        out.write(lines.append('\n').toString());
        return lines.length();
    }

    private static void reading(Path file, List<Figure> figures, Heap heap) throws IOException {
        long[] documents = {0};
        long begin = System.nanoTime();
        new Importer()
                .read(
                        List.of(file),
                        Optional.empty(),
                        "gold",
                        _ -> {
                            if (++documents[0] % 5_000 == 0) heap.look();
                        },
                        JobContext.silent());
        figures.add(Figure.of("documents", documents[0], "documents"));
        figures.add(Figure.of("reading alone", Files.size(file) / 1e6 / seconds(begin), "MB/s"));
        figures.add(Figure.of("heap, reading alone", heap.most(), "MB"));
    }

    private static void intoProject(Path file, Path project, List<Figure> figures, Heap heap, JobContext context)
            throws IOException {
        var small = Files.writeString(project.resolveSibling("small.txt"), "A paper to work in, of some words.");
        try (var jobs = new Jobs();
                var store = ProjectStore.create(project, "Benchmark", Schema.standard())) {
            Importing.run(store, List.of(small), Optional.empty(), "gold", "bench", context);
            cancelling(store, file, figures);
            var importing = jobs.start("import", job -> timed(store, file, job));
            var waits = editsWhile(importing, store, heap);
            double took = importing.outcome().join();
            figures.add(Figure.of("into a project", Files.size(file) / 1e6 / took, "MB/s"));
            figures.add(Figure.of("heap, into a project", heap.most(), "MB"));
            figures.add(Figure.of("edit meanwhile (median)", waits[waits.length / 2], "ms"));
            figures.add(Figure.of("edit meanwhile (99 of 100)", waits[waits.length * 99 / 100], "ms"));
            figures.add(Figure.of("edit meanwhile (longest)", waits[waits.length - 1], "ms"));
            long begin = System.nanoTime();
            while (store.undo("bench").orElseThrow().documents() == 0) begin = System.nanoTime(); // an edit after it
            figures.add(Figure.of("undo the import", seconds(begin), "s"));
            begin = System.nanoTime();
            store.redo("bench");
            figures.add(Figure.of("redo it", seconds(begin), "s"));
        }
    }

    /// How long a cancelled import takes to end and to leave nothing.
    private static void cancelling(ProjectStore store, Path file, List<Figure> figures) {
        var late = new long[1];
        var impatient = new JobContext() {
            @Override
            public void report(Progress progress) {
                if (progress.done() > progress.total() / 10 && late[0] == 0) late[0] = System.nanoTime();
            }

            @Override
            public boolean isCancelled() {
                return late[0] != 0;
            }
        };
        try {
            Importing.run(store, List.of(file), Optional.empty(), "gold", "bench", impatient);
        } catch (CancellationException _) {
            figures.add(Figure.of("cancel after a tenth", seconds(late[0]), "s"));
        }
    }

    private static double timed(ProjectStore store, Path file, JobContext job) {
        long begin = System.nanoTime();
        Importing.run(store, List.of(file), Optional.empty(), "gold", "bench", job);
        return seconds(begin);
    }

    /// One edit every fifth of a second until the import is over.
    private static double[] editsWhile(RunningJob<Double> importing, ProjectStore store, Heap heap) {
        var waits = new ArrayList<Double>();
        var id = store.ids().getFirst();
        do {
            var mention = Mention.of("gold", new Span(0, 1), "Gene", new Source.Person("bench"));
            long begin = System.nanoTime();
            store.perform("bench", "Mark", List.of(new DocumentEdit(id, new Edit.Add(mention))));
            waits.add(seconds(begin) * 1000);
            heap.look();
        } while (!isOver(importing));
        var sorted = waits.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /// Waits a little.
    private static boolean isOver(RunningJob<Double> importing) {
        try {
            importing.outcome().get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException _) {
            return true; // whoever asks for the outcome hears why
        } catch (InterruptedException _) {
            throw new CancellationException();
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /// The most that was in use at any look since the last answer, with what could have been collected.
    private static final class Heap {

        private long most;

        void look() {
            var runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        }

        double most() {
            double answer = most / 1e6;
            most = 0;
            return answer;
        }
    }
}
