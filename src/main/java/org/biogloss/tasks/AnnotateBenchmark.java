package org.biogloss.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;

/// `bench annotate`: finds diseases in the NCBI-disease abstracts, and waits for one abstract of about 250
/// words, in both precisions on the processor, beside the pipeline of `transformers` with the same model
/// and precision.
///
/// Without an installed model the encoder inside BioGloss gets an untaught head: it finds nonsense at the
/// same speed.
public final class AnnotateBenchmark implements Benchmark {

    private static final String CORPUS = "documents/NCBI-disease-documents/";
    private static final int WORDS = 250;
    private static final int SINGLES = 20;
    private static final int REPEATS = 3;
    private static final String PEER = "transformers pipeline";

    /// The texts, and those of them that have the length one waits for.
    private record Texts(List<String> all, List<String> single) {}

    private final Supplier<Optional<Path>> installed;

    /// @param installed the folder of a model that finds mentions, if there is one
    public AnnotateBenchmark(Supplier<Optional<Path>> installed) {
        this.installed = installed;
    }

    @Override
    public String name() {
        return "annotate";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var texts = texts(data.resolve(CORPUS));
        var scratch = Files.createTempDirectory("biogloss-bench");
        try {
            var model = installed.get();
            var folder = model.isPresent() ? model.get() : untaught(scratch.resolve("model"));
            var figures = new ArrayList<Figure>();
            for (var precision : Precision.values()) {
                context.checkCancelled();
                var compute = Compute.choose(DeviceWish.CPU, Optional.of(precision), OptionalInt.empty());
                figures.addAll(figures(folder, texts, compute, peer(folder, texts, compute, scratch)));
            }
            return figures;
        } finally {
            try (var files = Files.walk(scratch)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        }
    }

    private static List<Figure> figures(Path folder, Texts texts, Compute compute, Optional<JsonNode> peer)
            throws IOException {
        try (var tagger = Tagger.open(folder, compute)) {
            for (var text : texts.single().subList(0, 3)) tagger.tag(List.of(text), JobContext.silent());
            long start = System.nanoTime();
            tagger.tag(texts.all(), JobContext.silent());
            double rate = texts.all().size() / ((System.nanoTime() - start) / 1e9);
            var waits = new Sample();
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                for (var text : texts.single()) {
                    start = System.nanoTime();
                    tagger.tag(List.of(text), JobContext.silent());
                    waits.add((System.nanoTime() - start) / 1e6);
                }
            }
            var words = ", " + compute.words();
            return List.of(
                    figure("abstracts" + words, rate, "documents/s", peer, "documentsPerSecond", 1),
                    figure("one abstract of 250 words, p50" + words, waits.median(), "ms", peer, "medianSeconds", 1000),
                    Figure.of("one abstract of 250 words, p99" + words, waits.percentile(99), "ms"));
        }
    }

    private static Figure figure(
            String name, double value, String unit, Optional<JsonNode> peer, String field, double factor) {
        return peer.map(answer ->
                        Figure.beside(name, value, unit, PEER, answer.get(field).asDouble() * factor))
                .orElseGet(() -> Figure.of(name, value, unit));
    }

    /// Nothing where no Python is named (`BIOGLOSS_PYTHON`), or it has no transformers.
    private static Optional<JsonNode> peer(Path folder, Texts texts, Compute compute, Path scratch)
            throws IOException, InterruptedException {
        var python = System.getProperty("biogloss.python", System.getenv().getOrDefault("BIOGLOSS_PYTHON", ""));
        var script = Path.of(System.getProperty("biogloss.home", "."), "src/bench/peers/annotate.py");
        if (python.isEmpty() || !Files.exists(script)) return Optional.empty();
        var mapper = JsonMapper.builder().build();
        var in = scratch.resolve("texts.json").toFile();
        var out = scratch.resolve("answer.json").toFile();
        mapper.writeValue(in, Map.of("all", texts.all(), "single", texts.single()));
        var type = compute.precision() == Precision.FLOAT32 ? "float32" : "bfloat16";
        var words = List.of(
                python, script.toString(), folder.toAbsolutePath().toString(), type, String.valueOf(compute.threads()));
        var process = new ProcessBuilder(words)
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0 ? Optional.of(mapper.readTree(out)) : Optional.empty();
    }

    private static Path untaught(Path folder) throws IOException {
        var labels = TagLabels.ofTypes(Scheme.BIO, List.of("Disease")).names();
        var head = new TaskHead("", TaskForm.usual(TaskKind.NER), labels, 1);
        try (var encoder = Checkpoint.embedded();
                var learner = Learner.open(encoder, List.of(head), Learner.Settings.USUAL, Compute.exact(), 1)) {
            learner.save(folder, false);
        }
        return folder;
    }

    private static Texts texts(Path corpus) throws IOException {
        var all = new ArrayList<String>();
        var mapper = JsonMapper.builder().build();
        for (var split : List.of("dev", "test")) {
            var file = corpus.resolve(split + ".jsonl.gz");
            if (!Files.exists(file)) throw new IOException("Cannot measure: " + file + " is missing.");
            try (var lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    all.add(mapper.readTree(line).get("text").asText());
                }
            }
        }
        var single = all.stream()
                .sorted(Comparator.comparingInt(text -> Math.abs(words(text) - WORDS)))
                .limit(SINGLES)
                .toList();
        return new Texts(all, single);
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
