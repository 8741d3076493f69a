package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Standing;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// `annotate`, as one types it. The tiny network finds nonsense, but plenty of it.
class AnnotateCommandTest {

    @TempDir
    Path folder;

    private Path input;
    private Path model;
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeInputAndModel() throws IOException {
        model = TinyModel.copy(folder.resolve("tiny"));
        input = Files.writeString(folder.resolve("in.pubtator"), """
                1|t|Loss of p
                1|a|It was seen in some αβ mice . a b c d e f g h i j k l m n o q .
                1\t8\t9\tp\tGene\t7157
                """);
    }

    private int run(Object... words) {
        var line = new CommandLine(new AnnotateCommand(new Models(List.of())));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            err.append(failure.getMessage());
            return Exit.FAILED;
        });
        return line.execute(List.of(words).stream().map(String::valueOf).toArray(String[]::new));
    }

    private static AnnotatedDocument only(Path file) throws IOException {
        var read = new ArrayList<AnnotatedDocument>();
        new Importer().read(List.of(file), Optional.empty(), "gold", read::add, JobContext.silent());
        assertEquals(1, read.size());
        return read.getFirst();
    }

    @Test
    void whatTheModelFindsStandsInALayerOfItsNameBesideWhatWasThere() throws IOException {
        var out = folder.resolve("out.jsonl");
        assertEquals(Exit.DONE, run(input, out, "--model", model), err::toString);
        var document = only(out);
        assertEquals(1, document.mentions("gold").count());
        assertTrue(document.mentions("tiny").count() > 0);
        assertTrue(document.mentions("tiny").allMatch(mention -> mention.standing() == Standing.SUGGESTED));
    }

    @Test
    void aFormatWithoutLayersHoldsTheMentionsAsTheyAre() throws IOException {
        var out = folder.resolve("out.pubtator");
        assertEquals(Exit.DONE, run(input, out, "--model", model, "--fresh"), err::toString);
        var document = only(out);
        assertTrue(document.mentions().count() > 0);
        assertTrue(document.mentions().noneMatch(mention -> mention.concepts().contains("7157")));
    }

    @Test
    void failuresAreOneLineAndLeaveNoFile() {
        var out = folder.resolve("out.jsonl");
        assertEquals(Exit.FAILED, run(input, out, "--model", "nobody"));
        assertTrue(err.toString().contains("There is no model nobody"), err::toString);
        assertEquals(Exit.FAILED, run(folder.resolve("nothing"), out, "--model", model));
        assertEquals(Exit.WRONG_WORDS, run(input, folder.resolve("out.txt"), "--model", model));
        assertEquals(Exit.WRONG_WORDS, run(input, out, "--model", model, "--batch-tokens", 0));
        assertFalse(Files.exists(out));
    }
}
