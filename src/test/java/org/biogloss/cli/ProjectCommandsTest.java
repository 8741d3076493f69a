package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.workbench.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `import`, `export` and `search`, as one types them.
class ProjectCommandsTest {

    private static final String ONE = """
            1|t|Loss of p53
            1|a|It was seen in mice.
            1\t8\t11\tp53\tGene\t7157
            """;

    @TempDir
    Path folder;

    private Path project;
    private Path input;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void writeInput() throws IOException {
        project = folder.resolve("project");
        input = Files.writeString(folder.resolve("in.txt"), ONE);
    }

    @Test
    void importExportAndSearchGoTogether() throws IOException {
        assertEquals(Exit.DONE, run(new ImportCommand(), project, input));
        assertTrue(out.toString().startsWith("1 documents, 1 mentions"), out.toString());

        assertEquals(Exit.DONE, run(new SearchCommand(), project, "p53", "--json"));
        var found = new ObjectMapper().readTree(out.toString());
        assertEquals(1, found.path("total").asInt());
        assertEquals("1", found.path("hits").path(0).path("id").asText());
        assertTrue(found.path("hits").path(0).path("snippet").asText().contains("p53"));

        var exported = folder.resolve("out.txt");
        assertEquals(Exit.DONE, run(new ExportCommand(), project, exported, "--format", "pubtator"));
        assertTrue(Files.readString(exported).contains("1\t8\t11\tp53\tGene"));
    }

    @Test
    void aProjectThatIsOpenElsewhereIsReadAndNotWritten() throws IOException {
        run(new ImportCommand(), project, input);
        try (var jobs = new Jobs();
                var _ = Workbench.open(project, new Models(List.of()), jobs)) {
            assertEquals(Exit.DONE, run(new SearchCommand(), project, "p53"));
            assertTrue(out.toString().contains("Loss of p53"), out.toString());
            assertEquals(Exit.DONE, run(new ExportCommand(), project, folder.resolve("o.jsonl"), "--format", "jsonl"));
            assertEquals(Exit.FAILED, run(new ImportCommand(), project, input));
            assertTrue(err.toString().contains("another BioGloss has it open"), err.toString());
        }
    }

    @Test
    void partlyRejectedInputIsToldByTheExitCodeAndTheReport() throws IOException {
        var report = folder.resolve("report.json");
        Files.writeString(input, ONE.replace("8\t11\tp53", "8000\t8003\tzebra"));

        assertEquals(Exit.PARTLY_REJECTED, run(new ImportCommand(), project, input, "--report", report));
        assertEquals(
                1, new ObjectMapper().readTree(report.toFile()).path("rejected").asInt());
        assertTrue(err.toString().contains("in.txt: line 3: "), err.toString());
    }

    @Test
    void wrongWordsAreToldWithTheRightOnes() {
        assertEquals(Exit.WRONG_WORDS, run(new ImportCommand(), project, input, "--format", "word"));
        assertTrue(err.toString().contains("There are: pubtator"), err.toString());
        assertFalse(Files.exists(project));
        assertEquals(Exit.FAILED, run(new SearchCommand(), project, "p53"));
        assertTrue(err.toString().contains("not a BioGloss project"), err.toString());
    }

    private int run(Object command, Object... words) {
        out = new StringWriter();
        err = new StringWriter();
        var line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            line.getErr().println(failure.getMessage());
            return Exit.FAILED;
        });
        return line.execute(List.of(words).stream().map(Object::toString).toArray(String[]::new));
    }
}
