package org.biogloss.training;

import static org.biogloss.training.RecipeRules.check;
import static org.biogloss.training.RecipeRules.needsId;
import static org.biogloss.training.RecipeRules.needsWords;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.biogloss.bert.AdamW;
import org.biogloss.bert.Compute;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;

/// Everything that decides how a run comes out. Saved beside the model it made; [RecipeFile] reads and writes
/// it.
///
/// A value that cannot be is refused when the recipe is made, with its key in the file named. The file is
/// long because each key is explained where it stands.
///
/// @param parts       what is learnt, on one encoder; a single one in most recipes
/// @param temperature of several parts: the share of a part's steps is its size to the power of 1 /
///     temperature, so 1 goes by size and large values give small parts their turn
/// @param seeds       each makes a run of its own
public record Recipe(
        List<Part> parts,
        double temperature,
        Start model,
        Optimizer optimizer,
        Schedule schedule,
        Numbers compute,
        List<Long> seeds)
        implements RunRecipe {

    public Recipe {
        parts = List.copyOf(parts);
        seeds = List.copyOf(seeds);
        check(!parts.isEmpty(), "part", "needs to be there at least once", "none");
        check(temperature >= 1 && temperature <= 1000, "temperature", "needs to be 1 to 1000", temperature);
        check(!seeds.isEmpty() && seeds.size() <= 100, "seeds", "needs 1 to 100 numbers", seeds);
        check(new HashSet<>(seeds).size() == seeds.size(), "seeds", "needs different numbers", seeds);
        var names = parts.stream().map(Part::name).toList();
        check(new HashSet<>(names).size() == names.size(), "part.name", "needs to differ from part to part", names);
        check(
                parts.size() == 1 || names.stream().noneMatch(String::isEmpty),
                "part.name",
                "needs to be there where there are several parts",
                names);
        check(
                optimizer.classWeights().given().isEmpty() || parts.size() == 1,
                "optimizer.classWeights",
                "needs to be \"balanced\" or \"none\" where there are several parts",
                optimizer.classWeights().given());
    }

    /// One task, its data, and how much its loss counts.
    ///
    /// @param name names the head in the model; empty for the only part
    public record Part(String name, TaskForm form, double weight, Data data) {

        public Part {
            check(
                    name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,31}|"),
                    "part.name",
                    "needs to be 1 to 32 letters, digits, hyphens and underscores",
                    name);
            check(weight > 0 && weight <= 1000, "part.weight", "needs to be above 0 and at most 1000", weight);
        }
    }

    /// What to learn from: JSON Lines files (`.gz` or not), or the files that BLURB's own script writes.
    ///
    /// @param train    where the examples are: a path, or `data:` and a path inside the folder of shared
    ///     data; `FILE#SPLIT.json#PART` is the part of a file whose documents a list in the JSON file beside
    ///     it names
    /// @param dev      decides which state of the network is kept
    /// @param test     measured once, at the end; empty where there is none
    /// @param types    which entity types or labels to learn; empty for all that occur
    /// @param negatives how many examples of the negative class to keep for each other one, in training only;
    ///     0 for all
    /// @param limit    at most so many training examples, chosen by the seed; 0 for all
    /// @param devLimit at most so many dev examples, the same in every run; 0 for all
    public record Data(
            String train,
            String dev,
            Optional<String> test,
            List<String> types,
            double negatives,
            int limit,
            int devLimit) {

        public Data {
            types = List.copyOf(types);
            needsWords("data.train", train);
            needsWords("data.dev", dev);
            test.ifPresent(file -> needsWords("data.test", file));
            types.forEach(type -> needsWords("data.types", type));
            check(
                    negatives >= 0 && negatives <= 1e6,
                    "data.negatives",
                    "needs to be 0 (all) or how many to keep for each positive",
                    negatives);
            check(limit >= 0, "data.limit", "needs to be 0 (all) or more", limit);
            check(devLimit >= 0, "data.devLimit", "needs to be 0 (all) or more", devLimit);
        }

        public Data(String train, String dev, Optional<String> test, List<String> types) {
            this(train, dev, test, types, 0, 0, 0);
        }

        public Data withFiles(String newTrain, String newDev, Optional<String> newTest) {
            return new Data(newTrain, newDev, newTest, types, negatives, limit, devLimit);
        }

        public Data withLimits(int newLimit, int newDevLimit) {
            return new Data(train, dev, test, types, negatives, newLimit, newDevLimit);
        }
    }

    /// What the run starts from, and what to call what comes out.
    ///
    /// @param base    an encoder inside BioGloss (`minilm-l6`, `bge-small`, `e5-small`), the id of an
    ///     installed model, or a model folder
    /// @param id      of the new model: lower-case letters, digits, dots and hyphens; it names a folder and a
    ///     layer
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
            needsId("model.id", id);
            needsWords("model.name", name);
        }
    }

    /// AdamW: Adam with weight decay beside the gradient, gradients clipped by their common norm.
    ///
    /// @param rate  the highest learning rate, reached at the end of the warm-up
    /// @param clip  the greatest norm that all gradients together may have; 0 to leave them as they are
    /// @param dropout share of hidden values set to zero while learning
    /// @param frozenLayers   the embeddings and so many of the lowest layers stay as they are; 0 for none
    /// @param layerDecay     each layer learns at the rate of the one above it times this; 1 for all alike
    /// @param freshTopLayers so many of the highest layers begin anew
    /// @param accumulate     in how many portions a batch goes through the network: less memory, same step
    public record Optimizer(
            double rate,
            double weightDecay,
            double beta1,
            double beta2,
            double epsilon,
            double clip,
            double dropout,
            int frozenLayers,
            double layerDecay,
            int freshTopLayers,
            int accumulate,
            ClassWeights classWeights) {

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
            check(frozenLayers >= 0, "optimizer.frozenLayers", "needs to be 0 (none) or more", frozenLayers);
            check(
                    layerDecay > 0 && layerDecay <= 1,
                    "optimizer.layerDecay",
                    "needs to be above 0 and at most 1",
                    layerDecay);
            check(freshTopLayers >= 0, "optimizer.freshTopLayers", "needs to be 0 (none) or more", freshTopLayers);
            check(accumulate >= 1 && accumulate <= 4096, "optimizer.accumulate", "needs to be 1 to 4096", accumulate);
        }

        public Optimizer atRate(double newRate) {
            return new Optimizer(
                    newRate,
                    weightDecay,
                    beta1,
                    beta2,
                    epsilon,
                    clip,
                    dropout,
                    frozenLayers,
                    layerDecay,
                    freshTopLayers,
                    accumulate,
                    classWeights);
        }

        /// As the network takes it.
        public AdamW ofNetwork() {
            return new AdamW(beta1, beta2, epsilon, weightDecay, clip);
        }

        /// What the BERT papers use, with a given rate.
        public static Optimizer withRate(double rate) {
            return new Optimizer(rate, 0.01, 0.9, 0.999, 1e-8, 1.0, 0.1, 0, 1, 0, 1, ClassWeights.NONE);
        }
    }

    /// How much each class counts in the loss of a relation or a question.
    ///
    /// @param balanced each class as much as the others together with it: the rarer, the more each example
    ///     counts
    /// @param given    by the order of the labels; empty where nothing is given
    public record ClassWeights(boolean balanced, List<Double> given) {

        public static final ClassWeights NONE = new ClassWeights(false, List.of());
        public static final ClassWeights BALANCED = new ClassWeights(true, List.of());

        public ClassWeights {
            given = List.copyOf(given);
            for (double weight : given) {
                check(weight > 0 && weight <= 1e6, "optimizer.classWeights", "needs numbers above 0", weight);
            }
        }
    }

    /// How often and in which portions the examples are shown: the rate climbs linearly over the warm-up,
    /// then falls.
    ///
    /// @param batchExamples how many examples make one step
    /// @param tokens        a step's examples by this number of word pieces instead, filled-up ones included;
    ///     0 to count examples
    /// @param maxLength     in word pieces with those that frame a text; longer texts are cut between
    ///     sentences, or read in part where the task answers once for a text. The finished model reads as
    ///     much
    /// @param warmup        share of all steps
    /// @param evaluateEvery steps between two looks at the dev data; 0 for once an epoch
    /// @param patience      how many looks without a better score end the run early; 0 for never
    /// @param checkpointMinutes how much time an interrupted run may lose
    /// @param checkpointEvery   steps between two checkpoints beside those by time; 0 for none
    public record Schedule(
            int epochs,
            int batchExamples,
            int tokens,
            int maxLength,
            double warmup,
            Decay decay,
            int evaluateEvery,
            int patience,
            double checkpointMinutes,
            int checkpointEvery) {

        public Schedule {
            check(epochs >= 1 && epochs <= 1000, "schedule.epochs", "needs to be 1 to 1000", epochs);
            check(
                    batchExamples >= 1 && batchExamples <= 4096,
                    "schedule.batchExamples",
                    "needs to be 1 to 4096",
                    batchExamples);
            check(
                    tokens == 0 || tokens >= 8 && tokens <= 1 << 22,
                    "schedule.tokens",
                    "needs to be 0 (count examples) or 8 to 4194304",
                    tokens);
            check(maxLength >= 8 && maxLength <= 4096, "schedule.maxLength", "needs to be 8 to 4096", maxLength);
            check(warmup >= 0 && warmup < 1, "schedule.warmup", "needs to be at least 0 and below 1", warmup);
            check(evaluateEvery >= 0, "schedule.evaluateEvery", "needs to be 0 (each epoch) or more", evaluateEvery);
            check(patience >= 0, "schedule.patience", "needs to be 0 (never) or more", patience);
            check(
                    checkpointMinutes > 0 && checkpointMinutes <= 1440,
                    "schedule.checkpointMinutes",
                    "needs to be above 0 and at most 1440",
                    checkpointMinutes);
            check(checkpointEvery >= 0, "schedule.checkpointEvery", "needs to be 0 or more", checkpointEvery);
        }

        /// Ten per cent of warm-up, then linearly to zero; a look at the dev data after each epoch.
        public static Schedule of(int epochs, int batchExamples, int maxLength) {
            return new Schedule(epochs, batchExamples, 0, maxLength, 0.1, Decay.LINEAR, 0, 0, 5, 0);
        }

        public Schedule withEpochs(int newEpochs) {
            return new Schedule(
                    newEpochs,
                    batchExamples,
                    tokens,
                    maxLength,
                    warmup,
                    decay,
                    evaluateEvery,
                    patience,
                    checkpointMinutes,
                    checkpointEvery);
        }
    }

    /// How the rate falls after the warm-up.
    public enum Decay {
        LINEAR,
        /// Along half a wave: slowly, fast, slowly.
        COSINE,
        /// Not at all.
        CONSTANT
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

        /// Loads PyTorch and decides.
        ///
        /// @param soFar what a run that goes on has computed in: it stays with that
        public Compute choose(Optional<Precision> soFar) {
            var wished = threads == 0 ? OptionalInt.empty() : OptionalInt.of(threads);
            return Compute.choose(device, precision.or(() -> soFar), wished);
        }
    }

    /// A recipe for one task and one seed.
    public static Recipe of(
            TaskForm form, Data data, Start model, Optimizer optimizer, Schedule schedule, Numbers compute, long seed) {
        return new Recipe(List.of(new Part("", form, 1, data)), 1, model, optimizer, schedule, compute, List.of(seed));
    }

    /// For a few hundred texts that a person corrected, on a laptop: a small encoder needs a far higher rate
    /// than the 2e-5 of the big ones, and few texts need more epochs; the best epoch is kept, so one too many
    /// does no harm.
    public static Recipe forCorrections(Path train, Path dev, List<String> types, Start model) {
        var data = new Data(train.toString(), dev.toString(), Optional.empty(), types);
        var form = TaskForm.usual(TaskKind.NER);
        return of(form, data, model, Optimizer.withRate(2e-4), Schedule.of(6, 8, 256), Numbers.AUTO, 42);
    }

    /// For a published corpus of thousands of sentences: larger batches, fewer epochs.
    public static Recipe forCorpus(Data data, Start model) {
        var form = TaskForm.usual(TaskKind.NER);
        return of(form, data, model, Optimizer.withRate(2e-4), Schedule.of(4, 16, 256), Numbers.AUTO, 42);
    }

    public boolean isJoint() {
        return parts.size() > 1;
    }

    /// The task of the first part, which is the only one of most recipes.
    public TaskForm form() {
        return parts.getFirst().form();
    }

    /// The data of the first part, which is the only one of most recipes.
    public Data data() {
        return parts.getFirst().data();
    }

    public Recipe withParts(List<Part> newParts) {
        return new Recipe(newParts, temperature, model, optimizer, schedule, compute, seeds);
    }

    /// @param newData of a recipe with a single part
    public Recipe with(Data newData) {
        if (isJoint()) throw new IllegalStateException("A recipe of several parts has no single data");
        var only = parts.getFirst();
        return withParts(List.of(new Part(only.name(), only.form(), only.weight(), newData)));
    }

    /// @param base an encoder inside BioGloss, the id of an installed model, or a model folder
    public Recipe withBase(String base) {
        var start = new Start(
                base,
                model.id(),
                model.name(),
                model.description(),
                model.trainedOn(),
                model.licence(),
                model.halfPrecisionOnDisk());
        return new Recipe(parts, temperature, start, optimizer, schedule, compute, seeds);
    }

    public Recipe with(Optimizer newOptimizer) {
        return new Recipe(parts, temperature, model, newOptimizer, schedule, compute, seeds);
    }

    public Recipe with(Schedule newSchedule) {
        return new Recipe(parts, temperature, model, optimizer, newSchedule, compute, seeds);
    }

    public Recipe with(Numbers newCompute) {
        return new Recipe(parts, temperature, model, optimizer, schedule, newCompute, seeds);
    }

    public Recipe withSeed(long seed) {
        return withSeeds(List.of(seed));
    }

    public Recipe withSeeds(List<Long> newSeeds) {
        return new Recipe(parts, temperature, model, optimizer, schedule, compute, newSeeds);
    }

    @Override
    public String modelId() {
        return model.id();
    }

    @Override
    public String modelName() {
        return model.name();
    }

    @Override
    public String base() {
        return model.base();
    }

    @Override
    public String task() {
        return isJoint() ? "joint" : form().kind().id();
    }

    @Override
    public RunPlan plan() {
        return new RunPlan(
                schedule.epochs(),
                optimizer.rate(),
                schedule.warmup(),
                schedule.decay(),
                optimizer.accumulate(),
                schedule.evaluateEvery(),
                schedule.patience(),
                schedule.checkpointMinutes(),
                schedule.checkpointEvery(),
                seed());
    }
}
