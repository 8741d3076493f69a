package org.biogloss.bert;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// A network that is ready to read. It learns nothing; see [LearningNetwork].
///
/// One call at a time computes: two at once only fight for the same processor.
public final class Network implements AutoCloseable {

    private final BertConfig config;
    private final List<Head> heads;
    private final TorchModule module;
    private final NDList ready;

    /// The weights, ready for use, or none where the module keeps them.
    private Network(BertConfig config, List<Head> heads, TorchModule module, NDList ready) {
        this.config = config;
        this.heads = heads;
        this.module = module;
        this.ready = ready;
    }

    /// @param heads none for the bare encoder
    /// @throws IOException naming the tensor that the weights lack, or have in other measures
    public static Network open(BertConfig config, List<Head> heads, WeightSource weights, Compute compute)
            throws IOException {
        var module = module(config, compute);
        try (var parameters = module.load(BertShape.of(config, heads), weights, "p")) {
            return of(config, heads, module, parameters);
        } catch (IOException | RuntimeException e) {
            module.close();
            throw e;
        }
    }

    /// The network as it stands in the middle of learning; it stays as it is while the other learns on.
    static Network of(BertConfig config, List<Head> heads, Compute compute, NDList parameters) {
        return of(config, heads, module(config, compute), parameters);
    }

    private static Network of(BertConfig config, List<Head> heads, TorchModule module, NDList parameters) {
        var ready = module.keeps() ? new NDList() : TorchModule.named("f", module.read("ready", parameters));
        if (module.keeps()) module.read("keep", parameters).close();
        return new Network(config, List.copyOf(heads), module, ready);
    }

    /// The way of `reading.py` where it works here.
    private static TorchModule module(BertConfig config, Compute compute) {
        if (compute.kind() == Compute.Kind.CPU) {
            try {
                return TorchModule.loadToRead(config, compute);
            } catch (EngineException e) { // a PyTorch built without oneDNN
                if (compute.precision() == Precision.INT8) {
                    throw new IllegalStateException(
                            "Cannot compute in int8: this PyTorch was built without oneDNN. Choose float32 or bfloat16.",
                            e);
                }
            }
        }
        return TorchModule.load(config, compute, TorchModule.Learning.NONE);
    }

    public BertConfig config() {
        return config;
    }

    public List<Head> heads() {
        return heads;
    }

    public Compute compute() {
        return module.compute();
    }

    /// The last hidden states: rows × length × width, one after the other.
    public float[] hidden(PieceBatch batch) {
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new NDList(ready);
                inputs.addAll(new Inputs(config, heads, scope).pieces(batch));
                return numbers("hidden", inputs);
            }
        }
    }

    /// The head's scores before softmax or sigmoid, one after the other: rows × length × outputs for a
    /// head on each piece, else rows × outputs.
    public float[] scores(Head head, PieceBatch batch) {
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new Inputs(config, heads, scope);
                var all = new NDList(ready);
                all.add(inputs.head(head));
                all.addAll(inputs.pieces(batch));
                all.add(inputs.places(head, batch));
                return numbers("scores", all);
            }
        }
    }

    /// The scores of several heads of [Head.Form#EACH_PIECE] from one encoding: rows × length × the outputs of all, in
    /// the heads' order.
    public float[] scores(List<Head> several, PieceBatch batch) {
        if (several.size() == 1) return scores(several.getFirst(), batch);
        if (several.isEmpty() || several.stream().anyMatch(head -> head.form() != Head.Form.EACH_PIECE)) {
            throw new IllegalArgumentException("Only heads on each piece are read side by side, not " + several);
        }
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new Inputs(config, heads, scope);
                var all = new NDList(ready);
                all.add(inputs.heads(several));
                all.addAll(inputs.pieces(batch));
                return numbers("many_scores", all);
            }
        }
    }

    /// @param piece       its id in the vocabulary
    /// @param probability of all pieces' together, which is 1
    public record Guess(int piece, double probability) {}

    /// What most probably stands at masked places, by a head of [Head.Form#MASKED] or
    /// [Head.Form#MASKED_WITH_NEXT].
    ///
    /// @param places row × length of the batch + column
    /// @return the best `most` guesses for each place, the best first
    public List<List<Guess>> guesses(Head head, PieceBatch batch, int[] places, int most) {
        if (!head.form().isMasked()) throw new IllegalArgumentException("Not a head for masked pieces: " + head);
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new Inputs(config, heads, scope);
                var all = new NDList(ready);
                all.add(inputs.head(head));
                all.addAll(inputs.pieces(batch));
                all.add(inputs.places(places));
                var scores = numbers("scores", all);
                return IntStream.range(0, places.length)
                        .mapToObj(i -> best(scores, i * head.outputs(), head.outputs(), most))
                        .toList();
            }
        }
    }

    private static List<Guess> best(float[] scores, int from, int count, int most) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) greatest = Math.max(greatest, scores[from + i]);
        double sum = 0;
        var worstFirst = new PriorityQueue<Guess>(Comparator.comparingDouble(Guess::probability));
        for (int i = 0; i < count; i++) {
            double part = Math.exp(scores[from + i] - greatest);
            sum += part;
            worstFirst.add(new Guess(i, part));
            if (worstFirst.size() > most) worstFirst.remove();
        }
        double all = sum;
        return worstFirst.stream()
                .sorted(Comparator.comparingDouble(Guess::probability).reversed())
                .map(guess -> new Guess(guess.piece(), guess.probability() / all))
                .toList();
    }

    /// The mean loss over all that carries a label; not a number where nothing does. For masked pieces see
    /// [LearningNetwork#guess].
    public double loss(Lesson lesson) {
        if (lesson.head().form().isMasked()) throw new IllegalArgumentException("Not a loss of " + lesson.head());
        synchronized (module) {
            try (var scope = module.scope()) {
                var inputs = new NDList(ready);
                inputs.addAll(new Inputs(config, heads, scope).lesson(lesson));
                return numbers("measure", inputs)[0] / lesson.count();
            }
        }
    }

    @Override
    public void close() {
        synchronized (module) {
            ready.close();
            module.close();
        }
    }

    private float[] numbers(String method, NDList inputs) {
        try (var answer = module.read(module.keeps() ? "packed_" + method : method, inputs)) {
            return answer.singletonOrThrow().toFloatArray();
        }
    }
}
