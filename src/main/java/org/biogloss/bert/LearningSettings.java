package org.biogloss.bert;

/// How a network learns.
///
/// @param dropout          share of hidden values set to zero. In front of the heads too, unless the
///     config has a share of its own there; 0 turns both off
/// @param attentionDropout anything but 0 closes the fast way through attention: a third of the speed
///     at 400 pieces a row
/// @param frozenLayers     0, or the embeddings and so many of the lowest layers stay as they are
/// @param layerDecay       each layer below the top learns at so much of the rate of the one above it
/// @param freshTopLayers   so many of the highest layers start anew
/// @param seed             for dropout and what starts anew
public record LearningSettings(
        double dropout,
        double attentionDropout,
        AdamW optimizer,
        int frozenLayers,
        double layerDecay,
        int freshTopLayers,
        long seed) {

    public LearningSettings {
        if (!(dropout >= 0 && dropout < 1 && attentionDropout >= 0 && attentionDropout < 1)) {
            throw new IllegalArgumentException("Dropout lies in [0, 1), not at " + dropout + ", " + attentionDropout);
        }
        if (frozenLayers < 0 || freshTopLayers < 0) {
            throw new IllegalArgumentException("Layers cannot be fewer than none");
        }
        if (!(layerDecay > 0 && layerDecay <= 1)) {
            throw new IllegalArgumentException("Layer decay lies in (0, 1], not at " + layerDecay);
        }
    }

    public static LearningSettings usual(long seed) {
        return new LearningSettings(0.1, 0, AdamW.USUAL, 0, 1, 0, seed);
    }
}
