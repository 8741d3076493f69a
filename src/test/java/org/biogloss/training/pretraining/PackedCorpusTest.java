package org.biogloss.training.pretraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedCorpusTest {

    @TempDir
    Path folder;

    private Tokenizer tokenizer;

    @BeforeEach
    void open() throws IOException {
        tokenizer = Tokenizer.open(TinyModel.folder());
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    private PackedCorpus pack(List<String> texts, int leastWords, double heldOut) throws IOException {
        var rules = new PackedCorpus.Rules(leastWords, heldOut);
        PackedCorpus.pack(
                folder.resolve("c"), Texts.of("texts", texts), tokenizer, rules, _ -> {}, JobContext.silent());
        return PackedCorpus.open("c", folder.resolve("c"));
    }

    @Test
    void aRowBeginsWhereTheOneBeforeItEnds() throws IOException {
        var texts = IntStream.range(0, 30).mapToObj(i -> "abc de. fghi j.").toList();
        try (var corpus = pack(texts, 0, 0)) {
            var rows = new Rows.Packed(corpus.learnt(), 20, tokenizer.cls(), tokenizer.sep());
            var joined = new ArrayList<Integer>();
            for (int i = 0; i < rows.count(); i++) {
                var row = rows.row(i, new Random(0)).pieces();
                assertEquals(tokenizer.cls(), PieceFile.id(row[0]));
                assertEquals(tokenizer.sep(), PieceFile.id(row[row.length - 1]));
                assertTrue(row.length == 20 || i == rows.count() - 1);
                for (int j = 1; j < row.length - 1; j++) joined.add(PieceFile.id(row[j]));
            }
            var expected = new ArrayList<Integer>();
            for (var text : texts) {
                for (int id : tokenizer.encode(text).ids()) expected.add(id);
                expected.add(tokenizer.sep());
            }
            assertEquals(expected, joined);
        }
    }

    @Test
    void shortTextsAreLeftOut() throws IOException {
        try (var corpus = pack(List.of("a b c", "a b", "  ", "a b c d"), 3, 0)) {
            assertEquals(2, corpus.counts().texts());
            assertEquals(2, corpus.counts().tooShort());
        }
    }

    @Test
    void aTextIsHeldOutByItsIdAlone() {
        long held = IntStream.range(0, 10_000)
                .filter(i -> PackedCorpus.isHeldOut("PMID:" + i, 0.01))
                .count();

        assertTrue(held > 60 && held < 140, "held out " + held);
        assertEquals(PackedCorpus.isHeldOut("x", 0.5), PackedCorpus.isHeldOut("x", 0.5));
        assertTrue(IntStream.range(0, 1000)
                .filter(i -> PackedCorpus.isHeldOut("d" + i, 0.1))
                .allMatch(i -> PackedCorpus.isHeldOut("d" + i, 0.2)));
    }

    @Test
    void whatIsHeldOutIsNotLearntFrom() throws IOException {
        var texts = IntStream.range(0, 200).mapToObj(i -> "abc de.").toList();
        try (var corpus = pack(texts, 0, 0.3)) {
            assertEquals(200, corpus.counts().texts() + corpus.counts().heldOut());
            assertEquals(corpus.counts().texts() * 7, corpus.learnt().size());
            assertEquals(corpus.counts().heldOut() * 7, corpus.heldOut().size());
        }
    }

    @Test
    void aLongTextIsTheSameInStretches() throws IOException {
        var text = "abc defg hij. ".repeat(20_000).strip();
        try (var corpus = pack(List.of(text), 0, 0)) {
            var ids = tokenizer.encode(text).ids();
            assertEquals(ids.length + 1, corpus.learnt().size());
            for (int i = 0; i < ids.length; i++)
                assertEquals(ids[i], PieceFile.id(corpus.learnt().at(i)));
        }
    }

    @Test
    void wordsAndSentencesAreKnownByTheirFirstPiece() throws IOException {
        try (var corpus = pack(List.of("Ab cd. De f."), 0, 0)) {
            var file = corpus.learnt();
            var flags = new ArrayList<String>();
            for (int i = 0; i < file.size(); i++) {
                int piece = file.at(i);
                flags.add((PieceFile.is(piece, PieceFile.TEXT) ? "T" : "")
                        + (PieceFile.is(piece, PieceFile.SENTENCE) ? "S" : "")
                        + (PieceFile.is(piece, PieceFile.WORD) ? "W" : "")
                        + (PieceFile.is(piece, PieceFile.SEPARATOR) ? "|" : ""));
            }
            assertEquals(List.of("TSW", "", "W", "", "W", "SW", "", "W", "W", "|"), flags);
        }
    }

    @Test
    void pairsFollowEachOtherInHalfOfTheCases() throws IOException {
        var texts = IntStream.range(0, 50)
                .mapToObj(i -> "Abc de fg. Hi jk lm. Nop q rs. Tu v wx. Yz ab c.")
                .toList();
        try (var corpus = pack(texts, 0, 0)) {
            var pairs = new Pairs(corpus.learnt(), 24, tokenizer.cls(), tokenizer.sep());
            int others = 0;
            var splits = new HashSet<Integer>();
            for (int i = 0; i < 2000; i++) {
                var row = pairs.row(i % pairs.count(), Chance.of(i));
                others += row.next();
                splits.add(row.second());
                assertTrue(row.pieces().length <= 24);
                assertEquals(tokenizer.sep(), PieceFile.id(row.pieces()[row.second() - 1]));
                assertEquals(tokenizer.sep(), PieceFile.id(row.pieces()[row.pieces().length - 1]));
            }
            assertTrue(others > 800 && others < 1300, "others " + others);
            assertFalse(splits.isEmpty());
        }
    }
}
