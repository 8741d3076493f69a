package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.compare.Passages.Marked;
import org.biogloss.tokens.compare.Passages.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusFiguresTest {

    @TempDir
    Path folder;

    private List<NamedTokenizer> two() throws IOException {
        return List.of(
                SmallVocabularies.words(
                        folder, "general", "na", "##lo", "##xon", "##e", "in", "rats", ".", "il", "-", "2"),
                SmallVocabularies.words(folder, "own", "naloxone", "in", "rats", ".", "il", "-", "2", "clonidine"));
    }

    private CorpusFigures measure(Passage... passages) throws IOException {
        return CorpusMeasuring.measure(Passages.of("test", List.of(passages)), two(), JobContext.silent());
    }

    private static Passage passage(String id, String text, Marked... mentions) {
        return new Passage(id, text, List.of(mentions));
    }

    @Test
    void figuresOfASentenceAreWhatOneCountsByHand() throws IOException {
        var figures = measure(passage("1", "Naloxone in rats."));
        var general = figures.columns().get(0);
        var own = figures.columns().get(1);

        assertEquals(3, figures.totals().words());
        assertEquals(7, general.piecesPerDocument());
        assertEquals(6 / 3.0, general.fertility(), 1e-9);
        assertEquals(2 / 3.0, general.wholeWords(), 1e-9);
        assertEquals(0, general.unknownShare());
        assertEquals(17 / 7.0, general.charactersPerPiece(), 1e-9);
        assertEquals(1, own.fertility());
        assertEquals(1, own.wholeWords());
        assertEquals(13, own.size());
    }

    @Test
    void aWordThatCannotBeSpeltIsOnePieceAndNotWhole() throws IOException {
        var general = measure(passage("1", "clonidine in rats")).columns().getFirst();

        assertEquals(1 / 3.0, general.unknownShare(), 1e-9);
        assertEquals(2 / 3.0, general.wholeWords(), 1e-9);
    }

    @Test
    void aMentionIsWholeIfNoWordOfItIsCut() throws IOException {
        var text = "Naloxone, IL-2 in rats";
        var figures = measure(passage(
                "1",
                text,
                new Marked(new Span(0, 8), "Chemical"),
                new Marked(new Span(10, 14), "Gene"),
                new Marked(new Span(18, 20), "Part")));

        assertEquals(Set.of("Chemical", "Gene", "Part"), figures.types());
        assertEquals(0, figures.columns().get(0).mentions("Chemical").share());
        assertEquals(1, figures.columns().get(1).mentions("Chemical").share());
        assertEquals(1, figures.columns().get(0).mentions("Gene").share());
        assertEquals(0, figures.columns().get(0).mentions("Part").share());
    }

    @Test
    void behindAFigureStandTheDocumentsThatMakeItTheHeaviestFirst() throws IOException {
        var figures = measure(
                passage("one", "naloxone", new Marked(new Span(0, 8), "Chemical")),
                passage("none", "in rats"),
                passage("two", "naloxone naloxone clonidine"));

        assertEquals(
                List.of(new CorpusFigures.Behind("two", 3), new CorpusFigures.Behind("one", 1)),
                figures.behind(new Figure.CutWords(), 0));
        assertEquals(
                List.of("two"),
                figures.behind(new Figure.Unknown(), 0).stream()
                        .map(CorpusFigures.Behind::id)
                        .toList());
        assertEquals(List.of(), figures.behind(new Figure.Unknown(), 1));
        assertEquals(
                List.of(new CorpusFigures.Behind("one", 1)), figures.behind(new Figure.CutMentions("Chemical"), 0));
        assertEquals(
                List.of("none"),
                figures.behind(new Figure.Length(2, 3), 0).stream()
                        .map(CorpusFigures.Behind::id)
                        .toList());
    }

    @Test
    void aRowHoldsTwoPiecesFewerThanItIsLong() throws IOException {
        var figures = measure(passage("fits", "in ".repeat(126)), passage("does not", "in ".repeat(127)));

        assertEquals(1, figures.beyond(0, 128));
        assertEquals(List.of(new CorpusFigures.Behind("does not", 129)), figures.behind(new Figure.Beyond(128), 0));
        assertEquals(0, figures.beyond(0, 256));
    }

    @Test
    void theHistogramHoldsEveryDocumentOnce() throws IOException {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 300; i++) passages.add(passage("d" + i, "in ".repeat(i % 40 + 1)));
        passages.add(passage("longest", "in ".repeat(900)));
        var figures = measure(passages.toArray(Passage[]::new));
        var histogram = figures.histogram(0, 12);

        assertEquals(5, histogram.width());
        assertEquals(301, IntStream.of(histogram.counts()).sum());
        assertEquals(1, histogram.counts()[11]);
        assertEquals(
                List.of("longest"),
                figures.behind(new Figure.Length(histogram.from(11), histogram.to(11)), 0).stream()
                        .map(CorpusFigures.Behind::id)
                        .toList());
    }

    @Test
    void oneLongDocumentAmongFewDoesNotFlattenTheHistogram() throws IOException {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 55; i++) passages.add(passage("d" + i, "in ".repeat(200 + 3 * i)));
        passages.add(passage("longest", "in ".repeat(9000)));

        assertEquals(
                50, measure(passages.toArray(Passage[]::new)).histogram(0, 12).width());
    }

    @Test
    void figuresDoNotDependOnHowTheCorpusIsShared() throws IOException {
        var passages = new ArrayList<Passage>();
        for (int i = 0; i < 700; i++) passages.add(passage("d" + i, "naloxone in rats ".repeat(i % 7)));
        var once = measure(passages.toArray(Passage[]::new));
        var again = measure(passages.toArray(Passage[]::new));

        assertEquals(once.columns(), again.columns());
        assertEquals("d42", once.documents().id(42));
    }

    @Test
    void anEmptyCorpusIsSaidInWords() {
        var failure = assertThrows(IOException.class, this::measure);
        assertEquals("Cannot measure test: there is no text in it.", failure.getMessage());
    }

    @Test
    void measuringStopsWhenAsked() throws IOException {
        var tokenizers = two();
        var many = Passages.of("many", java.util.Collections.nCopies(10_000, passage("1", "in rats")));
        var seen = new ArrayList<Progress>();
        var context = new JobContext() {
            @Override
            public void report(Progress progress) {
                seen.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return !seen.isEmpty();
            }
        };

        assertThrows(CancellationException.class, () -> CorpusMeasuring.measure(many, tokenizers, context));
        assertTrue(seen.getLast().done() < 1_000);
    }
}
