package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AgreementCommandTest {

    @TempDir
    Path folder = Path.of("");

    private Path anna = Path.of("");
    private Path berta = Path.of("");
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        anna = Files.writeString(
                folder.resolve("anna.pubtator"),
                "1|t|On p53\n1|a|and cancer\n1\t3\t6\tp53\tGene\t7157\n1\t11\t17\tcancer\tDisease\tD1\n\n"
                        + "2|t|Only hers\n2|a|x\n\n");
        berta = Files.writeString(
                folder.resolve("berta.jsonl"),
                "{\"id\":\"1\",\"text\":\"On p53\\nand cancer\",\"entities\":["
                        + "{\"id\":\"a\",\"start\":3,\"end\":6,\"type\":\"Gene\",\"text\":\"p53\"},"
                        + "{\"id\":\"b\",\"start\":7,\"end\":17,\"type\":\"Disease\",\"text\":\"and cancer\"}]}\n");
    }

    private int run(Object... words) {
        var all = new ArrayList<String>();
        for (var word : words) all.add(word.toString());
        var bytes = new ByteArrayOutputStream();
        var line = new CommandLine(new AgreementCommand());
        line.setOut(new java.io.PrintWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), true));
        line.setErr(new java.io.PrintWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8), true));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            said = String.valueOf(problem.getMessage());
            return Exit.FAILED;
        });
        int exit = line.execute(all.toArray(String[]::new));
        if (exit != Exit.FAILED) said = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    @Test
    void twoFilesOfDifferentFormatsAreComparedByDocument() throws IOException {
        assertEquals(Exit.PARTLY_REJECTED, run(anna, berta, "--json"), said);
        var json = JsonMapper.builder().build().readTree(said);
        assertEquals(1, json.path("documents").asInt());
        var figures = json.path("pairs").get(0).path("figures");
        assertEquals(0.5, figures.path("F1, borders and type").path("value").asDouble());
        assertEquals(1, figures.path("F1, overlapping, same type").path("value").asDouble());
        assertEquals(
                1,
                json.path("pairs").get(0).path("disagreements").path("borders").asInt());
        assertEquals("2: not in berta.jsonl", json.path("notCompared").get(0).asText());
    }

    @Test
    void thePlacesWhereTheyDifferCanBeListed() {
        run(anna, berta, "--disagreements");
        assertTrue(said.contains("borders\tcancer (Disease, D1)\tand cancer (Disease)"), said);
        assertTrue(said.contains("| F1, borders and type | 0.500 |"), said);
    }

    @Test
    void whatCannotBeComparedIsSaid() throws IOException {
        var other = Files.writeString(folder.resolve("c.jsonl"), "{\"id\":\"9\",\"text\":\"x\",\"entities\":[]}\n");
        assertEquals(Exit.FAILED, run(anna, other));
        assertTrue(said.startsWith("Cannot compare: no document is in all of anna.pubtator, c.jsonl"), said);
        assertEquals(Exit.WRONG_WORDS, run(anna));
        assertEquals(Exit.WRONG_WORDS, run(anna, berta, "--layers", "a,b"));
    }
}
