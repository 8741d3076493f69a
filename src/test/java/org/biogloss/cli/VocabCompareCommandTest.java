package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.registry.Models;
import org.biogloss.registry.Vocabularies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `vocab compare`, as one types it.
class VocabCompareCommandTest {

    @TempDir
    Path folder;

    private Path own;
    private Path corpus;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeInput() throws IOException {
        own = Files.createDirectories(folder.resolve("vocabularies/own"));
        Files.write(own.resolve("vocab.txt"), List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "naloxone", "in"));
        corpus = Files.writeString(folder.resolve("in.txt"), """
            1|t|Naloxone in rats
            1\t0\t8\tNaloxone\tChemical\tD009270
            """);
    }

    private int run(Object... words) {
        out = new StringWriter();
        err = new StringWriter();
        var vocabularies = new Vocabularies(new Models(List.of()), folder.resolve("vocabularies"));
        var line = VocabCommand.with(new VocabCompareCommand(vocabularies));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println(failure.getMessage());
            return Exit.FAILED;
        });
        return line.execute(List.of(words).stream().map(Object::toString).toArray(String[]::new));
    }

    @Test
    void theFiguresOfEachVocabularyStandInTheJson() throws IOException {
        assertEquals(Exit.DONE, run("compare", "minilm-l6", own, "--corpus", corpus, "--json"), err.toString());

        JsonNode report = new ObjectMapper().readTree(out.toString());
        var general = report.path("tokenizers").path(0);
        var mine = report.path("tokenizers").path(1);
        assertEquals("minilm-l6", general.path("name").asText());
        assertEquals(30_522, general.path("size").asInt());
        assertEquals(6, general.path("piecesPerDocument").asDouble());
        assertEquals(0, general.path("mentionsWhole").path("Chemical").asDouble(-1));
        assertEquals("own", mine.path("name").asText());
        assertEquals(1, mine.path("fertility").asDouble());
        assertEquals(2 / 3.0, mine.path("wholeWords").asDouble(), 1e-9);
        assertEquals(1 / 3.0, mine.path("unknown").asDouble(), 1e-9);
        assertEquals(1, mine.path("mentionsWhole").path("Chemical").asDouble());
    }

    @Test
    void aVocabularyOfThePersonIsKnownByItsName() {
        assertEquals(Exit.DONE, run("compare", "own", "--corpus", corpus));
        assertTrue(out.toString().contains("66.67 %"), out.toString());
    }

    @Test
    void whatIsNotThereIsSaidInWords() {
        assertEquals(Exit.FAILED, run("compare", "nothing", "--corpus", corpus));
        assertTrue(err.toString().startsWith("Cannot open the tokenizer nothing: there is no folder"), err.toString());
        assertEquals(Exit.FAILED, run("compare", "own", "--corpus", folder.resolve("absent.txt")));
        assertTrue(err.toString().contains("there is no such file"), err.toString());
        assertEquals(Exit.WRONG_WORDS, run("compare", "--corpus", corpus));
        assertEquals(Exit.WRONG_WORDS, run());
    }

    @Test
    void anEmptyCorpusIsSaidInWords() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.txt"), "");
        assertEquals(Exit.FAILED, run("compare", "own", "--corpus", empty));
        assertTrue(err.toString().startsWith("Cannot read empty.txt: "), err.toString());
    }
}
