package org.biogloss.bert;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Turns what a caller has into the tensors that `network.py` takes, in its order.
final class Inputs {

    private final BertConfig config;
    private final List<Head> heads;
    private final NDManager scope;

    Inputs(BertConfig config, List<Head> heads, NDManager scope) {
        this.config = config;
        this.heads = heads;
        this.scope = scope;
    }

    /// ids, lengths, types
    List<NDArray> pieces(PieceBatch batch) {
        var shape = new Shape(batch.rows(), batch.length());
        // RoBERTa counts one kind of segment, and the callers need not know.
        var types = config.types() > 1 ? batch.types() : new long[batch.types().length];
        return List.of(scope.create(batch.ids(), shape), scope.create(batch.lengths()), scope.create(types, shape));
    }

    /// form, loss, and the tensors of the heads before it
    NDArray head(Head head) {
        return scope.create(numbers(head));
    }

    /// The same for several, a row each.
    NDArray heads(List<Head> several) {
        var rows = several.stream()
                .map(this::numbers)
                .flatMapToLong(Arrays::stream)
                .toArray();
        return scope.create(rows, new Shape(several.size(), rows.length / several.size()));
    }

    private long[] numbers(Head head) {
        int at = heads.indexOf(head);
        if (at < 0) throw new IllegalArgumentException("The network has no head " + head);
        int before = heads.subList(0, at).stream()
                .mapToInt(other -> BertShape.head(config, other).size())
                .sum();
        return new long[] {head.form().ordinal(), head.loss().ordinal(), before};
    }

    /// Where masked pieces are, counted through the batch.
    NDArray places(int[] masked) {
        return scope.create(Arrays.stream(masked).asLongStream().toArray(), new Shape(masked.length));
    }

    NDArray places(Head head, PieceBatch batch) {
        if (head.form() != Head.Form.PLACES_2) return nothing();
        if (batch.places().length == 0)
            throw new IllegalArgumentException("A head of two places needs to be told them");
        return scope.create(batch.places(), new Shape(batch.rows(), 2, batch.length()));
    }

    /// targets, weights
    List<NDArray> targets(Lesson lesson) {
        int rows = lesson.batch().rows();
        var targets = switch (lesson.targets()) {
            case Targets.Labels(var labels) ->
                scope.create(labels, new Shape(rows, lesson.batch().length()));
            case Targets.Classes(var classes) -> scope.create(classes, new Shape(rows));
            case Targets.Marks(var marks) ->
                scope.create(marks, new Shape(rows, lesson.head().outputs()));
            case Targets.Numbers(var numbers) ->
                scope.create(numbers, new Shape(rows, lesson.head().outputs()));
            case Targets.Masked masked ->
                scope.create(LongStream.concat(
                                Arrays.stream(masked.pieces()),
                                Arrays.stream(masked.next().orElse(new long[0])))
                        .toArray());
        };
        return List.of(targets, weights(lesson.classWeights()));
    }

    private NDArray weights(List<Double> weights) {
        if (weights.isEmpty()) return nothing();
        var values = new float[weights.size()];
        for (int i = 0; i < values.length; i++) values[i] = weights.get(i).floatValue();
        return scope.create(values);
    }

    NDArray nothing() {
        return scope.create(new Shape(0), DataType.FLOAT32);
    }

    /// What a call with a lesson takes behind its parameters.
    NDList lesson(Lesson lesson) {
        var inputs = new NDList(head(lesson.head()));
        inputs.addAll(pieces(lesson.batch()));
        inputs.add(
                lesson.targets() instanceof Targets.Masked masked
                        ? places(masked.places())
                        : places(lesson.head(), lesson.batch()));
        inputs.addAll(targets(lesson));
        return inputs;
    }
}
