package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededRunsTest {

    @TempDir
    Path folder;

    private TinyRuns tiny = new TinyRuns(Path.of(""));
    private RunFolder group = new RunFolder(Path.of(""));

    @BeforeEach
    void lay() {
        tiny = new TinyRuns(folder);
        group = new RunFolder(folder.resolve("runs/group"));
    }

    private Recipe recipe(List<Long> seeds) throws IOException {
        var one = tiny.recipe(2);
        return new Recipe(one.parts(), 1, one.model(), one.optimizer(), one.schedule(), one.compute(), seeds);
    }

    private RunSummary run(Recipe recipe, boolean resume) throws Exception {
        return new SeededRuns(recipe, DataPlaces.besides(folder.resolve("r.toml")), group, TinyRuns.models(), _ -> {})
                .run(resume, _ -> JobContext.silent());
    }

    @Test
    void eachSeedHasARunOfItsOwnAndTheSummaryTellsTheirSpread() throws Exception {
        var summary = run(recipe(List.of(1L, 2L)), false);

        assertEquals(2, summary.finished().size());
        var f1 = summary.seeds().stream()
                .map(seed -> seed.scores().getOrDefault("dev.f1", -1.0))
                .toList();
        assertEquals(Spread.of(f1), summary.spreads().get("dev.f1"));
        var json = JsonMapper.builder().build().readTree(group.summary().toFile());
        assertEquals("f1", json.path("main").asText());
        assertEquals(Spread.of(f1).mean(), json.path("mean").path("dev.f1").asDouble(), 1e-12);
        assertTrue(Files.readString(group.folder().resolve("summary.md")).contains("| dev.f1 |"));
        var runs = new Runs(folder.resolve("runs")).list();
        assertEquals(
                List.of("group/seed-1", "group/seed-2"),
                runs.stream().map(Run::name).sorted().toList());
    }

    @Test
    void whatIsFinishedIsNotRunAgain() throws Exception {
        run(recipe(List.of(1L, 2L)), false);
        var before = Files.getLastModifiedTime(group.ofSeed(1).best().resolve("model.safetensors"));
        var refused = assertThrows(IOException.class, () -> run(recipe(List.of(1L, 2L)), false));

        run(recipe(List.of(1L, 2L)), true);

        assertTrue(String.valueOf(refused.getMessage()).contains("there are runs already"), refused.getMessage());
        assertEquals(before, Files.getLastModifiedTime(group.ofSeed(1).best().resolve("model.safetensors")));
    }

    @Test
    void moreSeedsJoinThoseThatAreThereAndAnotherRecipeDoesNot() throws Exception {
        run(recipe(List.of(1L, 2L)), false);
        var before = Files.getLastModifiedTime(group.ofSeed(1).best().resolve("model.safetensors"));

        var summary = run(recipe(List.of(1L, 2L, 3L)), true);

        assertEquals(3, summary.finished().size());
        assertEquals(before, Files.getLastModifiedTime(group.ofSeed(1).best().resolve("model.safetensors")));
        var other = tiny.recipe(3).withSeeds(List.of(1L, 2L, 3L));
        var refused = assertThrows(IOException.class, () -> run(other, true));
        assertTrue(String.valueOf(refused.getMessage()).contains("differs"), refused.getMessage());
    }

    @Test
    void aGridIsRunAtEachPointWithoutTheTestDataAndComparedInOneTable() throws Exception {
        var file = folder.resolve("recipe.toml");
        var recipe = tiny.recipe(1);
        RecipeFile.write(
                file,
                recipe.with(recipe.data()
                        .withFiles(recipe.data().train(), recipe.data().dev(), Optional.of("no-such-file.jsonl"))));
        var trials = Sweep.grid(file, List.of("optimizer.rate=1e-3,5e-3", "schedule.decay=linear,cosine"));
        var sweep = new Sweep(trials, DataPlaces.besides(file), folder.resolve("sweep"), TinyRuns.models(), _ -> {});

        var outcomes = sweep.run(false, _ -> JobContext.silent());

        assertEquals(4, outcomes.size());
        assertEquals(Recipe.Decay.COSINE, trials.get(1).recipe().schedule().decay());
        assertEquals("rate-1e-3_decay-cosine", trials.get(1).name());
        var csv = Files.readAllLines(folder.resolve("sweep/table.csv"));
        assertEquals("optimizer.rate,schedule.decay,score,mean,sd,runs,folder", csv.getFirst());
        assertEquals(5, csv.size());
        assertTrue(outcomes.getFirst().dev() >= outcomes.getLast().dev());
        assertFalse(csv.toString().contains("test."));
        assertEquals(SweepTable.csv(outcomes), SweepTable.csv(sweep.run(true, _ -> JobContext.silent())), "resumed");
    }

    @Test
    void aKeyThatNoRecipeHasIsRefusedByName() throws Exception {
        var file = folder.resolve("recipe.toml");
        RecipeFile.write(file, tiny.recipe(1));

        var refused = assertThrows(IOException.class, () -> Sweep.grid(file, List.of("optimizer.speed=1,2")));
        var noValues = assertThrows(IOException.class, () -> Sweep.grid(file, List.of("optimizer.rate")));

        assertTrue(String.valueOf(refused.getMessage()).contains("optimizer.speed is not a key"), refused.getMessage());
        assertTrue(String.valueOf(noValues.getMessage()).contains("give a key and its values"));
    }
}
