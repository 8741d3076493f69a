package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.PeerProcess;
import org.biogloss.measure.Sample;

/// `bench infer`: from text to mentions, on abstracts of NCBI-disease together and on single texts, in each precision
/// on
/// the processor; beside the pipeline of `transformers` and onnxruntime, turn by turn.
public final class InferBenchmark implements Benchmark {

    private static final int ROUNDS = 3;
    /// Texts that a peer tries its batch sizes with.
    private static final int TRIALS = 12;

    /// What one reader needed, over the rounds.
    private record Times(Sample rate, Sample sentence, Sample longOne, Sample mentions) {

        Times() {
            this(new Sample(), new Sample(), new Sample(), new Sample());
        }
    }

    /// Who reads: we, or a peer.
    private interface Reader {

        String name();

        /// @return seconds, and how many mentions were found
        double[] all(List<String> texts) throws IOException;

        /// @return seconds for each
        List<Double> each(List<String> texts) throws IOException;
    }

    private record Ours(String name, Tagger tagger) implements Reader {

        @Override
        public double[] all(List<String> texts) {
            long start = System.nanoTime();
            var found = tagger.tag(texts, JobContext.silent());
            double seconds = (System.nanoTime() - start) / 1e9;
            return new double[] {seconds, found.stream().mapToInt(List::size).sum()};
        }

        @Override
        public List<Double> each(List<String> texts) {
            return texts.stream().map(text -> all(List.of(text))[0]).toList();
        }
    }

    private record Peer(PeerProcess process) implements Reader {

        @Override
        public String name() {
            return process.name();
        }

        @Override
        public double[] all(List<String> texts) throws IOException {
            var answer = process.ask(Map.of("all", texts));
            return new double[] {
                answer.get("seconds").asDouble(), answer.get("mentions").asInt()
            };
        }

        @Override
        public List<Double> each(List<String> texts) throws IOException {
            var seconds = new ArrayList<Double>();
            process.ask(Map.of("each", texts)).get("seconds").forEach(number -> seconds.add(number.asDouble()));
            return seconds;
        }
    }

    private final Supplier<Optional<Path>> installed;

    /// @param installed the folder of a model that finds mentions, if there is one
    public InferBenchmark(Supplier<Optional<Path>> installed) {
        this.installed = installed;
    }

    @Override
    public String name() {
        return "infer";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var folder = installed
                .get()
                .orElseThrow(() -> new IOException("Cannot measure: no model that finds mentions is installed."));
        var texts = TextsToRead.of(data);
        var taggers = new ArrayList<Tagger>();
        var peers = new ArrayList<PeerProcess>();
        try {
            var readers = new ArrayList<Reader>();
            for (var precision : Precision.values()) {
                var compute = Compute.choose(DeviceWish.CPU, Optional.of(precision), OptionalInt.empty());
                var tagger = Tagger.open(folder, compute);
                taggers.add(tagger);
                readers.add(new Ours(precision.words(), tagger));
            }
            for (var program :
                    List.of("transformers-fp32", "transformers-bf16", "onnxruntime-fp32", "onnxruntime-int8")) {
                PeerProcess.python(program.replace('-', ' '), "infer.py", TextsToRead.peerArguments(program, folder))
                        .ifPresent(peers::add);
            }
            peers.forEach(peer -> readers.add(new Peer(peer)));
            return figures(measure(readers, texts, context));
        } finally {
            taggers.forEach(Tagger::close);
            for (var peer : peers) peer.close();
        }
    }

    private static Map<String, Times> measure(List<Reader> readers, TextsToRead texts, JobContext context)
            throws IOException {
        var times = new LinkedHashMap<String, Times>();
        for (var reader : readers) {
            if (reader instanceof Peer(var process)) {
                process.ask(Map.of(
                        "best",
                        texts.abstracts()
                                .subList(0, Math.min(TRIALS, texts.abstracts().size()))));
            }
            reader.each(texts.sentences());
            times.put(reader.name(), new Times());
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var reader : readers) {
                context.checkCancelled();
                context.report(new Progress(round, ROUNDS, reader.name()));
                var time = times.get(reader.name());
                if (time == null) throw new IllegalStateException(reader.name());
                var all = reader.all(texts.abstracts());
                time.rate().add(texts.abstracts().size() / all[0]);
                time.mentions().add(all[1]);
                reader.each(texts.sentences())
                        .forEach(seconds -> time.sentence().add(seconds * 1e3));
                reader.each(texts.longOnes()).forEach(seconds -> time.longOne().add(seconds * 1e3));
            }
        }
        return times;
    }

    private static List<Figure> figures(Map<String, Times> times) {
        var figures = new ArrayList<Figure>();
        for (var precision : Precision.values()) {
            var ours = times.get(precision.words());
            if (ours == null) continue;
            var peers = switch (precision) {
                case FLOAT32 -> List.of("transformers fp32", "onnxruntime fp32");
                case BFLOAT16 -> List.of("transformers fp32", "transformers bf16", "onnxruntime fp32");
                case INT8 -> List.of("transformers fp32", "onnxruntime fp32", "onnxruntime int8");
            };
            var known = peers.stream().filter(times::containsKey).toList();
            var of = ", " + precision.words();
            figures.addAll(rows("abstracts" + of, "texts/s", ours.rate(), Times::rate, known, times));
            figures.addAll(rows("short sentence" + of, "ms", ours.sentence(), Times::sentence, known, times));
            figures.addAll(rows("abstract of 250 words" + of, "ms", ours.longOne(), Times::longOne, known, times));
            figures.addAll(rows("mentions found" + of, "", ours.mentions(), Times::mentions, known, times));
        }
        return figures;
    }

    private static List<Figure> rows(
            String name,
            String unit,
            Sample ours,
            Function<Times, Sample> part,
            List<String> peers,
            Map<String, Times> times) {
        if (peers.isEmpty()) return List.of(Figure.of(name, ours.median(), unit));
        return peers.stream()
                .map(peer -> Figure.beside(
                        name,
                        ours.median(),
                        unit,
                        peer,
                        part.apply(Objects.requireNonNull(times.get(peer))).median()))
                .toList();
    }
}
