package org.biogloss.tokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.PeerProcess;
import org.biogloss.measure.ResidentMemory;
import org.biogloss.measure.Sample;
import org.biogloss.tokens.VocabularyTraining.Kind;
import org.biogloss.tokens.VocabularyTraining.Wish;

/// How fast a vocabulary of 30,522 pieces is learnt from the real abstracts and full texts, from opening
/// the files to the last piece, beside Hugging Face `tokenizers`, turn by turn.
public final class VocabularyBenchmark implements Benchmark {

    private static final int SIZE = 30_522;
    private static final int ROUNDS = 3;

    /// How many times over the corpus is read to see whether memory grows with it.
    private static final int LONGER = 4;

    private static final List<String> CORPUS = List.of("pubmed-abstracts.jsonl.gz", "pmc-fulltext.ccby.jsonl.gz");

    /// Makes texts of files.
    @FunctionalInterface
    public interface Reading {
        Texts of(List<Path> files) throws IOException;
    }

    private final Reading reading;

    public VocabularyBenchmark(Reading reading) {
        this.reading = reading;
    }

    @Override
    public String name() {
        return "vocab";
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws IOException {
        var files = CORPUS.stream()
                .map(name -> data.resolve("corpora").resolve(name))
                .toList();
        for (var file : files) {
            if (!Files.exists(file)) throw new IOException("Cannot measure: there is no " + file + ".");
        }
        var corpus = reading.of(files);
        double megabytes = megabytes(corpus);
        var figures = new ArrayList<Figure>();
        figures.add(Figure.of("text", megabytes, "MB"));
        var peer = PeerProcess.python("tokenizers", "train_vocabulary.py", List.of());
        try {
            for (var wish : List.of(Wish.wordPiece(SIZE), Wish.bytePairs(SIZE))) {
                figures.addAll(takeTurns(corpus, megabytes, wish, files, peer, context));
            }
        } finally {
            if (peer.isPresent()) peer.get().close();
        }
        ResidentMemory.forgetMost();
        VocabularyTraining.train(new Repeated(corpus), Wish.wordPiece(SIZE), context)
                .close();
        ResidentMemory.most().ifPresent(most -> figures.add(Figure.of("most resident, 4 times the text", most, "MB")));
        return figures;
    }

    private static List<Figure> takeTurns(
            Texts corpus, double megabytes, Wish wish, List<Path> files, Optional<PeerProcess> peer, JobContext context)
            throws IOException {
        var speed = new Sample();
        var merging = new Sample();
        var memory = new Sample();
        var peerSpeed = new Sample();
        var peerMemory = new Sample();
        for (int round = 0; round < ROUNDS; round++) {
            context.checkCancelled();
            ResidentMemory.forgetMost();
            var stages = new Stages();
            long start = System.nanoTime();
            VocabularyTraining.train(corpus, wish, stages).close();
            long end = System.nanoTime();
            speed.add(megabytes * 1e9 / (end - start));
            merging.add((end - stages.firstMerge) / 1e9);
            ResidentMemory.most().ifPresent(memory::add);
            if (peer.isEmpty()) continue;
            var answer = peer.get().ask(question(wish, files));
            peerSpeed.add(megabytes / answer.get("seconds").asDouble());
            peerMemory.add(answer.get("memory").asDouble() / 1e6);
        }
        var what = wish.kind() == Kind.WORDPIECE ? "WordPiece" : "byte pairs";
        var figures = new ArrayList<Figure>();
        figures.add(figure(what + ", end to end", speed, "MB/s", peerSpeed));
        figures.add(Figure.of(what + ", of that merging", merging.median(), "s"));
        if (memory.size() > 0) figures.add(figure(what + ", most resident", memory, "MB", peerMemory));
        return figures;
    }

    private static Figure figure(String name, Sample ours, String unit, Sample theirs) {
        return theirs.size() == 0
                ? Figure.of(name, ours.median(), unit)
                : Figure.beside(name, ours.median(), unit, "tokenizers", theirs.median());
    }

    private static Map<String, Object> question(Wish wish, List<Path> files) {
        return Map.of(
                "train", wish.kind() == Kind.WORDPIECE ? "wordpiece" : "bpe",
                "files", files.stream().map(Path::toString).toList(),
                "size", wish.size(),
                "minFrequency", wish.minFrequency(),
                "seeded", false);
    }

    private static double megabytes(Texts corpus) throws IOException {
        try (var texts = corpus.open()) {
            return texts.mapToLong(text -> text.text().getBytes(StandardCharsets.UTF_8).length)
                            .sum()
                    / 1e6;
        }
    }

    /// When the words were counted and the first pieces merged.
    private static final class Stages implements JobContext {

        private long firstMerge;

        @Override
        public void report(Progress progress) {
            if (firstMerge == 0 && progress.what().equals("pieces")) firstMerge = System.nanoTime();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    /// The same texts several times over.
    private record Repeated(Texts once) implements Texts {

        @Override
        public Stream<Text> open() throws IOException {
            return open(_ -> {});
        }

        @Override
        public Stream<Text> open(LongConsumer read) throws IOException {
            var all = once.open();
            for (int time = 1; time < LONGER; time++) all = Stream.concat(all, once.open());
            return all;
        }

        @Override
        public String name() {
            return once.name() + ", " + LONGER + " times";
        }
    }
}
