package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.document.Relation;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Contest;
import org.biogloss.measure.Figure;
import org.biogloss.measure.PeerProcess;
import org.biogloss.measure.Sample;

/// `bench annotate`: all that a model of several heads finds in the abstracts of NCBI-disease's test split, as
/// `annotate` writes it; beside pipelines of `transformers`, one for each head that labels words, with the same
/// weights,
/// turn by turn.
public final class AnnotateBenchmark implements Benchmark {

    private static final int ROUNDS = 3;

    /// Texts that a peer tries its batch sizes with.
    private static final int TRIALS = 12;

    private final Supplier<Optional<Path>> installed;

    /// @param installed the folder of the model with the most heads, if there is one that finds mentions
    public AnnotateBenchmark(Supplier<Optional<Path>> installed) {
        this.installed = installed;
    }

    @Override
    public String name() {
        return "annotate";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var folder = installed
                .get()
                .orElseThrow(() -> new IOException("Cannot measure: no model that finds mentions is installed."));
        var texts = TextsToRead.of(data);
        var scratch = Files.createTempDirectory("biogloss-bench");
        var peers = new ArrayList<PeerProcess>();
        var compute = Compute.choose(DeviceWish.CPU);
        try (var tagger = Tagger.open(folder, compute)) {
            var contest = new Contest();
            contest.add("everything", () -> rate(texts, () -> tagger.read(texts.abstracts(), JobContext.silent())));
            contest.add("mentions", () -> rate(texts, () -> tagger.tag(texts.abstracts(), JobContext.silent())));
            var alone = heads(folder, scratch, compute);
            for (var program : programs(compute)) {
                var pipelines = pipelines(program, alone);
                peers.addAll(pipelines);
                if (pipelines.size() < alone.size()) continue;
                for (var pipeline : pipelines) {
                    pipeline.ask(Map.of("best", texts.abstracts().subList(0, TRIALS)));
                }
                contest.add(
                        program.replace('-', ' '),
                        () -> rate(texts, () -> {
                            for (var pipeline : pipelines) pipeline.ask(Map.of("all", texts.abstracts()));
                        }));
            }
            contest.run(ROUNDS, context);
            var figures = new ArrayList<>(rates(contest.contenders(), alone.size()));
            figures.addAll(found(tagger, texts));
            figures.addAll(alone(tagger, texts));
            return figures;
        } finally {
            for (var peer : peers) peer.close();
            ModelFolder.delete(scratch);
        }
    }

    @FunctionalInterface
    private interface Reading {
        void read() throws IOException;
    }

    /// Documents a second.
    private static double rate(TextsToRead texts, Reading reading) throws IOException {
        long start = System.nanoTime();
        reading.read();
        return texts.abstracts().size() / seconds(start);
    }

    /// Each head that labels words as a model of its own, as a pipeline needs it.
    private static List<Path> heads(Path folder, Path scratch, Compute compute) throws IOException {
        var alone = new ArrayList<Path>();
        try (var solver = Solver.open(folder, compute)) {
            for (var head : solver.heads()) {
                if (!head.kind().labelsWords()) continue;
                var out = scratch.resolve("head-" + head.name());
                solver.export(head, out);
                alone.add(out);
            }
        }
        return alone;
    }

    /// In the numbers that we compute in, and in those that a pipeline computes in by itself.
    private static List<String> programs(Compute compute) {
        return compute.precision() == Precision.BFLOAT16
                ? List.of("transformers-fp32", "transformers-bf16")
                : List.of("transformers-fp32");
    }

    private static List<PeerProcess> pipelines(String program, List<Path> models) throws IOException {
        var pipelines = new ArrayList<PeerProcess>();
        for (var model : models) {
            PeerProcess.python(program, "infer.py", TextsToRead.peerArguments(program, model))
                    .ifPresent(pipelines::add);
        }
        return pipelines;
    }

    private static List<Figure> rates(List<Contest.Contender> contenders, int heads) {
        var figures = new ArrayList<Figure>();
        for (var ours : contenders.subList(0, 2)) {
            var name = ours.name() + " of an abstract, " + heads + (heads == 1 ? " word head" : " word heads");
            var peers = contenders.subList(2, contenders.size());
            if (peers.isEmpty()) figures.add(Figure.of(name, ours.median(), "documents/s"));
            for (var peer : peers) {
                figures.add(Figure.beside(name, ours.median(), "documents/s", peer.name(), peer.median()));
            }
        }
        return figures;
    }

    private static List<Figure> found(Tagger tagger, TextsToRead texts) {
        long mentions = 0;
        long relations = 0;
        for (var ofText : tagger.read(texts.abstracts(), JobContext.silent())) {
            long tied = ofText.stream().filter(Relation.class::isInstance).count();
            relations += tied;
            mentions += ofText.size() - tied;
        }
        return List.of(Figure.of("mentions found", mentions, ""), Figure.of("relations found", relations, ""));
    }

    /// Abstracts of some 250 words, each by itself.
    private static List<Figure> alone(Tagger tagger, TextsToRead texts) {
        var times = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            for (var text : texts.longOnes()) {
                long start = System.nanoTime();
                tagger.read(List.of(text), JobContext.silent());
                times.add(seconds(start) * 1e3);
            }
        }
        return List.of(Figure.of("everything of one abstract of 250 words", times.median(), "ms"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
