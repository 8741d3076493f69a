package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// All that changes while a network learns: its parameters in float32, AdamW's two moments of each that
/// learns, and how often each was moved.
final class LearningState implements AutoCloseable {

    private static final String MEAN = "mean.";
    private static final String SQUARE = "square.";

    /// Steps taken, and those of them that moved the weights; each as two numbers that float32 holds
    /// exactly.
    private static final Parameter STEPS = Parameter.of("steps", 4);

    private final TorchModule module;
    private final List<Parameter> shape;
    private final List<Parameter> learned;
    private NDList parameters;
    private NDList means;
    private NDList squares;
    private NDList counts;

    /// @param frozen how many of the first parameters never change
    LearningState(TorchModule module, List<Parameter> shape, int frozen, WeightSource weights) throws IOException {
        this.module = module;
        this.shape = shape;
        learned = shape.subList(frozen, shape.size());
        parameters = module.load(shape, weights, "p");
        means = TorchModule.named("m", zeros());
        squares = TorchModule.named("v", zeros());
        counts = counts(0);
    }

    List<Parameter> shape() {
        return shape;
    }

    List<Parameter> learned() {
        return learned;
    }

    /// The list `p` of the program.
    NDList parameters() {
        return parameters;
    }

    /// The lists `p`, `m`, `v` and `steps` of the program.
    NDList all() {
        var all = new NDList(parameters);
        all.addAll(means);
        all.addAll(squares);
        all.addAll(counts);
        return all;
    }

    FloatBuffer values(Parameter parameter) {
        return FloatBuffer.wrap(parameters.get(shape.indexOf(parameter)).toFloatArray());
    }

    /// Writes all that [#load] needs to go on.
    void save(Path file, long steps) throws IOException {
        var state = state();
        SafetensorsWriter.write(file, state, false, parameter -> {
            int index = state.indexOf(parameter);
            if (index == state.size() - 1) return steps(steps);
            if (index < shape.size()) return values(parameter);
            var moments = index < shape.size() + learned.size() ? means : squares;
            int at = (index - shape.size()) % learned.size();
            return FloatBuffer.wrap(moments.get(at).toFloatArray());
        });
    }

    /// Goes on from where [#save] was called on a network of the same shape.
    ///
    /// @return how many steps had been taken
    long load(Path file) throws IOException {
        try (var saved = SafetensorsFile.open(file)) {
            var newParameters = module.load(shape, saved, "p");
            var newMeans = module.load(named(MEAN), saved, "m");
            var newSquares = module.load(named(SQUARE), saved, "v");
            var count = saved.read(STEPS);
            close();
            parameters = newParameters;
            means = newMeans;
            squares = newSquares;
            counts = counts(whole(count, 2));
            return whole(count, 0);
        }
    }

    @Override
    public void close() {
        for (var list : List.of(parameters, means, squares, counts)) list.close();
    }

    private FloatBuffer steps(long taken) {
        long moved = counts.isEmpty() ? 0 : (long) counts.getFirst().toFloatArray()[0];
        return FloatBuffer.wrap(new float[] {taken >>> 20, taken & 0xFFFFF, moved >>> 20, moved & 0xFFFFF});
    }

    private static long whole(FloatBuffer numbers, int at) {
        return ((long) numbers.get(at) << 20) + (long) numbers.get(at + 1);
    }

    private List<Parameter> state() {
        var state = new ArrayList<>(shape);
        state.addAll(named(MEAN));
        state.addAll(named(SQUARE));
        state.add(STEPS);
        return state;
    }

    private List<Parameter> named(String prefix) {
        return learned.stream()
                .map(parameter -> new Parameter(prefix + parameter.name(), parameter.shape()))
                .toList();
    }

    private NDList zeros() {
        var list = new NDList(learned.size());
        for (var parameter : learned) list.add(module.own().zeros(parameter.torchShape(), DataType.FLOAT32));
        return list;
    }

    /// AdamW wants the number of steps as a tensor, one for each parameter.
    private NDList counts(long done) {
        var list = new NDList(learned.size());
        for (int i = 0; i < learned.size(); i++) list.add(module.own().full(new Shape(), done, DataType.FLOAT32));
        return TorchModule.named("n", list);
    }
}
