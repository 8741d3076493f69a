package org.biogloss.training.pretraining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.format.CorpusFiles;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.RunEvents;
import org.biogloss.training.RunFolder;

/// The texts of a recipe, cut into pieces in the run's folder: once, when the run begins.
record Corpora(List<PackedCorpus> all) implements AutoCloseable {

    /// Event files stay small.
    private static final long BETWEEN_EVENTS = 2_000_000_000L;

    /// @param leftOut told of files that could not be read
    /// @throws IOException with words, if there is nothing to learn from
    static Corpora open(
            PretrainingRecipe recipe,
            DataPlaces places,
            RunFolder folder,
            Tokenizer tokenizer,
            RunEvents events,
            Consumer<String> leftOut,
            JobContext context)
            throws IOException {
        var all = new ArrayList<PackedCorpus>();
        try {
            for (var corpus : recipe.corpora()) {
                var into = folder(folder).resolve(corpus.name());
                WholeFolder.recover(into);
                if (!PackedCorpus.isIn(into)) {
                    pack(corpus, recipe.text(), places, into, tokenizer, events, leftOut, context);
                }
                all.add(PackedCorpus.open(corpus.name(), into));
            }
            return new Corpora(List.copyOf(all));
        } catch (IOException | RuntimeException e) {
            all.forEach(PackedCorpus::close);
            throw e;
        }
    }

    private static void pack(
            PretrainingRecipe.Corpus corpus,
            PretrainingRecipe.Text text,
            DataPlaces places,
            Path into,
            Tokenizer tokenizer,
            RunEvents events,
            Consumer<String> leftOut,
            JobContext context)
            throws IOException {
        var texts = texts(corpus, places);
        var rules = new PackedCorpus.Rules(text.leastWords(), text.heldOut());
        PackedCorpus.pack(into, texts, tokenizer, rules, teller(corpus.name(), events), context);
        for (var rejected : texts.report()) leftOut.accept(rejected.file() + ": " + rejected.why());
        try (var packed = PackedCorpus.open(corpus.name(), into)) {
            var counts = packed.counts();
            check(corpus, counts, into);
            events.packed(new RunEvents.Packed(
                    corpus.name(),
                    counts.texts(),
                    counts.heldOut(),
                    counts.tooShort(),
                    texts.dropped(),
                    counts.words(),
                    counts.pieces(),
                    counts.heldOutPieces()));
        }
    }

    /// A corpus that cannot be learnt from is not left in the folder: the person will give another.
    private static void check(PretrainingRecipe.Corpus corpus, PackedCorpus.Counts counts, Path into)
            throws IOException {
        if (counts.pieces() > 0 && counts.heldOutPieces() > 0) return;
        WholeFolder.delete(into);
        if (counts.pieces() == 0) {
            throw new IOException("Cannot learn from the corpus " + corpus.name() + ": there is no text in it"
                    + (counts.tooShort() > 0
                            ? " but " + counts.tooShort() + " too short ones. Lower text.leastWords."
                            : "."));
        }
        throw new IOException("Cannot learn from the corpus " + corpus.name() + ": none of its " + counts.texts()
                + " texts is held out, so nothing would tell how well the network guesses. Raise text.heldOut.");
    }

    static CorpusFiles texts(PretrainingRecipe.Corpus corpus, DataPlaces places) throws IOException {
        var files = CorpusFiles.of(corpus.files().stream().map(places::find).toList());
        return corpus.without().isEmpty() ? files : files.without(corpus.without());
    }

    private static Consumer<Long> teller(String corpus, RunEvents events) {
        var last = new long[] {System.nanoTime()};
        return texts -> {
            if (System.nanoTime() - last[0] < BETWEEN_EVENTS) return;
            last[0] = System.nanoTime();
            try {
                events.packing(new RunEvents.Packing(corpus, texts));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
    }

    private static Path folder(RunFolder run) {
        return run.folder().resolve("corpus");
    }

    /// Of a run that is over: whoever wants the texts has them elsewhere.
    static void delete(RunFolder run) throws IOException {
        WholeFolder.delete(folder(run));
    }

    /// What is learnt from, in rows of one length.
    List<Rows> learnt(PretrainingRecipe recipe, int length, Tokenizer tokenizer) {
        return all.stream()
                .map(corpus -> rows(corpus.learnt(), recipe, length, tokenizer))
                .toList();
    }

    List<Rows> heldOut(PretrainingRecipe recipe, int length, Tokenizer tokenizer) {
        return all.stream()
                .map(corpus -> rows(corpus.heldOut(), recipe, length, tokenizer))
                .toList();
    }

    private static Rows rows(PieceFile file, PretrainingRecipe recipe, int length, Tokenizer tokenizer) {
        return recipe.masking().nextSentence()
                ? new Pairs(file, length, tokenizer.cls(), tokenizer.sep())
                : new Rows.Packed(file, length, tokenizer.cls(), tokenizer.sep());
    }

    @Override
    public void close() {
        all.forEach(PackedCorpus::close);
    }
}
