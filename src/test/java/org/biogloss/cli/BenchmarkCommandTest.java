package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.registry.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        var line =
                new CommandLine(new BenchmarkCommand(new Models(List.of()), folder, List.of(folder.resolve("rows"))));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(words);
    }

    @Test
    void showsThePublishedRowsTheBestFirst() throws Exception {
        assertEquals(0, run("show", "--json"));
        var rows = JsonMapper.builder().build().readTree(out.toString()).path("rows");
        assertEquals("BioLinkBERT-large", rows.get(0).path("name").asText());
        assertEquals("published", rows.get(0).path("kind").asText());
        assertEquals(13, rows.get(0).path("scores").size());
        for (int i = 1; i < rows.size(); i++) {
            assertTrue(rows.get(i).path("blurb").asDouble()
                    <= rows.get(i - 1).path("blurb").asDouble());
        }
    }

    @Test
    void writesTablesSortedBySet() throws Exception {
        var page = folder.resolve("board.md");
        var table = folder.resolve("board.csv");
        assertEquals(
                0, run("show", "--sort", "ncbi-disease", "--markdown", page.toString(), "--csv", table.toString()));
        assertTrue(Files.readAllLines(page).get(2).startsWith("| BioBERT"), "the best of NCBI-disease");
        assertTrue(Files.readAllLines(table).get(1).startsWith("\"BioBERT\""));
        assertEquals("", out.toString());
    }

    @Test
    void anUnknownSetIsAWrongWord() {
        assertEquals(2, run("show", "--sort", "BC6"));
        assertTrue(err.toString().contains("BLURB has no set BC6; there are BC5-chem"), err.toString());
        assertEquals(2, run("run", "--model", "minilm-l6", "--sets", "GAD,BC6"));
        assertEquals(2, run("run", "--model", "minilm-l6", "--seeds", "0"));
    }
}
