package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.search.TermHit.Match;
import org.biogloss.search.Terminologies;
import org.biogloss.workbench.Concepts.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptsTest {

    private static final String CELLS = """
            CL:0000540\tneuron\tnerve cell\tA cell that carries signals.\tCL:0000003
            CL:0000003\tnative cell
            CL:0000127\tastrocyte\tastroglia\t\tCL:0000003
            D003000\tClonidine
            """;

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;
    private Terminologies terminologies;
    private Concepts concepts;

    @BeforeEach
    void makeProject() throws IOException {
        workbench = Workbench.create(folder.resolve("p"), "Trial", new Models(List.of()), jobs);
        try (var batch = workbench.store().startImport()) {
            batch.add(Marked.text("a", "[Neurons|Cell] and [neurons|Cell]; an [astrocyte|Cell], [Neurons|Disease]"));
            batch.add(Marked.text("b", "many [neurons|Cell] and human [astrocyte culture|Cell]"));
            batch.commit("test", "Import");
        }
        terminologies = Terminologies.open(folder.resolve("terms"));
        terminologies.add(Files.writeString(folder.resolve("cells.tsv"), CELLS), "cells");
        concepts = new Concepts(workbench, () -> terminologies);
    }

    @AfterEach
    void closeProject() throws IOException {
        terminologies.close();
        workbench.close();
        jobs.close();
    }

    @Test
    void theWordsOfTheMentionAreLookedUpWithoutTyping() throws IOException {
        assertEquals(List.of("CL:0000540"), ids("Neurons", ""));
        assertEquals(List.of("CL:0000540"), ids("nerve cells", ""));
        assertEquals(
                Match.SYNONYM,
                concepts.candidates("nerve cells", "", 5)
                        .getFirst()
                        .hit()
                        .orElseThrow()
                        .match());
        assertEquals(List.of("CL:0000127"), ids("human astrocyte culture", ""), "a part of the words");
        assertEquals(List.of("CL:0000127"), ids("Neurons", "astro"), "what is typed goes before the mention's words");
    }

    @Test
    void whatWasDecidedForTheSameWordsComesFirstAndIsCounted() throws IOException {
        set("a", "m1", "CL:0000127");
        set("b", "m1", "CL:0000127");
        set("a", "m2", "MY:1");

        var found = concepts.candidates("neurons", "", 5);
        assertEquals(
                List.of("CL:0000127", "MY:1", "CL:0000540"),
                found.stream().map(Candidate::id).toList());
        assertEquals(List.of(2, 1, 0), found.stream().map(Candidate::earlier).toList());

        workbench.undo();
        assertEquals(List.of("CL:0000127", "CL:0000540"), ids("neurons", ""));
        set("b", "m1", "CL:0000540");
        assertEquals(1, concepts.candidates("NEURONS", "", 5).getFirst().earlier());
    }

    @Test
    void decisionsOfAnImportThatIsUndoneNoLongerCount() throws IOException {
        set("a", "m1", "CL:0000127");
        assertEquals("CL:0000127", ids("neurons", "").getFirst());

        workbench.undo();
        workbench.undo();

        assertEquals(0, workbench.store().documentCount());
        assertEquals(List.of("CL:0000540"), ids("neurons", ""));
    }

    @Test
    void anIdIsFoundAsItIsWrittenAlsoWithItsVocabularysName() throws IOException {
        assertEquals("CL:0000003", ids("neurons", "CL:0000003").getFirst());
        var found = concepts.locate("MESH:D003000").orElseThrow();
        assertEquals("Clonidine", found.concept().name());
        assertEquals(
                List.of("native cell"),
                concepts.locate("CL:0000540").orElseThrow().parents());
        assertEquals(Optional.empty(), concepts.locate("CL:9"));
    }

    @Test
    void aConceptSpreadsToTheSameWordsThatHaveNoneAsOneStep() {
        set("a", "m2", "CL:0000127");
        var done = concepts.spread("Neurons", "Cell", List.of("CL:0000540"), Optional.empty(), JobContext.silent());

        assertEquals(new Concepts.Spread("Set CL:0000540 on “Neurons”", 2, 2, 1), done);
        assertEquals(List.of("CL:0000540"), mention("a", "m1").concepts());
        assertEquals(List.of("CL:0000127"), mention("a", "m2").concepts());
        assertEquals(List.of(), mention("a", "m4").concepts(), "another type");
        assertEquals(List.of("CL:0000540"), mention("b", "m1").concepts());

        workbench.undo();
        assertEquals(List.of(), mention("a", "m1").concepts());
        assertEquals(List.of(), mention("b", "m1").concepts());

        var here = concepts.spread("neurons", "Cell", List.of("X:1"), Optional.of("b"), JobContext.silent());
        assertEquals(1, here.mentions());
        assertEquals(List.of(), mention("a", "m1").concepts());
    }

    @Test
    void aTerminologyThatCannotBeOpenedLeavesTheOthersUsable() throws IOException {
        Files.createDirectories(folder.resolve("terms").resolve("hurt"));
        terminologies.close();
        terminologies = Terminologies.open(folder.resolve("terms"));

        assertEquals(List.of("CL:0000540"), ids("neuron", ""));
        assertEquals(List.of("hurt"), List.copyOf(terminologies.broken().keySet()));
        var about = terminologies.about().getFirst();
        assertEquals("cells.tsv", about.source());
        assertEquals(4, about.concepts());
        terminologies.remove("hurt");
        assertFalse(Files.exists(folder.resolve("terms").resolve("hurt")));
    }

    private List<String> ids(String words, String typed) throws IOException {
        return concepts.candidates(words, typed, 5).stream().map(Candidate::id).toList();
    }

    private Mention mention(String document, String id) {
        return (Mention) workbench.document(document).find(id).orElseThrow();
    }

    private void set(String document, String id, String concept) {
        var mention = mention(document, id);
        workbench.perform("Set", document, new Edit.Replace(mention, mention.withConcepts(List.of(concept))));
    }
}
