package org.biogloss.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.RunFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class DomainPretrainingTest {

    @TempDir
    Path out;

    private static final class Heard implements Setting.Telling {

        private final List<String> words = new ArrayList<>();

        @Override
        public void say(String what) {
            words.add(what);
        }

        @Override
        public JobContext watch(RunFolder run) {
            return JobContext.silent();
        }

        @Override
        public JobContext watch() {
            return JobContext.silent();
        }
    }

    @Test
    void oneCommandMakesTheWholeExperimentAndASecondOneRepeatsNothing() throws Exception {
        assumeTrue(
                Files.isDirectory(Path.of(System.getProperty("biogloss.data", "none"), "corpora")),
                "No shared data: biogloss.data names no folder with corpora");
        var setting = new Setting(
                out,
                Path.of("models", "recipes", "experiments", "domain-pretraining"),
                new Models(List.of()),
                OptionalLong.of(20_000),
                Optional.of(48),
                new Heard());
        var report = new DomainPretraining().run(setting);
        var page = Files.readString(report);
        for (var model : DomainPretraining.MODELS) assertTrue(page.contains("| " + model + " |"), page);
        var numbers =
                JsonMapper.builder().build().readTree(out.resolve("report.json").toFile());
        for (var task : DomainPretraining.TASKS) {
            assertEquals(3, numbers.at("/fineTuning/" + task + "/biomedical").size());
        }
        double pieces = numbers.at("/pretraining/general/pieces").asDouble();
        assertEquals(20_000, pieces, 4_096, "as many pieces as asked for");
        assertEquals(pieces, numbers.at("/pretraining/biomedical/pieces").asDouble(), 1_000, "equal budgets");
        assertTrue(
                numbers.at("/pretraining/biomedical/packed/biomedical/dropped").asLong() > 0, "evaluation abstracts");

        var made =
                Files.getLastModifiedTime(setting.pretraining("general").best().resolve("config.json"));
        new DomainPretraining().run(setting);
        assertEquals(
                made,
                Files.getLastModifiedTime(setting.pretraining("general").best().resolve("config.json")));
    }
}
