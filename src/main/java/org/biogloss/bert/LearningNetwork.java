package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A network that learns: its parameters in float32, and AdamW's two moments of each.
///
/// A step is one native call. Chance (dropout) depends on the seed and the number of the step alone, so a run that
/// was saved and loaded goes on as if nothing had happened.
public final class LearningNetwork implements AutoCloseable {

    /// Marks a piece that carries no label.
    public static final long UNLABELLED = -100;

    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";
    private static final Parameter STEPS = Parameter.of("steps", 2);

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

    /// @param norm of all gradients together, before clipping; not finite if the step was left out for it
    public record Step(double loss, double norm) {}

    private final BertConfig config;
    private final List<Parameter> shape;
    private final TorchModule module;
    private final Optimizer optimizer;
    private final long seed;
    private NDList parameters;
    private NDList means;
    private NDList squares;
    private NDList counts;
    private long steps;

    private LearningNetwork(
            BertConfig config,
            List<Parameter> shape,
            TorchModule module,
            NDList parameters,
            Optimizer optimizer,
            long seed) {
        this.config = config;
        this.shape = shape;
        this.module = module;
        this.parameters = parameters;
        this.optimizer = optimizer;
        this.seed = seed;
        means = TorchModule.named("m", zeros(module, shape));
        squares = TorchModule.named("v", zeros(module, shape));
        counts = counts(0);
    }

    /// @param attentionDropout beside the hidden dropout of the config. Anything but 0 closes the fast way through
    ///     attention: a third of the speed at 400 pieces a row
    public static LearningNetwork open(
            BertConfig config,
            List<Parameter> shape,
            WeightSource weights,
            Compute compute,
            double attentionDropout,
            Optimizer optimizer,
            long seed)
            throws IOException {
        var dropout = new TorchModule.Dropout(config.dropout(), attentionDropout);
        var module = TorchModule.load(config, compute, dropout);
        try {
            var parameters = module.load(shape, weights, "p");
            return new LearningNetwork(config, List.copyOf(shape), module, parameters, optimizer, seed);
        } catch (IOException | RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /// Shows one batch and moves the weights.
    ///
    /// @param labels row by row, [#UNLABELLED] where there is none
    public Step learn(PieceBatch batch, long[] labels, double rate) {
        synchronized (module) {
            try (var scope = module.scope()) {
                JniUtils.setSeed(seed * 1_000_003 + steps);
                var inputs = new NDList(parameters);
                inputs.addAll(means);
                inputs.addAll(squares);
                inputs.addAll(counts);
                Network.addBatch(inputs, scope, batch);
                inputs.add(scope.create(labels, new Shape(batch.rows(), batch.length())));
                inputs.add(scope.create(knobs(rate)));
                try (var answer = module.learn("learn_pieces", inputs)) {
                    var numbers = answer.singletonOrThrow().toFloatArray();
                    steps++;
                    return new Step(numbers[0], numbers[1]);
                }
            }
        }
    }

    /// The network as it stands now, for reading. Close it before this one.
    public Network now() {
        synchronized (module) {
            return Network.of(config, module, parameters);
        }
    }

    public long steps() {
        return steps;
    }

    public List<Parameter> shape() {
        return shape;
    }

    /// How many numbers the network consists of.
    public long size() {
        return shape.stream().mapToLong(Parameter::size).sum();
    }

    public Compute compute() {
        return module.compute();
    }

    /// Writes the weights as `transformers` reads them.
    public void saveWeights(Path file, boolean half) throws IOException {
        SafetensorsWriter.write(file, shape, half, parameter -> values(parameters, shape.indexOf(parameter)));
    }

    /// Writes all that [#loadState] needs to go on.
    public void saveState(Path file) throws IOException {
        var state = state();
        SafetensorsWriter.write(file, state, false, parameter -> {
            int index = state.indexOf(parameter);
            if (index == state.size() - 1) return FloatBuffer.wrap(new float[] {steps >>> 20, steps & 0xFFFFF});
            var list = List.of(parameters, means, squares).get(index / shape.size());
            return values(list, index % shape.size());
        });
    }

    /// Goes on from where [#saveState] was called on a network of the same shape.
    public void loadState(Path file) throws IOException {
        try (var saved = SafetensorsFile.open(file)) {
            synchronized (module) {
                var newParameters = module.load(shape, saved, "p");
                var newMeans = module.load(named(MEAN), saved, "m");
                var newSquares = module.load(named(SQUARE), saved, "v");
                var count = saved.read(STEPS);
                closeAll();
                parameters = newParameters;
                means = newMeans;
                squares = newSquares;
                steps = ((long) count.get(0) << 20) + (long) count.get(1);
                counts = counts(steps);
            }
        }
    }

    @Override
    public void close() {
        synchronized (module) {
            closeAll();
            module.close();
        }
    }

    private void closeAll() {
        for (var list : List.of(parameters, means, squares, counts)) list.close();
    }

    private List<Parameter> state() {
        var state = new ArrayList<>(shape);
        state.addAll(named(MEAN));
        state.addAll(named(SQUARE));
        state.add(STEPS);
        return state;
    }

    private List<Parameter> named(String prefix) {
        return shape.stream()
                .map(parameter -> new Parameter(prefix + parameter.name(), parameter.shape()))
                .toList();
    }

    private FloatBuffer values(NDList list, int index) {
        synchronized (module) {
            return FloatBuffer.wrap(list.get(index).toFloatArray());
        }
    }

    private double[] knobs(double rate) {
        return new double[] {
            rate,
            optimizer.beta1(),
            optimizer.beta2(),
            optimizer.epsilon(),
            optimizer.weightDecay(),
            optimizer.greatestNorm()
        };
    }

    private static NDList zeros(TorchModule module, List<Parameter> shape) {
        var list = new NDList(shape.size());
        for (var parameter : shape) list.add(module.own().zeros(parameter.torchShape(), DataType.FLOAT32));
        return list;
    }

    /// AdamW wants the number of steps as a tensor, one for each parameter.
    private NDList counts(long done) {
        var list = new NDList(shape.size());
        for (int i = 0; i < shape.size(); i++) list.add(module.own().full(new Shape(), done, DataType.FLOAT32));
        return TorchModule.named("n", list);
    }
}
