package org.biogloss.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;

/// Everything that decides how a run comes out. Saved beside the model it made; [RecipeFile] reads and writes it.
///
/// A value that cannot be is refused when the recipe is made, with its key in the file named.
public record Recipe(
        Task task, Data data, Start model, Optimizer optimizer, Schedule schedule, Numbers compute, long seed) {

    /// What is to be learnt.
    public enum Task {
        /// Marking the names of entities.
        NER
    }

    /// What to learn from, as JSON Lines files (`.gz` or not).
    ///
    /// @param train where the examples are: a path, or `data:` and a path inside the folder of shared data
    /// @param dev   decides which state of the network is kept
    /// @param test  measured once, at the end; empty where there is none
    /// @param types which entity types to learn; empty for all that occur
    public record Data(String train, String dev, Optional<String> test, List<String> types) {

        public Data {
            types = List.copyOf(types);
            needsWords("data.train", train);
            needsWords("data.dev", dev);
            test.ifPresent(file -> needsWords("data.test", file));
            types.forEach(type -> needsWords("data.types", type));
        }
    }

    /// What the run starts from, and what to call what comes out.
    ///
    /// @param base    `minilm-l6` (the encoder inside BioGloss), the id of an installed model, or a model folder
    /// @param id      of the new model: lower-case letters, digits, dots and hyphens; it names a folder and a layer
    /// @param halfPrecisionOnDisk whether weights are saved in two bytes each rather than four
    public record Start(
            String base,
            String id,
            String name,
            String description,
            String trainedOn,
            String licence,
            boolean halfPrecisionOnDisk) {

        public Start {
            needsWords("model.base", base);
            check(
                    id.matches("[a-z0-9][a-z0-9.-]{0,63}"),
                    "model.id",
                    "needs to be 1 to 64 lower-case letters, digits, dots and hyphens",
                    id);
            needsWords("model.name", name);
        }
    }

    /// AdamW: Adam with weight decay beside the gradient, gradients clipped by their common norm.
    ///
    /// @param rate  the highest learning rate, reached at the end of the warm-up
    /// @param clip  the greatest norm that all gradients together may have; 0 to leave them as they are
    /// @param dropout share of hidden values set to zero while learning
    public record Optimizer(
            double rate, double weightDecay, double beta1, double beta2, double epsilon, double clip, double dropout) {

        public Optimizer {
            check(rate > 0 && rate <= 1, "optimizer.rate", "needs to be above 0 and at most 1", rate);
            check(
                    weightDecay >= 0 && weightDecay <= 1,
                    "optimizer.weightDecay",
                    "needs to be between 0 and 1",
                    weightDecay);
            check(beta1 >= 0 && beta1 < 1, "optimizer.beta1", "needs to be at least 0 and below 1", beta1);
            check(beta2 >= 0 && beta2 < 1, "optimizer.beta2", "needs to be at least 0 and below 1", beta2);
            check(epsilon > 0 && epsilon <= 1, "optimizer.epsilon", "needs to be above 0 and at most 1", epsilon);
            check(
                    clip >= 0 && Double.isFinite(clip),
                    "optimizer.clip",
                    "needs to be 0 (no clipping) or a greatest norm above it",
                    clip);
            check(dropout >= 0 && dropout < 1, "optimizer.dropout", "needs to be at least 0 and below 1", dropout);
        }

        /// What the BERT papers use, with a given rate.
        public static Optimizer withRate(double rate) {
            return new Optimizer(rate, 0.01, 0.9, 0.999, 1e-8, 1.0, 0.1);
        }
    }

    /// How often and in which portions the examples are shown: the rate climbs linearly over the warm-up, then falls
    /// linearly to zero.
    ///
    /// @param batchExamples how many examples make one step
    /// @param maxLength     in word pieces with the two that frame a text; longer texts are cut between sentences.
    ///     The finished model reads in windows of this length too
    /// @param warmup        share of all steps
    /// @param evaluateEvery steps between two looks at the dev data; 0 for once an epoch
    /// @param patience      how many looks without a better score end the run early; 0 for never
    public record Schedule(
            int epochs, int batchExamples, int maxLength, double warmup, int evaluateEvery, int patience) {

        public Schedule {
            check(epochs >= 1 && epochs <= 1000, "schedule.epochs", "needs to be 1 to 1000", epochs);
            check(
                    batchExamples >= 1 && batchExamples <= 4096,
                    "schedule.batchExamples",
                    "needs to be 1 to 4096",
                    batchExamples);
            check(maxLength >= 8 && maxLength <= 4096, "schedule.maxLength", "needs to be 8 to 4096", maxLength);
            check(warmup >= 0 && warmup < 1, "schedule.warmup", "needs to be at least 0 and below 1", warmup);
            check(evaluateEvery >= 0, "schedule.evaluateEvery", "needs to be 0 (each epoch) or more", evaluateEvery);
            check(patience >= 0, "schedule.patience", "needs to be 0 (never) or more", patience);
        }

        /// Ten per cent of warm-up, a look at the dev data after each epoch.
        public static Schedule of(int epochs, int batchExamples, int maxLength) {
            return new Schedule(epochs, batchExamples, maxLength, 0.1, 0, 0);
        }
    }

    /// Where and in which numbers the network computes.
    ///
    /// @param precision empty for whatever is faster here
    /// @param threads   0 for as many as the machine has cores
    public record Numbers(DeviceWish device, Optional<Precision> precision, int threads) {

        public static final Numbers AUTO = new Numbers(DeviceWish.AUTO, Optional.empty(), 0);

        public Numbers {
            check(threads >= 0 && threads <= 1024, "compute.threads", "needs to be 0 (all cores) to 1024", threads);
        }
    }

    /// For a few hundred texts that a person corrected, on a laptop: a small encoder needs a far higher rate than the
    /// 2e-5 of the big ones, and few texts need more epochs; the best epoch is kept, so one too many does no harm.
    public static Recipe forCorrections(Path train, Path dev, List<String> types, Start model) {
        return new Recipe(
                Task.NER,
                new Data(train.toString(), dev.toString(), Optional.empty(), types),
                model,
                Optimizer.withRate(2e-4),
                Schedule.of(6, 8, 256),
                Numbers.AUTO,
                42);
    }

    /// For a published corpus of thousands of sentences: larger batches, fewer epochs.
    public static Recipe forCorpus(Data data, Start model) {
        return new Recipe(Task.NER, data, model, Optimizer.withRate(2e-4), Schedule.of(4, 16, 256), Numbers.AUTO, 42);
    }

    private static void needsWords(String key, String value) {
        check(!value.isBlank(), key, "needs a value", value);
    }

    private static void check(boolean holds, String key, String rule, Object value) {
        if (!holds) throw new IllegalArgumentException(key + " " + rule + ", not " + shown(value));
    }

    private static String shown(Object value) {
        if (value instanceof String words) return '"' + words + '"';
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return String.valueOf(number.longValue());
        }
        return String.valueOf(value);
    }
}
