package org.biogloss.bert;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The program in `network.py`, loaded into PyTorch for one configuration, and the calls into it.
///
/// Everything it makes belongs to a scope that somebody closes: the garbage collector never frees a tensor.
final class TorchModule implements AutoCloseable {

    private static final String SOURCE = "network.py";
    private static final String READING = "reading.py";

    /// What of learning is fixed for the module: shares of values set to zero, and how many of the first
    /// tensors stay as they are.
    record Learning(double hiddenDropout, double attentionDropout, double headDropout, int frozen) {
        static final Learning NONE = new Learning(0, 0, 0, 0);
    }

    private final PtNDManager manager;
    private final PtSymbolBlock program;
    private final Compute compute;
    private final boolean keeps;

    private TorchModule(PtNDManager manager, PtSymbolBlock program, Compute compute, boolean keeps) {
        this.manager = manager;
        this.program = program;
        this.compute = compute;
        this.keeps = keeps;
    }

    static TorchModule load(BertConfig config, Compute compute, Learning learning) {
        return load(source(SOURCE), attributes(config, compute, learning), compute, false);
    }

    /// With the methods of `reading.py`, which keep their weights.
    ///
    /// @throws EngineException where this PyTorch lacks the operators
    static TorchModule loadToRead(BertConfig config, Compute compute) {
        var attributes = attributes(config, compute, Learning.NONE);
        boolean int8 = compute.precision() == Precision.INT8;
        attributes.put("int8", int8);
        attributes.put(
                "half_attention",
                compute.precision() == Precision.BFLOAT16
                        || (int8 && Speed.ofBfloat16(compute.threads()) >= Compute.WORTH_IT));
        return load(source(SOURCE) + source(READING), attributes, compute, true);
    }

    private static TorchModule load(String source, Map<String, Object> attributes, Compute compute, boolean keeps) {
        Engine.getEngine("PyTorch"); // first, so that its own settings do not come after ours
        JniUtils.setNumThreads(compute.threads());
        var manager = (PtNDManager) NDManager.newBaseManager(compute.device(), "PyTorch");
        try (var archive = new ByteArrayInputStream(TorchArchive.of(source, attributes))) {
            return new TorchModule(manager, JniUtils.loadModule(manager, archive, false, false), compute, keeps);
        } catch (IOException e) {
            manager.close();
            throw new UncheckedIOException(e);
        } catch (EngineException e) {
            manager.close();
            throw e;
        }
    }

    /// Whether it has the methods of `reading.py`.
    boolean keeps() {
        return keeps;
    }

    /// What a call makes belongs here, until it is closed.
    NDManager scope() {
        return manager.newSubManager();
    }

    /// What lives as long as the module.
    NDManager own() {
        return manager;
    }

    /// Calls a method that only reads. It throws [OutOfMemory] where that is what is wrong. The answer
    /// belongs to the module's own scope; close it, or attach it elsewhere.
    NDList read(String method, NDList inputs) {
        return call(method, inputs, false);
    }

    /// Calls a method that follows gradients and may change its inputs.
    NDList learn(String method, NDList inputs) {
        return call(method, inputs, true);
    }

    /// One array for each parameter, under a name that makes them one list in the program.
    NDList load(List<Parameter> shape, WeightSource weights, String list) throws IOException {
        var arrays = new NDList(shape.size());
        for (var parameter : shape) {
            var values = weights.read(parameter);
            // An array made from a buffer borrows its memory, which goes when the array is closed, even if others of
            // PyTorch's tensors share it. A duplicate owns what it holds.
            try (var borrowed = manager.create(values, parameter.torchShape())) {
                arrays.add(borrowed.duplicate());
            }
        }
        return named(list, arrays);
    }

    static NDList named(String list, NDList arrays) {
        arrays.forEach(array -> array.setName(list + "[]"));
        return arrays;
    }

    Compute compute() {
        return compute;
    }

    @Override
    public void close() {
        program.close();
        manager.close();
    }

    private NDList call(String method, NDList inputs, boolean learning) {
        JniUtils.setGraphExecutorOptimize(false); // both settings are the thread's
        JniUtils.setGradMode(learning);
        try (var scope = scope()) {
            var name = scope.create(0f);
            name.setName("module_method:" + method);
            var all = new NDList(inputs);
            all.add(name);
            // "Training" only keeps DJL from a guard that PyTorch warns of; the gradient mode is what counts.
            return IValueUtils.forward(program, all, true);
        } catch (EngineException e) {
            var lacked = OutOfMemory.in(e);
            if (lacked.isEmpty()) throw e;
            if (compute.kind() == Compute.Kind.GPU) JniUtils.emptyCudaCache();
            throw lacked.get();
        } finally {
            JniUtils.setGradMode(false);
        }
    }

    private static LinkedHashMap<String, Object> attributes(BertConfig config, Compute compute, Learning learning) {
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("training", false);
        var family = config.family();
        attributes.put("layers", config.layers());
        attributes.put("heads", config.heads());
        attributes.put("pad", config.pad());
        attributes.put("first_position", config.firstPosition());
        attributes.put("segments", config.types() > 0);
        attributes.put("projected", config.projects());
        attributes.put("epsilon", config.epsilon());
        attributes.put("activation", config.activation().programName());
        attributes.put("half", compute.precision() == Precision.BFLOAT16);
        attributes.put("half_attention", false);
        attributes.put("int8", false);
        attributes.put("kept", List.of());
        attributes.put("scales", List.of());
        attributes.put("pooled_by", pooledBy(family).programName());
        attributes.put("guessed_by", guessedBy(config).programName());
        boolean twice = family == Family.ROBERTA || family == Family.ELECTRA;
        attributes.put("hidden_dropout", learning.hiddenDropout());
        attributes.put("attended_dropout", family == Family.DISTILBERT ? 0.0 : learning.hiddenDropout());
        attributes.put("attention_dropout", learning.attentionDropout());
        attributes.put("first_dropout", twice ? learning.headDropout() : 0.0);
        attributes.put("head_dropout", learning.headDropout());
        attributes.put("frozen", learning.frozen());
        return attributes;
    }

    /// What the family's own classifier of rows does with the first piece.
    private static Activation pooledBy(Family family) {
        return switch (family) {
            case BERT, ROBERTA -> Activation.TANH;
            case ELECTRA -> Activation.GELU;
            case DISTILBERT -> Activation.RELU;
        };
    }

    /// What the head for masked pieces does after its dense layer.
    private static Activation guessedBy(BertConfig config) {
        return switch (config.family()) {
            case BERT, DISTILBERT -> config.activation();
            case ROBERTA, ELECTRA -> Activation.GELU;
        };
    }

    private static String source(String name) {
        try (var in = Objects.requireNonNull(TorchModule.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
