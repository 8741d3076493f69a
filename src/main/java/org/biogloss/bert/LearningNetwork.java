package org.biogloss.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A network that learns, with one head or several.
///
/// A step of one micro-batch is one native call. Chance (dropout) depends on the seed, the number of the
/// step and that of the micro-batch alone, so a run that was saved and loaded goes on as if nothing had
/// happened.
public final class LearningNetwork implements AutoCloseable {

    /// How AdamW moves.
    ///
    /// @param greatestNorm gradients are scaled down to this common norm; 0 for no clipping
    public record Optimizer(double beta1, double beta2, double epsilon, double weightDecay, double greatestNorm) {

        public static final Optimizer USUAL = new Optimizer(0.9, 0.999, 1e-8, 0.01, 1.0);

        public Optimizer {
            if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
                throw new IllegalArgumentException("AdamW's betas lie in [0, 1), not at " + beta1 + ", " + beta2);
            }
            if (!(epsilon > 0 && weightDecay >= 0 && greatestNorm >= 0)) {
                throw new IllegalArgumentException("AdamW's epsilon, weight decay and norm cannot be negative");
            }
        }
    }

    /// How a network learns.
    ///
    /// @param dropout          share of hidden values set to zero. In front of the heads too, unless the
    ///     config has a share of its own there; 0 turns both off
    /// @param attentionDropout anything but 0 closes the fast way through attention: a third of the speed
    ///     at 400 pieces a row
    /// @param frozenLayers     0, or the embeddings and so many of the lowest layers stay as they are
    /// @param layerDecay       each layer below the top learns at so much of the rate of the one above it
    /// @param freshTopLayers   so many of the highest layers start anew
    /// @param seed             for dropout and what starts anew
    public record Settings(
            double dropout,
            double attentionDropout,
            Optimizer optimizer,
            int frozenLayers,
            double layerDecay,
            int freshTopLayers,
            long seed) {

        public Settings {
            if (!(dropout >= 0 && dropout < 1 && attentionDropout >= 0 && attentionDropout < 1)) {
                throw new IllegalArgumentException(
                        "Dropout lies in [0, 1), not at " + dropout + ", " + attentionDropout);
            }
            if (frozenLayers < 0 || freshTopLayers < 0) {
                throw new IllegalArgumentException("Layers cannot be fewer than none");
            }
            if (!(layerDecay > 0 && layerDecay <= 1)) {
                throw new IllegalArgumentException("Layer decay lies in (0, 1], not at " + layerDecay);
            }
        }

        public static Settings usual(long seed) {
            return new Settings(0.1, 0, Optimizer.USUAL, 0, 1, 0, seed);
        }
    }

    /// A batch for one head, and what its scores should be.
    ///
    /// @param classWeights how much each class counts; for [Head.Loss#SIGMOID] how much a label that is
    ///     there counts against one that is not, for each output. Empty where all count alike
    public record Lesson(Head head, PieceBatch batch, Targets targets, List<Double> classWeights) {

        public Lesson {
            classWeights = List.copyOf(classWeights);
            boolean fits = switch (targets) {
                        case Targets.Labels labels ->
                            isClasses(head) && labels.rowsTimesLength().length == batch.ids().length;
                        case Targets.Classes classes -> isClasses(head) && classes.rows().length == batch.rows();
                        case Targets.Marks marks ->
                            head.loss() == Head.Loss.SIGMOID
                                    && marks.rowsTimesOutputs().length == batch.rows() * head.outputs();
                        case Targets.Numbers numbers ->
                            head.loss() == Head.Loss.SQUARED && numbers.rows().length == batch.rows() * head.outputs();
                        case Targets.Masked masked -> fits(masked, head, batch);
                    }
                    && (targets instanceof Targets.Masked) == head.form().isMasked();
            if (!fits) throw new IllegalArgumentException("These targets do not fit the batch or " + head);
            if (!classWeights.isEmpty() && classWeights.size() != head.outputs()) {
                throw new IllegalArgumentException(classWeights.size() + " weights for " + head);
            }
        }

        private static boolean fits(Targets.Masked masked, Head head, PieceBatch batch) {
            boolean asked = head.form() == Head.Form.MASKED_WITH_NEXT;
            return masked.next().isPresent() == asked
                    && masked.next().map(next -> next.length == batch.rows()).orElse(true)
                    && Arrays.stream(masked.places()).allMatch(place -> place >= 0 && place < batch.ids().length);
        }

        private static boolean isClasses(Head head) {
            return head.loss() == Head.Loss.CROSS_ENTROPY;
        }

        /// By what the sum of the losses is divided.
        double count() {
            return targets.count(classWeights);
        }

        /// The same for each part of the loss: what is labelled and, where second texts are judged, the rows.
        Counts counts() {
            return new Counts(count(), head.form() == Head.Form.MASKED_WITH_NEXT ? batch.rows() : 0);
        }
    }

    /// How much a step is shown of what a loss is the mean of.
    private record Counts(double labels, int texts) {
        static final Counts NONE = new Counts(0, 0);

        Counts and(Counts others) {
            return new Counts(labels + others.labels, texts + others.texts);
        }
    }

    /// What a lesson of masked pieces came to, with nobody learning from it.
    ///
    /// @param loss  the sum over all masked pieces of the negative logarithm of their probability
    /// @param right how many had the best score of all
    /// @param nextLoss the same sum over the rows whose second text was judged; 0 where none was
    public record Guessed(double loss, long masked, long right, double nextLoss, long rows, long nextRight) {

        public static final Guessed NOTHING = new Guessed(0, 0, 0, 0, 0, 0);

        public Guessed and(Guessed other) {
            return new Guessed(
                    loss + other.loss,
                    masked + other.masked,
                    right + other.right,
                    nextLoss + other.nextLoss,
                    rows + other.rows,
                    nextRight + other.nextRight);
        }
    }

    /// @param norm of all gradients together, before clipping; not finite if the step was left out for it
    public record Step(double loss, double norm) {}

    private final BertConfig config;
    private final List<Head> heads;
    private final Settings settings;
    private final TorchModule module;
    private final LearningState state;
    private final double[] rates;
    private long steps;

    private LearningNetwork(
            BertConfig config, List<Head> heads, Settings settings, TorchModule module, LearningState state) {
        this.config = config;
        this.heads = heads;
        this.settings = settings;
        this.module = module;
        this.state = state;
        rates = LayerRates.of(config, state.shape().size(), settings);
    }

    /// @param weights of the encoder and of all heads; see [FreshWeights#heads] for new ones
    /// @throws IOException naming the tensor that the weights lack, or have in other measures
    public static LearningNetwork open(
            BertConfig config, List<Head> heads, WeightSource weights, Compute compute, Settings settings)
            throws IOException {
        if (Math.max(settings.frozenLayers(), settings.freshTopLayers()) > config.layers()) {
            throw new IllegalArgumentException("The network has " + config.layers() + " layers, not "
                    + Math.max(settings.frozenLayers(), settings.freshTopLayers()));
        }
        if (compute.precision() == Precision.INT8) {
            throw new IllegalArgumentException("A network learns in fp32 or bf16, not in int8: choose one of them.");
        }
        int frozen = LayerRates.frozen(config, settings);
        double headDropout =
                settings.dropout() == 0 ? 0 : config.classifierDropout().orElse(settings.dropout());
        var learning = new TorchModule.Learning(settings.dropout(), settings.attentionDropout(), headDropout, frozen);
        var module = TorchModule.load(config, compute, learning);
        try {
            var source = FreshWeights.topLayers(weights, config, settings.freshTopLayers(), settings.seed());
            var state = new LearningState(module, BertShape.of(config, heads), frozen, source);
            return new LearningNetwork(config, List.copyOf(heads), settings, module, state);
        } catch (IOException | RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /// Shows the micro-batches to the network, then moves the weights once, as for one big batch: each
    /// head's loss is the sum over all it was shown, divided by how many labels that were. Where a loss or
    /// the gradients' norm is not finite, nothing changes.
    ///
    /// Throws [OutOfMemory] where the micro-batches are too large; nothing has changed then either.
    ///
    /// @return the loss, each head's times its weight, and the norm
    public Step learn(List<Lesson> microBatches, double rate) {
        var counts = new HashMap<Head, Counts>();
        for (var lesson : microBatches) counts.merge(lesson.head(), lesson.counts(), Counts::and);
        synchronized (module) {
            try (var scope = module.scope()) {
                var done = microBatches.size() == 1
                        ? learnAtOnce(microBatches.getFirst(), counts, steps, rate, scope)
                        : learnInParts(microBatches, counts, steps, rate, scope);
                steps++;
                return done;
            }
        }
    }

    private Step learnAtOnce(Lesson lesson, Map<Head, Counts> counts, long step, double rate, NDManager scope) {
        chance(step, 0);
        var inputs = state.all();
        inputs.addAll(new Inputs(config, heads, scope).lesson(lesson));
        inputs.add(share(lesson, counts, scope));
        inputs.addAll(optimizer(rate, scope));
        try (var answer = module.learn("learn", inputs)) {
            var numbers = answer.singletonOrThrow().toFloatArray();
            return new Step(numbers[0], numbers[1]);
        }
    }

    private Step learnInParts(List<Lesson> lessons, Map<Head, Counts> counts, long step, double rate, NDManager scope) {
        double loss = 0;
        NDList gradients = new NDList(new Inputs(config, heads, scope).nothing());
        for (int part = 0; part < lessons.size(); part++) {
            chance(step, part);
            var gathered = gather(lessons.get(part), counts, gradients, scope);
            loss += gathered.getFirst().toFloatArray()[0];
            if (!Double.isFinite(loss)) return new Step(loss, loss);
            gradients = new NDList(gathered.subList(1, gathered.size()));
        }
        var inputs = state.all();
        inputs.addAll(TorchModule.named("g", gradients));
        inputs.addAll(optimizer(rate, scope));
        try (var answer = module.learn("update", inputs)) {
            return new Step(loss, answer.singletonOrThrow().toFloatArray()[0]);
        }
    }

    /// The loss and gradients of a lesson; they live as long as the scope.
    private NDList gather(Lesson lesson, Map<Head, Counts> counts, NDList before, NDManager scope) {
        var inputs = new NDList(state.parameters());
        inputs.addAll(TorchModule.named("g", before));
        inputs.addAll(new Inputs(config, heads, scope).lesson(lesson));
        inputs.add(share(lesson, counts, scope));
        var gathered = module.learn("gather", inputs);
        gathered.attach(scope);
        return gathered;
    }

    /// The gradients of a lesson's mean loss with respect to each parameter that learns, without a step.
    Map<String, float[]> gradients(Lesson lesson) {
        synchronized (module) {
            try (var scope = module.scope()) {
                chance(steps, 0);
                var nothing = new NDList(new Inputs(config, heads, scope).nothing());
                var gathered = gather(lesson, Map.of(lesson.head(), lesson.counts()), nothing, scope);
                var gradients = new HashMap<String, float[]>();
                for (int i = 1; i < gathered.size(); i++) {
                    gradients.put(
                            state.learned().get(i - 1).name(), gathered.get(i).toFloatArray());
                }
                return gradients;
            }
        }
    }

    /// How well masked pieces are guessed as the weights are now, without dropout. Nothing changes.
    public Guessed guess(Lesson lesson) {
        if (!(lesson.targets() instanceof Targets.Masked masked)) {
            throw new IllegalArgumentException("Only masked pieces are guessed");
        }
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new NDList(state.parameters());
                inputs.addAll(new Inputs(config, heads, scope).lesson(lesson));
                try (var answer = module.read("weigh", inputs)) {
                    var of = answer.singletonOrThrow().toFloatArray();
                    boolean next = of.length > 2;
                    return new Guessed(
                            of[0],
                            masked.pieces().length,
                            (long) of[1],
                            next ? of[2] : 0,
                            next ? lesson.batch().rows() : 0,
                            next ? (long) of[3] : 0);
                }
            }
        }
    }

    /// The network as it stands now. It stays so while this one learns on.
    public Network now() {
        synchronized (module) {
            return Network.of(config, heads, module.compute(), state.parameters());
        }
    }

    public BertConfig config() {
        return config;
    }

    public List<Head> heads() {
        return heads;
    }

    public long steps() {
        return steps;
    }

    public List<Parameter> shape() {
        return state.shape();
    }

    /// What steps take beside what is loaded.
    public Memory memory() {
        return Memory.ofSteps(config, heads, settings, module.compute());
    }

    /// How many numbers the network consists of.
    public long size() {
        return shape().stream().mapToLong(Parameter::size).sum();
    }

    public Compute compute() {
        return module.compute();
    }

    /// Writes the weights as `transformers` reads them.
    public void saveWeights(Path file, boolean half) throws IOException {
        saveWeights(file, heads, half);
    }

    /// Writes the encoder with some of its heads.
    public void saveWeights(Path file, List<Head> someHeads, boolean half) throws IOException {
        synchronized (module) {
            SafetensorsWriter.write(file, BertShape.of(config, someHeads), half, state::values);
        }
    }

    /// Writes the heads without the encoder.
    public void saveHeads(Path file, boolean half) throws IOException {
        var ofHeads = heads.stream()
                .flatMap(head -> BertShape.head(config, head).stream())
                .toList();
        synchronized (module) {
            SafetensorsWriter.write(file, ofHeads, half, state::values);
        }
    }

    /// Writes all that [#loadState] needs to go on.
    public void saveState(Path file) throws IOException {
        synchronized (module) {
            state.save(file, steps);
        }
    }

    /// Goes on from where [#saveState] was called on a network of the same shape.
    public void loadState(Path file) throws IOException {
        synchronized (module) {
            steps = state.load(file);
        }
    }

    @Override
    public void close() {
        synchronized (module) {
            state.close();
            module.close();
        }
    }

    private void chance(long step, int part) {
        JniUtils.setSeed(settings.seed() * 1_000_003 + step + part * 0x9E3779B97F4A7C15L);
    }

    /// What one label's loss counts in the loss of a step, and what one second text's.
    private static NDArray share(Lesson lesson, Map<Head, Counts> counts, NDManager scope) {
        double weight = lesson.head().weight();
        var of = counts.getOrDefault(lesson.head(), Counts.NONE);
        return scope.create(
                of.texts == 0
                        ? new double[] {weight / of.labels}
                        : new double[] {weight / of.labels, weight / of.texts});
    }

    /// rates and knobs
    private List<NDArray> optimizer(double rate, NDManager scope) {
        var now = new double[rates.length];
        for (int i = 0; i < now.length; i++) now[i] = rates[i] * rate;
        var how = settings.optimizer();
        return List.of(scope.create(now), scope.create(new double[] {
            how.beta1(), how.beta2(), how.epsilon(), how.weightDecay(), how.greatestNorm()
        }));
    }
}
