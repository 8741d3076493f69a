package org.biogloss.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.ui.training.TrainingDesk.PlainText;
import org.biogloss.ui.training.TrainingDesk.Wish;
import org.biogloss.workbench.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainingStarterTest {

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder.resolve("project"), "Trial", new Models(List.of()), jobs);
        try (var batch = workbench.store().startImport()) {
            for (int i = 0; i < 30; i++) {
                var split = i == 0 ? Map.of(Document.SPLIT, "test") : Map.<String, String>of();
                var document = new Document("d" + i, "Naloxone reverses clonidine.", List.of(), split);
                batch.add(new AnnotatedDocument(document, DocumentStatus.NEW, List.of()));
            }
            batch.commit("test", "Import");
        }
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    private PretrainingStarter starter() {
        return new PretrainingStarter(workbench, workbench.models(), folder.resolve("recipes"), folder.resolve("runs"));
    }

    private static Wish wish(PlainText text, String base, int epochs) {
        return new Wish("Mine", text, List.of(), base, Optional.empty(), epochs, 1e-4, List.of(1L));
    }

    @Test
    void theTextsOfTheProjectAreOfferedAndWrittenWithoutThoseThatMeasure() throws IOException {
        var offered = assertInstanceOf(PlainText.class, starter().offer().getFirst());

        var recipe = starter().recipe(wish(offered, "bge-small", 5), offered, "mine");

        assertEquals(new Origin.Going("bge-small"), recipe.model().origin());
        assertEquals(5, recipe.schedule().epochs());
        assertEquals(1e-4, recipe.optimizer().rate());
        var texts =
                Files.readAllLines(Path.of(recipe.corpora().getFirst().files().getFirst()));
        assertEquals(29, texts.size());
        assertTrue(texts.stream().noneMatch(line -> line.contains("\"d0\"")));
    }

    @Test
    void aRecipeIsOfferedOnceItsTextsAndItsVocabularyAreHere() throws IOException {
        var recipes = Files.createDirectories(folder.resolve("recipes"));
        Files.writeString(recipes.resolve("r.toml"), """
                kind = "pretraining"
                [[corpus]]
                files = ["texts.jsonl"]
                [model]
                vocabulary = "pieces"
                id = "r"
                [schedule]
                tokens = 1000000
                """);
        assertEquals(1, starter().offer().size());
        Files.writeString(recipes.resolve("texts.jsonl"), "{}");
        Files.createDirectories(recipes.resolve("pieces"));

        var offered = assertInstanceOf(PlainText.class, starter().offer().getLast());
        var scratch = starter().recipe(wish(offered, "", 1), offered, "r");
        var onBase = starter().recipe(wish(offered, "minilm-l6", 2), offered, "r");

        assertInstanceOf(Origin.Scratch.class, scratch.model().origin());
        assertEquals(1_000_000, scratch.schedule().tokens());
        var pieces = recipes.resolve("pieces").toString();
        assertEquals(
                new Origin.NewVocabulary("minilm-l6", pieces), onBase.model().origin());
        assertEquals(0, onBase.schedule().tokens());
    }
}
