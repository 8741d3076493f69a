package org.biogloss.bert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What the scores of a batch should have been.
@SuppressWarnings("ArrayRecordComponent") // on their way into a tensor
public sealed interface Targets {

    /// Marks a piece or a row that carries no label.
    long UNLABELLED = -100;

    /// The class of each piece, rows × length.
    record Labels(long[] rowsTimesLength) implements Targets {}

    /// The class of each row.
    record Classes(long[] rows) implements Targets {}

    /// 1 where an output should say yes, else 0: rows × outputs.
    record Marks(float[] rowsTimesOutputs) implements Targets {}

    /// The number that each row should get.
    record Numbers(float[] rows) implements Targets {}

    /// What stood at masked places, for [Head.Form#MASKED] and [Head.Form#MASKED_WITH_NEXT].
    ///
    /// @param places where they are: row × length of the batch + column
    /// @param pieces the ids of what stood there
    /// @param next   for each row 0 where its second text followed its first one, 1 where it is another;
    ///     nothing where the head does not ask
    record Masked(int[] places, long[] pieces, Optional<long[]> next) implements Targets {

        public Masked {
            if (places.length != pieces.length) {
                throw new IllegalArgumentException(places.length + " places for " + pieces.length + " pieces");
            }
        }
    }

    /// By what a sum of losses is divided to give their mean, as PyTorch does it: the number of labelled
    /// things, or the weights of their classes together. Of masked pieces, their number, whatever else the
    /// head judges.
    ///
    /// @param classWeights empty where all classes count alike
    default double count(List<Double> classWeights) {
        return switch (this) {
            case Masked masked -> masked.pieces().length;
            case Labels(var labels) -> weight(labels, classWeights);
            case Classes(var classes) -> weight(classes, classWeights);
            case Marks(var marks) -> marks.length;
            case Numbers(var numbers) -> numbers.length;
        };
    }

    private static double weight(long[] classes, List<Double> weights) {
        var labelled = Arrays.stream(classes).filter(label -> label != UNLABELLED);
        return weights.isEmpty()
                ? labelled.count()
                : labelled.mapToDouble(label -> weights.get((int) label)).sum();
    }
}
