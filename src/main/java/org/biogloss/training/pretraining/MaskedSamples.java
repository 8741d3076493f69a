package org.biogloss.training.pretraining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.biogloss.bert.Head;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.RunEvents.Guessed;

/// A few sentences of held-out text with two words hidden in each, the same all along a run: to see by eye
/// what the network has learnt so far.
final class MaskedSamples {

    private static final int HIDDEN_WORDS = 2;
    private static final int GUESSES = 5;
    private static final int SHORTEST = 12;
    private static final int LONGEST = 60;

    /// Shorter words are mostly such as `of`, which anybody guesses.
    private static final int LETTERS = 4;

    /// A word's pieces, from a place to before another.
    private record Word(int from, int to) {}

    private record Sample(int[] pieces, List<Word> hidden) {}

    private final Tokenizer tokenizer;
    private final List<Sample> samples = new ArrayList<>();

    /// @param count of sentences, together
    MaskedSamples(List<PackedCorpus> corpora, Tokenizer tokenizer, int count, long seed) {
        this.tokenizer = tokenizer;
        var chance = Chance.of(seed, count);
        for (int i = 0; i < count; i++) add(corpora.get(i % corpora.size()).heldOut(), chance);
    }

    /// The next fitting sentence from some place on.
    private void add(PieceFile file, Random chance) {
        long place = (long) (chance.nextDouble() * file.size());
        long from = -1;
        for (long i = 0; i <= file.size(); i++) {
            long at = (place + i) % file.size();
            if (at == 0) from = -1;
            int piece = file.at(at);
            boolean ends = PieceFile.is(piece, PieceFile.SENTENCE) || PieceFile.is(piece, PieceFile.SEPARATOR);
            if (!ends) continue;
            if (from >= 0 && at - from >= SHORTEST && at - from <= LONGEST && take(file, from, at, chance)) return;
            from = PieceFile.is(piece, PieceFile.SEPARATOR) ? -1 : at;
        }
    }

    private boolean take(PieceFile file, long from, long to, Random chance) {
        var pieces = file.stretch(from, (int) (to - from));
        var words = words(pieces);
        var hidden = new ArrayList<Word>();
        while (!words.isEmpty() && hidden.size() < HIDDEN_WORDS) hidden.add(words.remove(chance.nextInt(words.size())));
        if (hidden.size() < HIDDEN_WORDS) return false;
        hidden.sort(java.util.Comparator.comparingInt(Word::from));
        samples.add(new Sample(pieces, List.copyOf(hidden)));
        return true;
    }

    /// Those worth guessing.
    private List<Word> words(int[] pieces) {
        var words = new ArrayList<Word>();
        for (int from = 0; from < pieces.length; ) {
            int to = from + 1;
            while (to < pieces.length && !PieceFile.is(pieces[to], PieceFile.WORD)) to++;
            var word = new Word(from, to);
            if (text(pieces, word).chars().filter(Character::isLetter).count() >= LETTERS) words.add(word);
            from = to;
        }
        return words;
    }

    private String text(int[] pieces, Word word) {
        var text = new StringBuilder();
        for (int i = word.from(); i < word.to(); i++) text.append(tokenizer.text(PieceFile.id(pieces[i])));
        return text.toString().strip();
    }

    Guessed guess(long step, Network network, Head head) {
        var sentences = new ArrayList<Guessed.Sentence>();
        for (var sample : samples) sentences.add(guess(sample, network, head));
        return new Guessed(step, sentences);
    }

    private Guessed.Sentence guess(Sample sample, Network network, Head head) {
        Set<Integer> hidden = new HashSet<>();
        for (var word : sample.hidden()) for (int i = word.from(); i < word.to(); i++) hidden.add(i);
        var ids = new int[sample.pieces().length + 2];
        Arrays.setAll(
                ids,
                i -> i == 0
                        ? tokenizer.cls()
                        : i == ids.length - 1
                                ? tokenizer.sep()
                                : hidden.contains(i - 1) ? tokenizer.mask() : PieceFile.id(sample.pieces()[i - 1]));
        var batch = PieceBatch.of(List.of(ids), tokenizer.pad());
        var words = new ArrayList<Guessed.Hidden>();
        for (var word : sample.hidden()) {
            int[] places = java.util.stream.IntStream.range(word.from() + 1, word.to() + 1)
                    .toArray();
            var guesses = network.guesses(head, batch, places, GUESSES);
            words.add(new Guessed.Hidden(text(sample.pieces(), word), guesses(guesses)));
        }
        return new Guessed.Sentence(parts(sample), words);
    }

    /// For a word of one piece the likeliest; for a longer one the likeliest of each piece, put together.
    private List<Guessed.Guess> guesses(List<List<Network.Guess>> of) {
        if (of.size() == 1) {
            return of.getFirst().stream()
                    .map(guess ->
                            new Guessed.Guess(tokenizer.text(guess.piece()).strip(), guess.probability()))
                    .toList();
        }
        var text = new StringBuilder();
        double probability = 1;
        for (var piece : of) {
            text.append(tokenizer.text(piece.getFirst().piece()));
            probability *= piece.getFirst().probability();
        }
        return List.of(new Guessed.Guess(text.toString().strip(), probability));
    }

    /// The text around the hidden words.
    private List<String> parts(Sample sample) {
        var parts = new ArrayList<String>();
        int from = 0;
        for (var word : sample.hidden()) {
            parts.add(shown(sample.pieces(), from, word.from()));
            from = word.to();
        }
        parts.add(shown(sample.pieces(), from, sample.pieces().length));
        return parts;
    }

    private String shown(int[] pieces, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            var piece = tokenizer.text(PieceFile.id(pieces[i])).strip();
            boolean joined = !PieceFile.is(pieces[i], PieceFile.WORD)
                    || piece.matches("[.,;:)\\]%?!]")
                    || text.toString().endsWith("(");
            if (!text.isEmpty() && !joined) text.append(' ');
            text.append(piece);
        }
        return text.toString();
    }
}
