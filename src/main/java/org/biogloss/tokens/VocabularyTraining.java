package org.biogloss.tokens;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;

/// Learns a vocabulary from a corpus: its words are counted, and from single characters on, the two pieces
/// that stand side by side most often become one, until there are as many as wished for.
///
/// The result is that of Hugging Face `tokenizers`, id for id, where that has one result: see
/// [FirstPieces#characters]. Memory grows with the distinct words, not with the corpus.
public final class VocabularyTraining {

    /// Beyond this, no network could use it.
    public static final int LARGEST = 10_000_000;

    /// In the order of their ids.
    private static final List<String> BERT = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    private static final List<String> ROBERTA = List.of("<s>", "<pad>", "</s>", "<unk>", "<mask>");

    /// Which family of tokenizers the vocabulary is for.
    public enum Kind {
        /// BERT's: words are cut at blanks and punctuation; `##` marks a piece that continues a word.
        WORDPIECE,

        /// RoBERTa's: pieces are made of bytes, so that nothing is unknown; `Ġ` marks one that begins after
        /// a blank.
        BYTE_PAIRS
    }

    /// What is wished for.
    ///
    /// @param size         how many pieces, the special ones included
    /// @param minFrequency how often two pieces must stand side by side to become one
    /// @param lowerCase    whether upper and lower case are to make the same pieces
    /// @param stripAccents whether `é` is to be read as `e`; of WordPiece only
    public record Wish(Kind kind, int size, long minFrequency, boolean lowerCase, boolean stripAccents) {

        public Wish {
            if (size < 1 || size > LARGEST) {
                throw new IllegalArgumentException(
                        "Cannot train a vocabulary of %,d pieces: ask for 1,000 to 100,000 (BERT has 30,522)."
                                .formatted(size));
            }
            if (minFrequency < 0) {
                throw new IllegalArgumentException(
                        "Cannot train with a frequency of at least " + minFrequency + ": it is 0 or more.");
            }
            if (kind == Kind.BYTE_PAIRS && stripAccents) {
                throw new IllegalArgumentException("Byte pairs keep accents: strip them only for WordPiece.");
            }
        }

        /// As BERT's uncased vocabularies, PubMedBERT's among them.
        public static Wish wordPiece(int size) {
            return new Wish(Kind.WORDPIECE, size, 2, true, true);
        }

        /// As RoBERTa's.
        public static Wish bytePairs(int size) {
            return new Wish(Kind.BYTE_PAIRS, size, 2, false, false);
        }
    }

    /// A vocabulary, and what it was learnt from.
    ///
    /// @param words         how many the corpus has
    /// @param distinctWords how many different ones
    /// @param tooLong       how many words were left out because nobody could have written them
    /// @param characters    how many different ones there are, or bytes
    public record Trained(
            Tokenizer tokenizer, Wish wish, long texts, long words, int distinctWords, long tooLong, int characters) {

        /// Whether the corpus did not hold as many pieces as wished for.
        public boolean isSmaller() {
            return tokenizer.vocabularySize() < wish.size();
        }
    }

    private VocabularyTraining() {}

    /// The tokenizer alone; see [#learn].
    public static Tokenizer train(Texts corpus, Wish wish, JobContext context) throws IOException {
        return learn(corpus, wish, context).tokenizer();
    }

    /// Learns a vocabulary. It is smaller than wished for where the corpus has no more pairs that are
    /// frequent enough.
    ///
    /// @throws IOException with words, if the corpus is empty or cannot be read, if its characters alone
    ///     are more than the pieces wished for, or if there is too little memory for its words
    /// @throws java.util.concurrent.CancellationException if the job is cancelled
    public static Trained learn(Texts corpus, Wish wish, JobContext context) throws IOException {
        try {
            return learn(start(WordCounting.of(corpus, () -> splitter(wish), context), corpus, wish), wish, context);
        } catch (OutOfMemoryError e) {
            throw new IOException(
                    "Cannot train a vocabulary on " + corpus.name() + ": its distinct words take more memory than"
                            + " Java has (%,d MB). "
                                    .formatted(Runtime.getRuntime().maxMemory() >> 20)
                            + "Allow more with BIOGLOSS_JAVA_OPTS=-Xmx…, or take a part of the corpus.",
                    e);
        }
    }

    /// Before the first merge. The counted words are not needed any more and can go.
    private record Start(FirstPieces first, long texts, long words, int distinctWords, long tooLong) {}

    private static Start start(WordCounting.Counted counted, Texts corpus, Wish wish) throws IOException {
        var words = counted.words();
        if (words.size() == 0) {
            throw new IOException("Cannot train a vocabulary on " + corpus.name() + ": there is no word in it.");
        }
        var first = firstPieces(words, wish.kind());
        if (first.pieces().size() > wish.size()) {
            throw new IOException(
                    ("Cannot train a vocabulary of %,d pieces on %s: its single characters and the special pieces alone"
                                    + " are %,d. Ask for more pieces, or leave out the texts in other scripts.")
                            .formatted(
                                    wish.size(), corpus.name(), first.pieces().size()));
        }
        return new Start(first, counted.texts(), words.total(), words.size(), words.tooLong());
    }

    private static Trained learn(Start start, Wish wish, JobContext context) throws IOException {
        var first = start.first();
        var merging = new Merging(first.words(), first.pieces(), first.prefix());
        merging.run(wish.size(), wish.minFrequency(), context);
        return new Trained(
                tokenizer(merging, wish),
                wish,
                start.texts(),
                start.words(),
                start.distinctWords(),
                start.tooLong(),
                first.characters());
    }

    private static WordSplitter splitter(Wish wish) {
        return switch (wish.kind()) {
            case WORDPIECE -> new BertWords(wish.lowerCase(), wish.stripAccents());
            case BYTE_PAIRS -> new ByteWords(wish.lowerCase());
        };
    }

    private static FirstPieces firstPieces(WordCounts words, Kind kind) {
        return switch (kind) {
            case WORDPIECE -> FirstPieces.characters(words, BERT);
            case BYTE_PAIRS -> FirstPieces.bytes(words, ROBERTA);
        };
    }

    private static Tokenizer tokenizer(Merging merging, Wish wish) throws IOException {
        var history = new MergeHistory(merging.steps());
        return switch (wish.kind()) {
            case WORDPIECE -> {
                var json = WordPieceFile.json(
                        merging.pieces(), SpecialPieces.BERT, wish.lowerCase(), Optional.of(wish.stripAccents()));
                yield Tokenizer.trained(json, SpecialPieces.BERT, history);
            }
            case BYTE_PAIRS -> {
                var vocabulary = JsonMapper.builder().build().createObjectNode();
                for (var piece : merging.pieces()) vocabulary.put(piece, vocabulary.size());
                var json = BytePairFile.json(vocabulary, merges(history), SpecialPieces.ROBERTA, false);
                if (wish.lowerCase()) json.putObject("normalizer").put("type", "Lowercase");
                yield Tokenizer.trained(json, SpecialPieces.ROBERTA, history);
            }
        };
    }

    /// Of a pair that was merged twice only the later place counts, as in Hugging Face's trainer.
    private static List<String> merges(MergeHistory history) {
        var last = new LinkedHashMap<String, String>();
        for (var step : history.steps()) {
            var pair = step.left() + " " + step.right();
            last.remove(pair);
            last.put(pair, pair);
        }
        return new ArrayList<>(last.values());
    }
}
