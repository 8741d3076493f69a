package org.biogloss.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A network that learns, with one head or several.
///
/// A step of one micro-batch is one native call. Chance (dropout) depends on the seed, the number of the
/// step and that of the micro-batch alone, so a run that was saved and loaded goes on as if nothing had
/// happened.
public final class LearningNetwork implements AutoCloseable {

    /// @param norm of all gradients together, before clipping; not finite if the step was left out for it
    public record Step(double loss, double norm) {}

    private final BertConfig config;
    private final List<Head> heads;
    private final LearningSettings settings;
    private final TorchModule module;
    private final LearningState state;
    private final double[] rates;
    private long steps;

    private LearningNetwork(
            BertConfig config, List<Head> heads, LearningSettings settings, TorchModule module, LearningState state) {
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
            BertConfig config, List<Head> heads, WeightSource weights, Compute compute, LearningSettings settings)
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
        var counts = new HashMap<Head, Lesson.Counts>();
        for (var lesson : microBatches) counts.merge(lesson.head(), lesson.counts(), Lesson.Counts::and);
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

    private Step learnAtOnce(Lesson lesson, Map<Head, Lesson.Counts> counts, long step, double rate, NDManager scope) {
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

    private Step learnInParts(
            List<Lesson> lessons, Map<Head, Lesson.Counts> counts, long step, double rate, NDManager scope) {
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
    private NDList gather(Lesson lesson, Map<Head, Lesson.Counts> counts, NDList before, NDManager scope) {
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
    private static NDArray share(Lesson lesson, Map<Head, Lesson.Counts> counts, NDManager scope) {
        double weight = lesson.head().weight();
        var of = counts.getOrDefault(lesson.head(), Lesson.Counts.NONE);
        return scope.create(
                of.texts() == 0
                        ? new double[] {weight / of.labels()}
                        : new double[] {weight / of.labels(), weight / of.texts()});
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
