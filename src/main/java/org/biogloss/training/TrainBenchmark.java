package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.FreshWeights;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.LearningSettings;
import org.biogloss.bert.Lesson;
import org.biogloss.bert.PieceBatch;
import org.biogloss.bert.Precision;
import org.biogloss.bert.Targets;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Contest;
import org.biogloss.measure.Figure;
import org.biogloss.measure.PeerProcess;
import org.biogloss.measure.ResidentMemory;
import org.biogloss.measure.Sample;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.Batches;
import org.biogloss.tasks.Learner;
import org.biogloss.tasks.Row;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskHead;
import org.biogloss.tasks.TaskKind;
import org.biogloss.tasks.examples.ExampleFile;

/// `bench train`: fine-tuning on the sentences of NCBI-disease, beside `Trainer` of `transformers`, turn by
/// turn; then what share of the machine's matrix speed a step reaches, and how much memory learning takes.
public final class TrainBenchmark implements Benchmark {

    private static final String CORPUS = "blurb/NCBI-disease/train.jsonl.gz";
    /// Many short turns: on a shared machine the speed of one of them says little.
    private static final int ROUNDS = 8;
    private static final int STEPS = 12;
    private static final int BATCH = 16;
    private static final double RATE = 1e-4;

    /// The share of the matrix peak is that of rows without anything that fills up.
    private static final int FULL_LENGTH = 128;

    private static final int FULL_STEPS = 12;

    /// Batches of two rows show a leak as well as larger ones, and sooner.
    private static final int LONG_RUN = 2_000;

    private static final int BASE_LENGTH = 256;

    @Override
    public String name() {
        return "train";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var scratch = Files.createTempDirectory("biogloss-bench");
        var open = new ArrayList<AutoCloseable>();
        try (var encoder = Checkpoint.embedded()) {
            var examples = ExampleFile.readMentions(data.resolve(CORPUS), List.of(), rejection -> {});
            var head = TaskHead.of("", TaskForm.usual(TaskKind.NER), examples, List.of());
            var figures = new ArrayList<Figure>();
            var contest = new Contest();
            List<Row> rows = List.of();
            for (var precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
                var learner = learner(encoder, head, precision);
                open.add(learner);
                if (rows.isEmpty()) {
                    rows = learner.encode(head, examples);
                    learner.save(scratch.resolve("model"), false);
                    JsonMapper.builder()
                            .build()
                            .writeValue(scratch.resolve("rows.json").toFile(), forPeer(rows));
                }
                contest.add(learner.compute().precision().words(), ours(learner, rows));
            }
            for (var variant : List.of("default", "tuned")) {
                peer(variant, scratch).ifPresent(process -> {
                    open.add(process);
                    contest.add(process.name(), () -> rate(process));
                });
            }
            contest.run(ROUNDS, context);
            figures.addAll(figures(contest.contenders()));
            for (var resource : open) resource.close();
            open.clear();
            figures.addAll(shareOfPeak(encoder, head, rows));
            figures.addAll(memory(encoder, head, rows, context));
            figures.addAll(memoryOfBase());
            return figures;
        } finally {
            for (var resource : open) resource.close();
            WholeFolder.delete(scratch);
        }
    }

    private static Learner learner(Checkpoint encoder, TaskHead head, Precision precision) throws IOException {
        var compute = Compute.choose(DeviceWish.CPU, Optional.of(precision), OptionalInt.empty());
        return Learner.open(encoder, List.of(head), Learner.Settings.USUAL, compute, 1);
    }

    /// Real pieces a second over so many steps.
    private static Contest.Turn ours(Learner learner, List<Row> rows) {
        var batches = endless(rows);
        return () -> {
            long pieces = 0;
            long start = System.nanoTime();
            for (int step = 0; step < STEPS; step++) {
                pieces +=
                        learner.learn(List.of(batches.next()), List.of(), RATE).pieces();
            }
            return pieces / seconds(start);
        };
    }

    private static Iterator<List<Row>> endless(List<Row> rows) {
        var lengths = rows.stream().map(Row::length).toList();
        return IntStream.iterate(1, epoch -> epoch + 1)
                .boxed()
                .flatMap(epoch -> Batches.ofEpoch(lengths, BATCH, 1, epoch).stream())
                .map(batch -> batch.stream().map(rows::get).toList())
                .iterator();
    }

    private static List<Map<String, Object>> forPeer(List<Row> rows) {
        return rows.stream()
                .map(row -> Map.<String, Object>of(
                        "input_ids", row.ids(), "labels", ((Targets.Labels) row.targets()).rowsTimesLength()))
                .toList();
    }

    private static Optional<PeerProcess> peer(String variant, Path scratch) throws IOException {
        var arguments = List.of(
                variant,
                scratch.resolve("model").toString(),
                String.valueOf(Compute.exact().threads()),
                scratch.resolve("rows.json").toString(),
                String.valueOf(STEPS),
                String.valueOf(BATCH));
        var name = variant.equals("default") ? "Trainer, defaults" : "Trainer, by length and bf16";
        return PeerProcess.python(name, "train.py", arguments);
    }

    private static double rate(PeerProcess process) throws IOException {
        var answer = process.ask(Map.of());
        return answer.get("pieces").asLong() / answer.get("seconds").asDouble();
    }

    private static List<Figure> figures(List<Contest.Contender> contenders) {
        var figures = new ArrayList<Figure>();
        for (var ours : contenders.subList(0, 2)) {
            var name = "learning, real pieces, " + ours.name();
            if (contenders.size() == 2) {
                figures.add(Figure.of(name, ours.median(), "pieces/s"));
            }
            for (var peer : contenders.subList(2, contenders.size())) {
                figures.add(Figure.beside(name, ours.median(), "pieces/s", peer.name(), peer.median()));
            }
        }
        return figures;
    }

    /// A piece costs six times its matrices' numbers (twice forward, four times backward), and attention. The share is
    /// that of the speed which matrices alone had right before and after each step.
    private static List<Figure> shareOfPeak(Checkpoint encoder, TaskHead head, List<Row> rows) throws IOException {
        var config = encoder.config();
        double width = config.width();
        double layer = 6 * (4 * width * width + 2 * width * config.intermediate()) + 12 * FULL_LENGTH * width;
        double step = BATCH * FULL_LENGTH * config.layers() * layer;
        var peaks = new Sample();
        var speeds = new Sample();
        var shares = new Sample();
        try (var learner = learner(encoder, head, Precision.FLOAT32)) {
            var batch = full(rows, head);
            learner.learn(List.of(batch), List.of(), RATE); // the first step is slow
            double before = learner.compute().matrixSpeed();
            for (int i = 0; i < FULL_STEPS; i++) {
                long start = System.nanoTime();
                learner.learn(List.of(batch), List.of(), RATE);
                double speed = step / seconds(start);
                double after = learner.compute().matrixSpeed();
                peaks.add(after);
                speeds.add(speed);
                shares.add(speed / ((before + after) / 2));
                before = after;
            }
        }
        return List.of(
                Figure.of("matrices alone, fp32", peaks.median() / 1e9, "GFLOP/s"),
                Figure.of("learning 16 x 128, fp32", speeds.median() / 1e9, "GFLOP/s"),
                Figure.of("share of the matrices' speed", shares.median(), ""));
    }

    /// Rows of real pieces, one sentence after the other, cut to one length.
    private static List<Row> full(List<Row> rows, TaskHead head) {
        var ids = rows.stream().flatMapToInt(row -> IntStream.of(row.ids())).toArray();
        var batch = new ArrayList<Row>();
        for (int i = 0; i < BATCH; i++) {
            var part = Arrays.copyOfRange(ids, i * FULL_LENGTH, (i + 1) * FULL_LENGTH);
            batch.add(new Row(
                    String.valueOf(i),
                    head,
                    part,
                    new int[FULL_LENGTH],
                    new float[0][],
                    new Targets.Labels(new long[FULL_LENGTH])));
        }
        return batch;
    }

    private static List<Figure> memory(Checkpoint encoder, TaskHead head, List<Row> rows, JobContext context)
            throws IOException {
        if (ResidentMemory.now().isEmpty()) return List.of();
        try (var learner = learner(encoder, head, Precision.BFLOAT16)) {
            double early = 0;
            for (int step = 1; step <= LONG_RUN; step++) {
                context.checkCancelled();
                var two = Stream.of(2 * step, 2 * step + 1)
                        .map(i -> rows.get(i % rows.size()))
                        .toList();
                learner.learn(List.of(two), List.of(), RATE);
                if (step == LONG_RUN / 10) early = ResidentMemory.now().orElseThrow();
            }
            return List.of(
                    Figure.of("resident after 200 steps", early, "MB"),
                    Figure.of("resident after 2,000 steps", ResidentMemory.now().orElseThrow(), "MB"));
        }
    }

    /// The most that learning with a network of BERT's base size takes, the program itself included.
    private static List<Figure> memoryOfBase() throws IOException {
        if (ResidentMemory.most().isEmpty()) return List.of();
        var json = BertConfig.MINILM_L6.toJson();
        json.put("hidden_size", 768).put("num_hidden_layers", 12).put("intermediate_size", 3072);
        var config = BertConfig.of(json);
        var head = Head.ofPieces(3);
        var ids = new Random(2).ints(BASE_LENGTH, 1000, config.vocabulary()).toArray();
        var batch = PieceBatch.of(Collections.nCopies(BATCH, ids), 0);
        var lesson = new Lesson(head, batch, new Targets.Labels(new long[BATCH * BASE_LENGTH]), List.of());
        ResidentMemory.forgetMost();
        var weights = FreshWeights.all(config, List.of(head), 1);
        var settings = LearningSettings.usual(1);
        try (var network = LearningNetwork.open(config, List.of(head), weights, Compute.exact(), settings)) {
            for (int step = 0; step < 2; step++) network.learn(List.of(lesson), RATE);
        }
        return List.of(Figure.of(
                "most resident, 12 x 768 learning 16 x 256 in fp32",
                ResidentMemory.most().orElseThrow(),
                "MB"));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
