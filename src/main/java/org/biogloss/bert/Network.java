package org.biogloss.bert;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.List;

/// A network that is ready to read. It learns nothing; see [LearningNetwork].
///
/// One call at a time computes: two at once only fight for the same processor.
public final class Network implements AutoCloseable {

    private final BertConfig config;
    private final TorchModule module;
    private final NDList ready;
    private final boolean ownsModule;

    private Network(BertConfig config, TorchModule module, NDList ready, boolean ownsModule) {
        this.config = config;
        this.module = module;
        this.ready = ready;
        this.ownsModule = ownsModule;
    }

    /// @param shape which tensors to take from the weights: see [BertShape]
    public static Network open(BertConfig config, List<Parameter> shape, WeightSource weights, Compute compute)
            throws IOException {
        var module = TorchModule.load(config, compute, TorchModule.Dropout.NONE);
        try (var parameters = module.load(shape, weights, "p")) {
            return new Network(config, module, ready(module, parameters), true);
        } catch (IOException | RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /// The network as it stands in the middle of learning. It stays as it is while the other learns on.
    static Network of(BertConfig config, TorchModule module, NDList parameters) {
        return new Network(config, module, ready(module, parameters), false);
    }

    public BertConfig config() {
        return config;
    }

    public Compute compute() {
        return module.compute();
    }

    /// The last hidden states: rows × length × width, one after the other.
    public float[] hidden(PieceBatch batch) {
        return read("hidden", batch);
    }

    /// The classifier's scores before softmax: rows × length × labels, one after the other.
    public float[] logits(PieceBatch batch) {
        return read("piece_logits", batch);
    }

    /// Mean cross entropy over the pieces with a label.
    ///
    /// @param labels row by row; [LearningNetwork#UNLABELLED] where there is none
    public double loss(PieceBatch batch, long[] labels) {
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = inputs(scope, batch);
                inputs.add(scope.create(labels, new Shape(batch.rows(), batch.length())));
                try (var loss = module.read("measure_pieces", inputs)) {
                    return loss.singletonOrThrow().toFloatArray()[0];
                }
            }
        }
    }

    @Override
    public void close() {
        synchronized (module) {
            ready.close();
            if (ownsModule) module.close();
        }
    }

    private float[] read(String method, PieceBatch batch) {
        synchronized (module) {
            try (var scope = module.scope();
                    var answer = module.read(method, inputs(scope, batch))) {
                return answer.singletonOrThrow().toFloatArray();
            }
        }
    }

    private NDList inputs(NDManager scope, PieceBatch batch) {
        var inputs = new NDList(ready);
        addBatch(inputs, scope, batch);
        return inputs;
    }

    static void addBatch(NDList inputs, NDManager scope, PieceBatch batch) {
        var shape = new Shape(batch.rows(), batch.length());
        inputs.add(scope.create(batch.ids(), shape));
        inputs.add(scope.create(batch.lengths()));
        inputs.add(scope.create(batch.types(), shape));
    }

    private static NDList ready(TorchModule module, NDList parameters) {
        return TorchModule.named("f", module.read("ready", parameters));
    }
}
