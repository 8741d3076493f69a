package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.Mention;
import org.biogloss.document.Standing;
import org.biogloss.store.ProjectStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Two people annotate copies of one project; what the second made comes beside what the first made, and both go into
/// gold.
class AdjudicateCommandTest {

    private static final String TEXT = "1|t|Loss of p53\n1|a|It was seen in mice.\n";

    @TempDir
    Path folder;

    private Path project;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void annaAnnotates() throws IOException {
        project = folder.resolve("anna");
        var file = Files.writeString(
                folder.resolve("anna.pubtator"), TEXT + "1\t8\t11\tp53\tGene\t7157\n1\t27\t31\tmice\tSpecies\t10090\n");
        run(new ImportCommand(), project, file, "--layer", "anna");
    }

    /// Berta worked in her copy in the layer that everybody begins with.
    private Path bertasExport(String format) throws IOException {
        var hers = folder.resolve("berta");
        var file = Files.writeString(
                folder.resolve("berta.pubtator"), TEXT + "1\t8\t11\tp53\tGene\t7157\n1\t24\t31\tin mice\tSpecies\n");
        run(new ImportCommand(), hers, file);
        var out = folder.resolve("berta." + format);
        assertEquals(Exit.DONE, run(new ExportCommand(), hers, out, "--format", format, "--layer", "gold"));
        return out;
    }

    private int run(Object command, Object... words) {
        var all = new ArrayList<String>();
        for (var word : words) all.add(word.toString());
        var line = new CommandLine(command);
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            said.append(String.valueOf(problem.getMessage()));
            return Exit.FAILED;
        });
        return line.execute(all.toArray(String[]::new));
    }

    private List<String> inLayer(String layer) {
        try (var store = ProjectStore.openToRead(project)) {
            var document = store.find("1").orElseThrow();
            return document.mentions(layer)
                    .filter(mention -> mention.standing() == Standing.CONFIRMED)
                    .map(mention -> words(mention, document.text()))
                    .toList();
        }
    }

    private static String words(Mention mention, String text) {
        return mention.in(text) + " " + mention.type() + mention.concepts();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "bioc-xml", "pubtator"})
    void theWorkOfAnotherComesInAsALayerOfItsOwn(String format) throws IOException {
        assertEquals(Exit.DONE, run(new ImportCommand(), project, bertasExport(format), "--layer", "berta"));
        assertEquals(List.of("p53 Gene[7157]", "mice Species[10090]"), inLayer("anna"));
        assertEquals(List.of("p53 Gene[7157]", "in mice Species[]"), inLayer("berta"));
        assertEquals(List.of(), inLayer("gold"));
    }

    @Test
    void whatBothSayIsTakenAndTheRestWaits() throws IOException {
        run(new ImportCommand(), project, bertasExport("jsonl"), "--layer", "berta");
        assertEquals(Exit.DONE, run(new AdjudicateCommand(), project, "anna", "berta", "--dry"), said.toString());
        assertTrue(
                said.toString().contains("Would take 1 cases of 1 documents into gold; 1 are open."), said.toString());
        assertEquals(List.of(), inLayer("gold"));
        assertEquals(Exit.DONE, run(new AdjudicateCommand(), project, "anna", "berta"));
        assertEquals(List.of("p53 Gene[7157]"), inLayer("gold"));
        assertEquals(Exit.DONE, run(new AdjudicateCommand(), project, "anna", "berta", "--take", "right"));
        assertEquals(List.of("p53 Gene[7157]", "in mice Species[]"), inLayer("gold"));
        try (var store = ProjectStore.open(project)) {
            store.undo("test");
        }
        assertEquals(List.of("p53 Gene[7157]"), inLayer("gold"), "one action");
    }

    @Test
    void wrongWordsAreExplained() throws IOException {
        assertEquals(Exit.FAILED, run(new AdjudicateCommand(), project, "anna", "nobody"));
        assertTrue(said.toString().contains("Layers are anna."), said.toString());
        assertEquals(Exit.WRONG_WORDS, run(new AdjudicateCommand(), project, "anna", "berta", "--take", "most"));
        run(new ImportCommand(), project, bertasExport("jsonl"), "--layer", "berta");
        assertEquals(Exit.WRONG_WORDS, run(new AdjudicateCommand(), project, "anna", "berta", "--into", "anna"));
    }
}
