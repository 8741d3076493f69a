package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.biogloss.Failure;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.MergeHistory.Step;
import org.biogloss.tokens.VocabularyTraining.Kind;
import org.biogloss.tokens.VocabularyTraining.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTrainingTest {

    private static final Texts SOME = Texts.of(
            "some",
            List.of(
                    "Naloxone reverses the antihypertensive effect of clonidine.",
                    "Naloxone alone did not affect blood pressure.",
                    "Clonidine lowers blood pressure, naloxone does not."));

    @TempDir
    Path folder = Path.of("");

    @Test
    void theOrderOfTheTextsAndWhoCountsThemChangeNothing() throws IOException {
        var random = new Random(3);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 4000; i++) {
            texts.add(IntStream.range(0, 60)
                    .mapToObj(_ -> "ab" + Integer.toString(random.nextInt(900), 20) + "cδ")
                    .reduce("", (one, other) -> one + " " + other));
        }
        var once = pieces(texts, Wish.wordPiece(900));
        Collections.shuffle(texts, random);
        assertEquals(once, pieces(texts, Wish.wordPiece(900)));
    }

    @Test
    void aSmallCorpusGivesWhatItHasAndSaysSo() throws IOException {
        var trained = VocabularyTraining.learn(SOME, Wish.wordPiece(30_522), JobContext.silent());
        try (var tokenizer = trained.tokenizer()) {
            assertTrue(trained.isSmaller());
            assertEquals(3, trained.texts());
            assertEquals(25, trained.words());
            assertEquals(List.of("naloxone"), tokenizer.encode("Naloxone").pieces());
            assertFalse(tokenizer.vocabulary().contains("antihypertensive"), "it occurs once only");
        }
        var all =
                VocabularyTraining.learn(SOME, new Wish(Kind.WORDPIECE, 1_000_000, 1, true, true), JobContext.silent());
        try (var tokenizer = all.tokenizer()) {
            assertTrue(tokenizer.vocabulary().contains("antihypertensive"));
        }
    }

    @Test
    void whatCannotBeMadeIsRefusedInWords() {
        assertThrows(IllegalArgumentException.class, () -> Wish.wordPiece(0));
        assertThrows(IllegalArgumentException.class, () -> Wish.wordPiece(VocabularyTraining.LARGEST + 1));
        assertThrows(IllegalArgumentException.class, () -> new Wish(Kind.BYTE_PAIRS, 1000, 2, true, true));
        Failure.says(
                "its single characters and the special pieces alone", () -> pieces(List.of("abc"), Wish.wordPiece(6)));
        Failure.says("there is no word in it", () -> pieces(List.of(" \u200B\n"), Wish.wordPiece(100)));
        Failure.says("there is no text in it", () -> pieces(List.of(), Wish.wordPiece(100)));
    }

    @Test
    void aWordThatNobodyWroteIsLeftOut() throws IOException {
        var texts = Texts.of("data", List.of("acgt".repeat(30_000) + " gene gene"));
        var trained = VocabularyTraining.learn(texts, Wish.wordPiece(100), JobContext.silent());
        try (var tokenizer = trained.tokenizer()) {
            assertEquals(1, trained.tooLong());
            assertEquals(2, trained.words());
            assertTrue(tokenizer.id("gene").isPresent());
            assertTrue(tokenizer.id("t").isEmpty());
        }
    }

    @Test
    void itStopsWhenItIsCancelled() {
        for (var at : List.of("counting", "pieces")) {
            var context = new CancelledAt(at);
            var texts = Collections.nCopies(2000, "naloxone reverses the effect of clonidine ".repeat(40));
            assertThrows(
                    CancellationException.class,
                    () -> VocabularyTraining.learn(corpus(texts), Wish.wordPiece(100), context));
        }
    }

    @Test
    void pairsMayBeMoreThanAnIntCanCount() {
        var words = new PieceWords(2, 4);
        words.add(new int[] {0, 1}, 3_000_000_000L);
        words.add(new int[] {1, 0}, 2_900_000_000L);
        var merging = new Merging(words, List.of("a", "b"), "");
        merging.run(4, 1, JobContext.silent());
        assertEquals(
                List.of(new Step("a", "b", "ab", 3_000_000_000L), new Step("b", "a", "ba", 2_900_000_000L)),
                merging.steps());
    }

    @Test
    void ofPairsWithOneCountTheOneWithTheOlderPiecesGoesFirst() throws IOException {
        var pieces = pieces(List.of("ab cd ab cd"), Wish.wordPiece(100));
        assertTrue(pieces.indexOf("ab") < pieces.indexOf("cd"));
        var twins = pieces(List.of("aaaa aaaa aaa"), Wish.wordPiece(100));
        assertEquals(List.of("##a", "a", "##aa", "aaa", "aaaa"), twins.subList(5, twins.size()));
    }

    @Test
    void eachPieceKnowsTheStepsThatMadeIt() throws IOException {
        try (var tokenizer = VocabularyTraining.train(SOME, Wish.wordPiece(1000), JobContext.silent())) {
            tokenizer.save(folder);
        }
        var history = MergeHistory.read(folder);
        var steps = history.of("naloxone");
        assertEquals("naloxone", steps.getLast().piece());
        assertTrue(steps.getLast().count() >= 3);
        var made = new ArrayList<String>();
        for (var step : steps) {
            for (var part : List.of(step.left(), step.right())) {
                assertTrue(made.contains(part) || part.replace("##", "").length() == 1, part);
            }
            assertEquals(step.piece(), step.left() + step.right().replace("##", ""));
            made.add(step.piece());
        }
        assertEquals(List.of(), history.of("n"));
        assertEquals(List.of(), history.of("never"));
    }

    @Test
    void aHistoryComesBackAsItWasWrittenAndABrokenOneIsRefused() throws IOException {
        var history =
                new MergeHistory(List.of(new Step("Ġ", "\"", "Ġ\"", 7_000_000_000L), new Step("a", "##b", "ab", 2)));
        history.write(folder);
        assertEquals(history, MergeHistory.read(folder));
        assertEquals(List.of(), MergeHistory.read(folder.resolve("elsewhere")).steps());
        Files.writeString(folder.resolve(MergeHistory.FILE), "left\tright\tpiece\tcount\na\tb\tab\tmany\n");
        Failure.says("line 2 is not a merge", () -> MergeHistory.read(folder));
    }

    @Test
    void aSavedVocabularyOpensAsTheSame() throws IOException {
        for (var wish : List.of(
                new Wish(Kind.WORDPIECE, 120, 2, true, true),
                new Wish(Kind.WORDPIECE, 120, 2, false, false),
                new Wish(Kind.WORDPIECE, 120, 2, true, false),
                new Wish(Kind.BYTE_PAIRS, 300, 2, false, false),
                new Wish(Kind.BYTE_PAIRS, 300, 2, true, false))) {
            var place = Files.createDirectories(folder.resolve(String.valueOf(wish.hashCode())));
            try (var tokenizer = VocabularyTraining.train(SOME, wish, JobContext.silent())) {
                tokenizer.save(place);
                try (var again = Tokenizer.open(place)) {
                    assertEquals(tokenizer.vocabulary(), again.vocabulary());
                    var text = "Naloxone, naïve: LOWERS blood 研究";
                    assertTrue(
                            Arrays.equals(
                                    tokenizer.encode(text).ids(),
                                    again.encode(text).ids()),
                            wish::toString);
                    assertEquals(wish.lowerCase(), again.lowerCases());
                }
            }
        }
    }

    private static List<String> pieces(List<String> texts, Wish wish) throws IOException {
        try (var tokenizer = VocabularyTraining.train(corpus(texts), wish, JobContext.silent())) {
            return tokenizer.vocabulary();
        }
    }

    private static Texts corpus(List<String> texts) {
        return Texts.of("corpus", texts);
    }

    /// Cancels the job as soon as it says that it does something.
    private static final class CancelledAt implements JobContext {

        private final String what;
        private volatile boolean cancelled;

        CancelledAt(String what) {
            this.what = what;
            cancelled = what.equals("counting");
        }

        @Override
        public void report(Progress progress) {
            if (progress.what().startsWith(what)) cancelled = true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
