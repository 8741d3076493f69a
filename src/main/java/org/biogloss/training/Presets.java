package org.biogloss.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.tasks.TaskKind;

/// Settings that are known to work, each with its reason: for a task by the size of the encoder and of the data, and
/// those that LinkBERT published for each set of BLURB.
public final class Presets {

    /// @param name as a recipe names it: `preset = "linkbert-base/ChemProt"`
    /// @param why  in words, for the person who chooses
    public record Preset(String name, String why, Recipe.Optimizer optimizer, Recipe.Schedule schedule) {}

    /// How large an encoder is; the larger, the lower the rate that it bears.
    public enum Size {
        /// Up to 60 million parameters, as MiniLM-L6 and bge-small.
        SMALL,
        /// As BERT base: 110 million.
        BASE,
        /// As BERT large: 340 million.
        LARGE;

        public static Size of(long parameters) {
            return parameters <= 60_000_000 ? SMALL : parameters <= 200_000_000 ? BASE : LARGE;
        }
    }

    private static final List<Preset> PUBLISHED = published();

    private Presets() {}

    /// What a recipe gets where it says nothing else.
    ///
    /// @param examples how many there are to learn from
    public static Preset usual(TaskKind task, Size size, long examples) {
        int seen = task.labelsWords() ? 24_000 : 30_000;
        int batch = examples < 1_000 ? 8 : 16;
        int most = task == TaskKind.SIMILARITY ? 40 : task.labelsWords() ? 12 : 15;
        int epochs = (int) Math.clamp(Math.round((double) seen / Math.max(1, examples)), 3, most);
        int length = task == TaskKind.QUESTION || task == TaskKind.CLASSIFICATION ? 512 : 256;
        var why = "%s: a rate for %s; %d epochs show the %,d examples about %,d times in all, and the best look is kept"
                .formatted(task.id(), rateWords(size), epochs, examples, epochs * examples);
        return new Preset(
                "usual", why, Recipe.Optimizer.withRate(rate(task, size)), Recipe.Schedule.of(epochs, batch, length));
    }

    private static double rate(TaskKind task, Size size) {
        return switch (size) {
            case SMALL -> task.labelsWords() ? 3e-4 : 1e-4;
            case BASE -> 3e-5;
            case LARGE -> 2e-5;
        };
    }

    private static String rateWords(Size size) {
        return switch (size) {
            case SMALL -> "encoders of 20 to 60 million parameters, which bear ten times that of BERT base";
            case BASE -> "encoders of BERT base's size, in the middle of what its paper tried";
            case LARGE -> "encoders of BERT large's size, which leave the rails at more";
        };
    }

    public static Optional<Preset> named(String name) {
        return PUBLISHED.stream()
                .filter(preset -> preset.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// All that have a name of their own.
    public static List<Preset> all() {
        return PUBLISHED;
    }

    /// The scripts of LinkBERT (Yasunaga et al. 2022) for BLURB: set, length, then rate, batch and epochs of the base
    /// and of the large encoder.
    private static List<Preset> published() {
        var sets = """
                PubMedQA      512  2e-5 16 30  3e-5 32 23
                BioASQ        512  2e-5 16 20  3e-5 32 30
                BIOSSES       512  1e-5 16 30  3e-5 32 100
                HoC           512  4e-5 32 40  3e-5 32 20
                ChemProt      256  3e-5 32 10  2e-5 16 4
                DDI           256  2e-5 32 5   2e-5 16 3
                GAD           256  3e-5 32 10  2e-5 16 5
                EBM-PICO      512  5e-5 32 1   2e-5 16 1
                JNLPBA        512  1e-5 16 5   3e-5 16 4
                NCBI-disease  512  5e-5 32 20  2e-5 16 10
                BC2GM         512  6e-5 32 50  2e-5 16 30
                BC5-disease   512  5e-5 16 8   3e-5 32 20
                BC5-chem      512  5e-5 32 20  2e-5 16 8
                """;
        var presets = new ArrayList<Preset>();
        for (var line : sets.lines().toList()) {
            var cells = line.split("\\s+");
            presets.add(published("linkbert-base/" + cells[0], cells, 2, 0.1));
            presets.add(published("linkbert-large/" + cells[0], cells, 5, 0.5));
        }
        return List.copyOf(presets);
    }

    private static Preset published(String name, String[] cells, int at, double warmup) {
        var usual = Recipe.Schedule.of(
                Integer.parseInt(cells[at + 2]), Integer.parseInt(cells[at + 1]), Integer.parseInt(cells[1]));
        var schedule = new Recipe.Schedule(
                usual.epochs(),
                usual.batchExamples(),
                0,
                usual.maxLength(),
                warmup,
                usual.decay(),
                0,
                0,
                usual.checkpointMinutes(),
                0);
        var why = "what LinkBERT's authors fine-tuned with on " + cells[0] + ", chosen by its dev split"
                + (warmup == 0.5 ? "; large encoders need the long warm-up" : "");
        return new Preset(name, why, Recipe.Optimizer.withRate(Double.parseDouble(cells[at])), schedule);
    }
}
