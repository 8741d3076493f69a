package org.biogloss.tokens;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Makes a vocabulary smaller: of a known one, the pieces stay that a corpus needs most, and all single characters, so
/// that nothing becomes unknown that was not before. A word whose pieces all stay is cut as before, and a network's
/// embeddings of them can be carried over as they are.
public final class VocabularyTrimming {

    /// Texts that are cut together.
    private static final int TOGETHER = 256;

    /// A smaller vocabulary, and what was seen.
    ///
    /// @param texts   how many the corpus has
    /// @param pieces  how many pieces the old vocabulary cuts it into
    /// @param staying how many of those are pieces that stay
    public record Trimmed(Tokenizer tokenizer, long texts, long pieces, long staying) {

        /// How much of the corpus is cut by pieces that stay.
        public double share() {
            return pieces == 0 ? 0 : (double) staying / pieces;
        }
    }

    private VocabularyTrimming() {}

    /// @param size how many pieces are to stay, special ones and single characters included
    /// @throws IOException with words, if the vocabulary is not one of word pieces, is not larger than wished
    ///     for, or has more special pieces and single characters than that; or if the corpus is empty
    /// @throws java.util.concurrent.CancellationException if the job is cancelled
    public static Trimmed trim(Tokenizer whole, Texts corpus, int size, JobContext context) throws IOException {
        if (whole.continuing().isEmpty()) {
            throw new IOException("Cannot trim this vocabulary: only one of word pieces, as BERT's, can lose pieces."
                    + " Those of other kinds are made of one another.");
        }
        if (size >= whole.vocabularySize()) {
            throw new IOException("Cannot trim a vocabulary of %,d pieces to %,d: ask for fewer than it has."
                    .formatted(whole.vocabularySize(), size));
        }
        var always = always(whole);
        if (always.size() > size) {
            throw new IOException(("Cannot trim to %,d pieces: the special ones and single characters alone are %,d."
                            + " Ask for more.")
                    .formatted(size, always.size()));
        }
        var counts = new long[whole.vocabularySize()];
        long texts = count(whole, corpus, counts, context);
        if (texts == 0) throw new IOException("Cannot trim by " + corpus.name() + ": there is no text in it.");
        var kept = kept(counts, always, size);
        long staying = kept.stream().mapToLong(id -> counts[id]).sum();
        return new Trimmed(
                whole.only(List.copyOf(kept)),
                texts,
                IntStream.range(0, counts.length).mapToLong(id -> counts[id]).sum(),
                staying);
    }

    /// Without these, texts could not be framed or spelt.
    private static TreeSet<Integer> always(Tokenizer whole) {
        var always = new TreeSet<Integer>();
        whole.wholePieces().forEach(piece -> whole.id(piece).ifPresent(always::add));
        for (int id : new int[] {whole.pad(), whole.unk(), whole.cls(), whole.sep(), whole.mask()}) always.add(id);
        var mark = whole.continuing();
        for (int id = 0; id < whole.vocabularySize(); id++) {
            var piece = whole.vocabulary().get(id);
            var spelt = whole.isContinuing(piece) ? piece.substring(mark.length()) : piece;
            if (spelt.codePointCount(0, spelt.length()) == 1) always.add(id);
        }
        return always;
    }

    private static long count(Tokenizer whole, Texts corpus, long[] counts, JobContext context) throws IOException {
        var read = new long[1];
        long texts = 0;
        try (var stream = corpus.open(bytes -> read[0] = bytes)) {
            var waiting = new ArrayList<String>();
            for (var text : (Iterable<Texts.Text>) stream::iterator) {
                waiting.add(text.text());
                texts++;
                if (waiting.size() < TOGETHER) continue;
                count(whole, waiting, counts);
                context.checkCancelled();
                context.report(new Progress(read[0], corpus.bytes(), "counting pieces"));
            }
            count(whole, waiting, counts);
        }
        return texts;
    }

    private static void count(Tokenizer whole, List<String> waiting, long[] counts) {
        for (var encoding : whole.encodeAll(waiting)) {
            for (int id : encoding.ids()) counts[id]++;
        }
        waiting.clear();
    }

    /// In the order of their old ids.
    private static TreeSet<Integer> kept(long[] counts, TreeSet<Integer> always, int size) {
        var kept = new TreeSet<>(always);
        IntStream.range(0, counts.length)
                .filter(id -> !always.contains(id))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(id -> -counts[id]).thenComparing(id -> id))
                .limit(size - always.size())
                .forEach(kept::add);
        return kept;
    }
}
