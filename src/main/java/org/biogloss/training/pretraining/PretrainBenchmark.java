package org.biogloss.training.pretraining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.FreshWeights;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.bert.LearningSettings;
import org.biogloss.bert.Lesson;
import org.biogloss.bert.Precision;
import org.biogloss.document.Texts;
import org.biogloss.format.CorpusFiles;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Contest;
import org.biogloss.measure.Figure;
import org.biogloss.measure.PeerProcess;
import org.biogloss.measure.Sample;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.MaskedFolder;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Size;

/// `bench pretrain`: a network of six layers of width 384 learns from abstracts packed to 128 pieces, beside
/// a loop over `BertForMaskedLM` of `transformers` with the same rows, turn by turn; then what share of the
/// machine's matrix speed a step reaches.
///
/// The peer is given rows whose pieces are hidden already; we hide them within the time that counts.
public final class PretrainBenchmark implements Benchmark {

    private static final String CORPUS = "corpora/pubmed-abstracts.jsonl.gz";
    private static final int TEXTS = 400;
    private static final int ROUNDS = 4;
    private static final int STEPS = 8;
    private static final int BATCH = 16;
    private static final int LENGTH = 128;
    private static final int PEER_BATCHES = 20;
    private static final double RATE = 1e-4;
    private static final Size SIZE = Size.named("6x384");

    @Override
    public String name() {
        return "pretrain";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var scratch = Files.createTempDirectory("biogloss-bench");
        var open = new ArrayList<AutoCloseable>();
        try (var vocabulary = Checkpoint.embedded();
                var corpus = corpus(data, scratch, vocabulary.tokenizer(), context)) {
            var tokenizer = vocabulary.tokenizer();
            var rows = new Rows.Packed(corpus.learnt(), LENGTH, tokenizer.cls(), tokenizer.sep());
            var contest = new Contest();
            for (var precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
                var network = network(tokenizer, precision);
                open.add(network);
                contest.add(precision.words(), ours(network, tokenizer, rows));
                if (precision == Precision.FLOAT32)
                    MaskedFolder.write(scratch.resolve("model"), network, tokenizer, 512, false);
            }
            writeForPeer(scratch.resolve("batches.json"), tokenizer, rows);
            for (var variant : List.of("fp32", "bf16")) {
                peer(variant, scratch).ifPresent(process -> {
                    open.add(process);
                    contest.add(process.name(), () -> rate(process));
                });
            }
            contest.run(ROUNDS, context);
            var figures = new ArrayList<>(figures(contest.contenders()));
            for (var resource : open) resource.close();
            open.clear();
            for (var precision : List.of(Precision.FLOAT32, Precision.BFLOAT16)) {
                figures.addAll(shareOfPeak(tokenizer, precision, rows));
            }
            return figures;
        } finally {
            for (var resource : open) resource.close();
            WholeFolder.delete(scratch);
        }
    }

    private static PackedCorpus corpus(Path data, Path scratch, Tokenizer tokenizer, JobContext context)
            throws IOException {
        List<Texts.Text> some;
        try (var all = CorpusFiles.of(List.of(data.resolve(CORPUS))).open()) {
            some = all.limit(TEXTS).toList();
        }
        var texts = Texts.of("abstracts", some.stream().map(Texts.Text::text).toList());
        var rules = new PackedCorpus.Rules(0, 0);
        PackedCorpus.pack(scratch.resolve("corpus"), texts, tokenizer, rules, _ -> {}, context);
        return PackedCorpus.open("abstracts", scratch.resolve("corpus"));
    }

    private static LearningNetwork network(Tokenizer tokenizer, Precision precision) throws IOException {
        var config = BertConfig.sized(
                SIZE.layers(),
                SIZE.width(),
                SIZE.heads(),
                SIZE.intermediate(),
                tokenizer.vocabularySize(),
                SIZE.positions());
        var head = Head.masked(tokenizer.vocabularySize());
        var compute = Compute.choose(DeviceWish.CPU, Optional.of(precision), OptionalInt.empty());
        return LearningNetwork.open(
                config, List.of(head), FreshWeights.all(config, List.of(head), 1), compute, LearningSettings.usual(1));
    }

    /// Pieces a second over so many steps.
    private static Contest.Turn ours(LearningNetwork network, Tokenizer tokenizer, Rows rows) {
        var masked = new MaskedRows(Masking.USUAL, tokenizer);
        var numbers = LongStream.iterate(0, n -> n + 1).iterator();
        return () -> {
            long pieces = 0;
            long start = System.nanoTime();
            for (int step = 0; step < STEPS; step++) {
                var batch = batch(masked, rows, numbers);
                var head = network.heads().getFirst();
                network.learn(List.of(new Lesson(head, batch.pieces(), batch.targets(), List.of())), RATE);
                pieces += batch.pieces().pieces();
            }
            return pieces / seconds(start);
        };
    }

    private static MaskedRows.MaskedBatch batch(MaskedRows masked, Rows rows, Iterator<Long> numbers) {
        var batch = new ArrayList<MaskedRows.MaskedRow>();
        for (int i = 0; i < BATCH; i++) {
            long number = numbers.next();
            var chance = Chance.of(number);
            batch.add(masked.hide(rows.row((int) (number % (rows.count() - 1)), chance), chance));
        }
        return masked.batch(batch);
    }

    private static void writeForPeer(Path file, Tokenizer tokenizer, Rows rows) throws IOException {
        var masked = new MaskedRows(Masking.USUAL, tokenizer);
        var numbers = LongStream.iterate(0, n -> n + 1).iterator();
        var batches = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < PEER_BATCHES; i++) {
            var batch = batch(masked, rows, numbers);
            var labels = new long[batch.pieces().ids().length];
            Arrays.fill(labels, -100);
            var targets = batch.targets();
            for (int j = 0; j < targets.places().length; j++) labels[targets.places()[j]] = targets.pieces()[j];
            batches.add(Map.of(
                    "rows", batch.pieces().rows(), "input_ids", batch.pieces().ids(), "labels", labels));
        }
        JsonMapper.builder().build().writeValue(file.toFile(), batches);
    }

    private static Optional<PeerProcess> peer(String variant, Path scratch) throws IOException {
        var arguments = List.of(
                variant,
                scratch.resolve("model").toString(),
                String.valueOf(Compute.exact().threads()),
                scratch.resolve("batches.json").toString(),
                String.valueOf(STEPS));
        return PeerProcess.python("transformers, " + variant, "pretrain.py", arguments);
    }

    private static double rate(PeerProcess process) throws IOException {
        var answer = process.ask(Map.of());
        return answer.get("pieces").asLong() / answer.get("seconds").asDouble();
    }

    private static List<Figure> figures(List<Contest.Contender> contenders) {
        var figures = new ArrayList<Figure>();
        var peers = contenders.subList(2, contenders.size());
        for (var ours : contenders.subList(0, 2)) {
            var name = "pretraining 6 x 384, 16 x 128, " + ours.name();
            if (peers.isEmpty()) figures.add(Figure.of(name, ours.median(), "pieces/s"));
            for (var peer : peers) {
                figures.add(Figure.beside(name, ours.median(), "pieces/s", peer.name(), peer.median()));
            }
        }
        return figures;
    }

    private static List<Figure> shareOfPeak(Tokenizer tokenizer, Precision precision, Rows rows) throws Exception {
        var peaks = new Sample();
        var speeds = new Sample();
        try (var network = network(tokenizer, precision)) {
            var turn = ours(network, tokenizer, rows);
            double each = PretrainingCost.flopsPerToken(network.config(), Masking.USUAL.rate(), LENGTH);
            turn.take();
            for (int i = 0; i < ROUNDS; i++) {
                peaks.add(network.compute().matrixSpeed());
                speeds.add(turn.take() * each);
            }
        }
        var words = ", " + precision.words();
        return List.of(
                Figure.of("matrices alone" + words, peaks.percentile(100) / 1e9, "GFLOP/s"),
                Figure.of("pretraining" + words, speeds.median() / 1e9, "GFLOP/s"),
                Figure.of("share of the matrices' speed" + words, speeds.median() / peaks.percentile(100), ""));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
