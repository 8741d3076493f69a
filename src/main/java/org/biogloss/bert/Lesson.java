package org.biogloss.bert;

import java.util.Arrays;
import java.util.List;

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

    /// How much a step is shown of what a loss is the mean of.
    record Counts(double labels, int texts) {
        static final Counts NONE = new Counts(0, 0);

        Counts and(Counts others) {
            return new Counts(labels + others.labels, texts + others.texts);
        }
    }
}
