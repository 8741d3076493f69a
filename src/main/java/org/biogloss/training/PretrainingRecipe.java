package org.biogloss.training;

import static org.biogloss.training.RecipeRules.check;
import static org.biogloss.training.RecipeRules.needsId;
import static org.biogloss.training.RecipeRules.needsWords;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Everything that decides how a pretraining run comes out; [RecipeFile] reads and writes it (`kind =
/// "pretraining"`). The file is long because each key is explained where it stands.
///
/// @param corpora in the order in which they are shown, where they are shown one after another
public record PretrainingRecipe(
        List<Corpus> corpora,
        Text text,
        Model model,
        Masking masking,
        Recipe.Optimizer optimizer,
        Schedule schedule,
        Recipe.Numbers compute,
        long seed)
        implements RunRecipe {

    /// What [#task] says.
    public static final String TASK = "pretraining";

    public PretrainingRecipe {
        corpora = List.copyOf(corpora);
        check(!corpora.isEmpty(), "corpus", "needs to be there at least once", "none");
        var names = corpora.stream().map(Corpus::name).toList();
        check(new HashSet<>(names).size() == names.size(), "corpus.name", "needs to differ", names);
        long shared = corpora.stream().filter(corpus -> corpus.share() > 0).count();
        check(
                shared == 0 || shared == corpora.size(),
                "corpus.share",
                "needs to be there for all corpora or for none",
                corpora.stream().map(Corpus::share).toList());
        if (model.origin() instanceof Origin.Scratch(var _, var size)) {
            int longest = Math.max(schedule.length(), schedule.lastLength());
            check(size.positions() >= longest, "model.positions", "needs to be at least " + longest, size.positions());
        }
    }

    /// Texts to learn from.
    ///
    /// @param name    in figures: the loss is told for each corpus by itself
    /// @param files   `.jsonl`, `.txt`, either `.gz` or not, folders of them, or whatever else BioGloss
    ///     imports; paths, or `data:` and a path inside the folder of shared data
    /// @param without a regular expression: records one of whose `in` values matches it whole are left out,
    ///     as those that an evaluation split holds; empty to keep all
    /// @param share   of all that is shown; 0 for by its size
    public record Corpus(String name, List<String> files, String without, double share) {

        public Corpus {
            files = List.copyOf(files);
            check(
                    name.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,31}"),
                    "corpus.name",
                    "needs to be 1 to 32 letters, digits, hyphens and underscores",
                    name);
            check(!files.isEmpty(), "corpus.files", "needs to name a file or a folder", files);
            files.forEach(file -> needsWords("corpus.files", file));
            check(share >= 0 && share <= 1e6, "corpus.share", "needs to be 0 (by size) or more", share);
        }

        Corpus withFiles(List<String> newFiles) {
            return new Corpus(name, newFiles, without, share);
        }
    }

    /// How several corpora are shown.
    public enum Order {
        /// All along the run, by their shares.
        MIXED,
        /// The first for its share of the run, then the next.
        SUCCESSIVE
    }

    /// What becomes of the texts.
    ///
    /// @param leastWords  shorter texts are left out
    /// @param heldOut     the share of texts that is never learnt from, chosen by a hash of their ids
    /// @param heldOutRows the most sequences of each corpus that a look reads
    public record Text(Order order, int leastWords, double heldOut, int heldOutRows) {

        public static final Text USUAL = new Text(Order.MIXED, 0, 0.01, 200);

        public Text {
            check(leastWords >= 0, "text.leastWords", "needs to be 0 (all) or more", leastWords);
            check(heldOut > 0 && heldOut <= 0.5, "text.heldOut", "needs to be above 0 and at most 0.5", heldOut);
            check(heldOutRows >= 1, "text.heldOutRows", "needs to be at least 1", heldOutRows);
        }
    }

    /// What the network is at first.
    public sealed interface Origin {

        /// Random numbers, with a vocabulary's pieces.
        ///
        /// @param vocabulary a folder with a tokenizer, or a model whose tokenizer it is to be
        record Scratch(String vocabulary, Size size) implements Origin {

            public Scratch {
                needsWords("model.vocabulary", vocabulary);
            }
        }

        /// A model as it is.
        ///
        /// @param base an encoder inside BioGloss, the id of an installed model, or a model folder
        record Going(String base) implements Origin {

            public Going {
                needsWords("model.base", base);
            }
        }

        /// A model that learns to read with other pieces: embeddings of those that both vocabularies have are
        /// carried over, the others begin as the mean of the old pieces that they consist of.
        record NewVocabulary(String base, String vocabulary) implements Origin {

            public NewVocabulary {
                needsWords("model.base", base);
                needsWords("model.vocabulary", vocabulary);
            }
        }
    }

    /// The measures of a new network.
    ///
    /// @param positions the most pieces of a row
    public record Size(int layers, int width, int heads, int intermediate, int positions) {

        public Size {
            check(layers >= 1 && layers <= 96, "model.layers", "needs to be 1 to 96", layers);
            check(width >= 8 && width <= 8192, "model.width", "needs to be 8 to 8192", width);
            check(
                    heads >= 1 && width % heads == 0,
                    "model.heads",
                    "needs to divide the width of " + width + " evenly",
                    heads);
            check(intermediate >= 1, "model.intermediate", "needs to be at least 1", intermediate);
            check(positions >= 8 && positions <= 8192, "model.positions", "needs to be 8 to 8192", positions);
        }

        /// Heads of 64 numbers and an inner width four times the outer one, as in BERT.
        public static Size of(int layers, int width) {
            return new Size(layers, width, Math.max(1, width / 64), 4 * width, 512);
        }

        /// By a preset's name: `4x256`, `6x384`, `12x384`, `12x768`, or any other pair of layers and width.
        ///
        /// @throws IllegalArgumentException if it is none
        public static Size named(String name) {
            if (!name.matches("[1-9][0-9]{0,3}[x×][1-9][0-9]{0,4}")) {
                throw new IllegalArgumentException(
                        "model.size needs to be layers x width, such as 4x256, 6x384, 12x384 or 12x768, not \"" + name
                                + '"');
            }
            var parts = name.split("[x×]");
            return of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        public String words() {
            return layers + "×" + width;
        }
    }

    /// What a run starts from, and what to call what comes out.
    ///
    /// @param id of the new model: it names a folder
    /// @param halfPrecisionOnDisk whether weights are saved in two bytes each rather than four
    public record Model(
            Origin origin,
            String id,
            String name,
            String description,
            String trainedOn,
            String licence,
            boolean halfPrecisionOnDisk) {

        public Model {
            needsId("model.id", id);
            needsWords("model.name", name);
        }

        public Model with(Origin newOrigin) {
            return new Model(newOrigin, id, name, description, trainedOn, licence, halfPrecisionOnDisk);
        }
    }

    /// What is hidden together.
    public enum Unit {
        /// All pieces of a word: the network cannot spell a word's end from its beginning.
        WORDS,
        PIECES
    }

    /// What is hidden from the network, anew each time a sequence is shown.
    ///
    /// @param rate         share of the pieces that it is to guess
    /// @param masked       of those, the share replaced by the mask; drawn for each piece
    /// @param random       of those, the share replaced by any other piece; the rest stays as it is
    /// @param heldOutRate  the rate on held-out text, so that runs of different rates can be compared
    /// @param nextSentence whether a row is two stretches of text, and the network also tells whether the
    ///     second follows the first
    public record Masking(
            Unit unit, double rate, double masked, double random, double heldOutRate, boolean nextSentence) {

        public static final Masking USUAL = new Masking(Unit.WORDS, 0.15, 0.8, 0.1, 0.15, false);

        public Masking {
            check(rate > 0 && rate <= 0.9, "masking.rate", "needs to be above 0 and at most 0.9", rate);
            check(masked >= 0 && masked <= 1, "masking.masked", "needs to be 0 to 1", masked);
            check(random >= 0 && masked + random <= 1, "masking.random", "needs to be 0 to " + (1 - masked), random);
            check(
                    heldOutRate > 0 && heldOutRate <= 0.9,
                    "masking.heldOutRate",
                    "needs to be above 0 and at most 0.9",
                    heldOutRate);
        }

        /// The same at the rate of held-out text.
        public Masking heldOut() {
            return new Masking(unit, heldOutRate, masked, random, heldOutRate, nextSentence);
        }
    }

    /// How much is shown, and in which portions.
    ///
    /// @param tokens         pieces in all, special ones included; 0 to count epochs
    /// @param epochs         how often all text is shown, where `tokens` is 0
    /// @param batchSequences of `length` make one step
    /// @param length         pieces of a sequence
    /// @param lastLength     pieces of a sequence towards the end, as many fewer in a step; 0 for the same
    /// @param lastShare      the share of the tokens that is shown so
    /// @param warmup         share of all steps in which the rate climbs
    /// @param evaluateEvery  steps between two looks at held-out text; 0 for twenty looks in all
    /// @param checkpointMinutes how much time an interrupted run may lose
    /// @param checkpointEvery   steps between two checkpoints beside those by time; 0 for none
    public record Schedule(
            long tokens,
            int epochs,
            int batchSequences,
            int length,
            int lastLength,
            double lastShare,
            double warmup,
            Recipe.Decay decay,
            int evaluateEvery,
            double checkpointMinutes,
            int checkpointEvery) {

        public Schedule {
            check(tokens >= 0 && tokens <= 1L << 50, "schedule.tokens", "needs to be 0 (count epochs) or more", tokens);
            check(epochs >= 1 && epochs <= 100_000, "schedule.epochs", "needs to be 1 to 100000", epochs);
            check(
                    batchSequences >= 1 && batchSequences <= 65_536,
                    "schedule.batchSequences",
                    "needs to be 1 to 65536",
                    batchSequences);
            check(length >= 8 && length <= 8192, "schedule.length", "needs to be 8 to 8192", length);
            check(
                    lastLength == 0 || lastLength >= 8 && lastLength <= 8192,
                    "schedule.lastLength",
                    "needs to be 0 (the same) or 8 to 8192",
                    lastLength);
            check(lastShare >= 0 && lastShare < 1, "schedule.lastShare", "needs to be 0 to below 1", lastShare);
            check(warmup >= 0 && warmup < 1, "schedule.warmup", "needs to be at least 0 and below 1", warmup);
            check(evaluateEvery >= 0, "schedule.evaluateEvery", "needs to be 0 (twenty looks) or more", evaluateEvery);
            check(
                    checkpointMinutes > 0 && checkpointMinutes <= 1440,
                    "schedule.checkpointMinutes",
                    "needs to be above 0 and at most 1440",
                    checkpointMinutes);
            check(checkpointEvery >= 0, "schedule.checkpointEvery", "needs to be 0 or more", checkpointEvery);
        }

        public static Schedule of(int epochs, int batchSequences, int length) {
            return new Schedule(0, epochs, batchSequences, length, 0, 0, 0.06, Recipe.Decay.LINEAR, 0, 10, 0);
        }

        public Schedule with(long newTokens, int newEpochs) {
            return new Schedule(
                    newTokens,
                    newEpochs,
                    batchSequences,
                    length,
                    lastLength,
                    lastShare,
                    warmup,
                    decay,
                    evaluateEvery,
                    checkpointMinutes,
                    checkpointEvery);
        }
    }

    /// The same recipe with other corpora.
    public PretrainingRecipe withCorpora(List<Corpus> newCorpora) {
        return new PretrainingRecipe(newCorpora, text, model, masking, optimizer, schedule, compute, seed);
    }

    public PretrainingRecipe with(Model newModel) {
        return new PretrainingRecipe(corpora, text, newModel, masking, optimizer, schedule, compute, seed);
    }

    public PretrainingRecipe with(Schedule newSchedule) {
        return new PretrainingRecipe(corpora, text, model, masking, optimizer, newSchedule, compute, seed);
    }

    public PretrainingRecipe with(Recipe.Optimizer newOptimizer) {
        return new PretrainingRecipe(corpora, text, model, masking, newOptimizer, schedule, compute, seed);
    }

    public PretrainingRecipe withSeed(long newSeed) {
        return new PretrainingRecipe(corpora, text, model, masking, optimizer, schedule, compute, newSeed);
    }

    /// The same with all that names a file changed by a rule.
    PretrainingRecipe withPaths(UnaryOperator<String> files, UnaryOperator<String> models) {
        var origin = switch (model.origin()) {
            case Origin.Scratch(var vocabulary, var size) -> new Origin.Scratch(models.apply(vocabulary), size);
            case Origin.Going(var base) -> new Origin.Going(models.apply(base));
            case Origin.NewVocabulary(var base, var vocabulary) ->
                new Origin.NewVocabulary(models.apply(base), models.apply(vocabulary));
        };
        var start = new Model(
                origin,
                model.id,
                model.name,
                model.description,
                model.trainedOn,
                model.licence,
                model.halfPrecisionOnDisk);
        return with(start)
                .withCorpora(corpora.stream()
                        .map(corpus -> corpus.withFiles(
                                corpus.files().stream().map(files).toList()))
                        .toList());
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
        return switch (model.origin()) {
            case Origin.Scratch _ -> "";
            case Origin.Going(var base) -> base;
            case Origin.NewVocabulary(var base, var _) -> base;
        };
    }

    /// The folder of the vocabulary that it is to have, where that is not the base's.
    public Optional<String> vocabulary() {
        return switch (model.origin()) {
            case Origin.Scratch(var vocabulary, var _) -> Optional.of(vocabulary);
            case Origin.Going _ -> Optional.empty();
            case Origin.NewVocabulary(var _, var vocabulary) -> Optional.of(vocabulary);
        };
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public List<Long> seeds() {
        return List.of(seed);
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
                0,
                schedule.checkpointMinutes(),
                schedule.checkpointEvery(),
                seed);
    }

    static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
