package org.biogloss.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.biogloss.Failure;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of a network of 16 numbers a piece, on sentences of a few words.
class RowMakerTest {

    private static final List<String> WORDS = List.of("gab", "nor", "tep", "kil", "mos", "dun", "rav", "pix");

    private static final String RECIPE = """
            task = "ner"
            seeds = [7]

            [data]
            train = "mentions.jsonl"
            dev = "mentions.jsonl"
            test = "mentions.jsonl"

            [model]
            base = "minilm-l6"
            id = "ncbi-disease"
            name = "Tiny"

            [optimizer]
            rate = 3e-3

            [schedule]
            epochs = 2
            batchExamples = 4
            maxLength = 40
            """;

    @TempDir
    Path folder;

    private final List<String> heard = new ArrayList<>();
    private final List<RunFolder> watched = new ArrayList<>();

    @BeforeEach
    void writeDataAndRecipe() throws IOException {
        var lines = new StringBuilder();
        for (var word : WORDS) {
            lines.append(
                    "{\"id\":\"%s\",\"text\":\"we saw %s in it\",\"entities\":[{\"start\":7,\"end\":10,\"type\":\"Gene\"}]}\n"
                            .formatted(word, word));
        }
        Files.createDirectories(folder.resolve("recipes"));
        Files.writeString(folder.resolve("recipes/mentions.jsonl"), lines);
        Files.writeString(folder.resolve("recipes/ncbi-disease.toml"), RECIPE);
        TinyModel.copy(folder.resolve("models").resolve("tiny"));
    }

    private RowMaker maker() {
        var telling = new RowMaker.Telling() {
            @Override
            public void say(String words) {
                heard.add(words);
            }

            @Override
            public JobContext watch(RunFolder run) {
                watched.add(run);
                return JobContext.silent();
            }
        };
        return new RowMaker(
                new Models(List.of(folder.resolve("models"))),
                folder.resolve("recipes"),
                folder.resolve("runs"),
                rows(),
                telling);
    }

    private static LocalRow.Measured ncbi(LocalRow row) {
        return Objects.requireNonNull(row.sets().get("NCBI-disease"));
    }

    private LocalRows rows() {
        return new LocalRows(List.of(folder.resolve("rows")));
    }

    /// The tiny network has a head for genes, so it has to be said that it is to be trained.
    private static RowMaker.Wish train(String model, int seeds) {
        return new RowMaker.Wish(model, List.of(BlurbSet.NCBI_DISEASE), seeds, true, Optional.empty());
    }

    private static RowMaker.Wish asItIs(String model, BlurbSet set) {
        return new RowMaker.Wish(model, List.of(set), 1, false, Optional.empty());
    }

    @Test
    void seedsCanBeAddedLater() throws Exception {
        assertEquals(1, ncbi(maker().make(train("tiny", 1))).test().size());
        var one = watched.getFirst().folder();
        assertEquals(2, ncbi(maker().make(train("tiny", 2))).test().size());
        assertEquals(one, watched.get(1).folder(), "the first goes on, which is to say it is not run again");
    }

    @Test
    void anEncoderIsFineTunedOnceForEachSeed() throws Exception {
        var row = maker().make(train("tiny", 2));
        var measured = ncbi(row);
        assertEquals(List.of(1L, 2L), measured.seeds());
        assertEquals(2, measured.test().size());
        assertEquals(measured.dev(), measured.test(), "the splits are one file here");
        assertTrue(row.wordsPerSecond() > 0);
        assertEquals("ncbi-disease.toml", measured.recipe());
        assertEquals(rows().find("tiny-fine-tuned").orElseThrow(), row, "what is on disk");

        watched.clear();
        assertEquals(measured, ncbi(maker().make(train("tiny", 2))), "nothing is trained twice");
    }

    @Test
    void aModelWithHeadsReadsTheTestSplitAsItIs() throws Exception {
        maker().make(train("tiny", 1));
        var trained = new RunFolder(folder.resolve("runs/tiny-fine-tuned/ncbi-disease/seed-1")).best();
        var row = maker().make(asItIs(trained.toString(), BlurbSet.NCBI_DISEASE));
        assertEquals(LocalRow.Way.AS_IT_IS, row.way());
        double before =
                ncbi(rows().find("tiny-fine-tuned").orElseThrow()).test().getFirst();
        assertEquals(before, ncbi(row).test().getFirst(), 0.1, "the run's own score");
        Failure.says("no head called gad", () -> maker().make(asItIs(trained.toString(), BlurbSet.GAD)));
    }

    @Test
    void aShortTryIsNoScoreOfBlurb() throws Exception {
        var few = new RowMaker.Wish("tiny", List.of(BlurbSet.NCBI_DISEASE), 1, true, Optional.of(4));
        maker().make(train("tiny", 1));
        var score = maker().make(few).row().score(BlurbSet.NCBI_DISEASE).orElseThrow();
        assertTrue(score.remark().contains("4 examples"), score.remark());
        var whole = rows().find("tiny-fine-tuned").orElseThrow();
        assertEquals("", ncbi(whole).remark(), "what was measured on all examples stays");
    }

    @Test
    void theMachineIsNotBlamedForAModelThatIsNotThere() {
        Failure.says("nobody", () -> maker().make(train("nobody", 1)));
        assertTrue(heard.isEmpty());
    }
}
