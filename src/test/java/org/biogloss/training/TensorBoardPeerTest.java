package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reader of the record format that shares nothing with our writer finds every scalar of a run that was paused:
/// see `src/bench/peers/read_tfevents.py`.
@Tag("slow")
class TensorBoardPeerTest {

    @TempDir
    Path folder;

    @Test
    void anIndependentReaderFindsTheCurve() throws Exception {
        var python = Optional.ofNullable(System.getProperty("biogloss.python"))
                .or(() -> Optional.ofNullable(System.getenv("BIOGLOSS_PYTHON")));
        assumeTrue(python.isPresent(), "No peer: BIOGLOSS_PYTHON does not name a Python");
        var tiny = new TinyRuns(folder);
        var run = new RunFolder(folder.resolve("run"));
        Files.createDirectories(run.folder());
        run.askToPause();
        tiny.training(tiny.recipe(2), run).run(false, JobContext.silent());
        run.clearWishes();
        tiny.training(tiny.recipe(2), run).run(true, JobContext.silent());

        var read = read(python.get(), run.folder());

        assertEquals("brain.Event:2", read.path("version").asText());
        var told = RunHistory.surviving(Run.open(run.folder()).events().poll());
        var losses = read.path("scalars").path("train/loss");
        var steps = told.stream()
                .filter(event -> event.path("event").asText().equals("step"))
                .toList();
        assertEquals(16, losses.size());
        for (var step : steps) {
            assertEquals(
                    step.path("loss").asDouble(),
                    losses.path(step.path("step").asText()).asDouble(),
                    1e-5);
        }
        assertEquals(2, read.path("scalars").path("dev/f1").size());
        assertTrue(read.path("starts").size() == 2, read.path("starts").toString());
    }

    private JsonNode read(String python, Path run) throws Exception {
        var words = new ArrayList<>(List.of(python, "src/bench/peers/read_tfevents.py"));
        try (var files = Files.list(run)) {
            files.filter(file -> file.getFileName().toString().contains("tfevents"))
                    .sorted()
                    .forEach(file -> words.add(file.toString()));
        }
        var out = folder.resolve("scalars.json");
        var said = folder.resolve("said");
        var peer = new ProcessBuilder(words)
                .redirectOutput(out.toFile())
                .redirectError(said.toFile())
                .start();
        assertEquals(0, peer.waitFor(), Files.readString(said));
        return JsonMapper.builder().build().readTree(out.toFile());
    }
}
