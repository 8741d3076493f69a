package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {

    @TempDir
    Path folder;

    private ComparisonReport report() throws IOException {
        var two = List.of(
                SmallVocabularies.words(folder, "a|b", "na", "##lo", "##xon", "##e", "in", "rats"),
                SmallVocabularies.words(folder, "own", "naloxone", "in", "rats"));
        var passage =
                new Passages.Passage("1", "naloxone in rats", List.of(new Passages.Marked(new Span(0, 8), "Chemical")));
        var corpus = Passages.of("GAD", List.of(passage));
        return new ComparisonReport(
                Optional.of(SideBySide.of("naloxone, in", two)),
                Optional.of(CorpusMeasuring.measure(corpus, two, JobContext.silent())),
                Optional.of(TermTable.of(List.of("naloxone"), two)),
                Optional.of(LengthTable.of(List.of(corpus), two, JobContext.silent())),
                Optional.of(VocabularyOverlap.of(two)));
    }

    @Test
    void everyTableStandsInTheMarkdown() throws IOException {
        var words = report().asMarkdown();

        assertTrue(words.contains("| Vocabulary | Pieces | Cut elsewhere by another | Unknown | Lost |\n|---|---:|"));
        assertTrue(words.contains("| a\\|b | 6 | 4 | 1 | 0 |"), words);
        assertTrue(words.contains("| Pieces a word (fertility) | 2.000 | 1.000 |"), words);
        assertTrue(words.contains("| Chemical kept whole | 0.00 % | 100.00 % |"), words);
        assertTrue(words.contains("| naloxone | na-lo-xon-e | ✓ |"), words);
        assertTrue(words.contains("| GAD | 1 | 6.0 | 3.0 | 47.0 | 35.7 |"), words);
        assertTrue(words.contains("| own | 2 | 3 | 1 |"), words);
    }

    @Test
    void everyRowOfTheCsvOfPiecesHasNineCells() throws IOException {
        var csv = ComparisonReport.piecesAsCsv(report().text().orElseThrow());

        assertEquals(
                "tokenizer,number,piece,id,start,end,text,ringed,unknown",
                csv.lines().findFirst().orElseThrow());
        assertTrue(csv.contains("\"a|b\",2,\"##lo\",6,2,4,lo,true,false\n"), csv);
        assertTrue(csv.contains("own,2,\"[UNK]\",1,8,9,\",\",false,true\n"), csv);
        assertEquals(1 + 6 + 3, csv.lines().count());
    }

    @Test
    void theCsvOfTablesHasAnEmptyLineBetweenThem() throws IOException {
        assertEquals(4, report().asCsv().split("\n\n").length - 1);
    }
}
