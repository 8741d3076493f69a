package org.biogloss.training.pretraining;

import org.biogloss.bert.BertConfig;

/// What pretraining costs in operations, as papers count them: a multiplication and its addition are two, and
/// the way back costs twice the way forth. Norms, activations and the optimizer are left out; they are a few
/// per cent.
public final class PretrainingCost {

    private PretrainingCost() {}

    /// Operations for each piece that is learnt from.
    ///
    /// @param maskedShare of the pieces that are guessed: only there the vocabulary is scored
    /// @param length      of a row, in pieces
    public static double flopsPerToken(BertConfig config, double maskedShare, int length) {
        double width = config.width();
        double layer = 8 * width * width + 4 * width * config.intermediate() + 4 * length * width;
        double embedding = config.embeddingWidth();
        double head = 2 * width * embedding + 2 * embedding * config.vocabulary();
        return 3 * (config.layers() * layer + maskedShare * head);
    }
}
