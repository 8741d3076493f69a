package org.biogloss.bert;

/// How AdamW moves.
///
/// @param greatestNorm gradients are scaled down to this common norm; 0 for no clipping
public record AdamW(double beta1, double beta2, double epsilon, double weightDecay, double greatestNorm) {

    public static final AdamW USUAL = new AdamW(0.9, 0.999, 1e-8, 0.01, 1.0);

    public AdamW {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("AdamW's betas lie in [0, 1), not at " + beta1 + ", " + beta2);
        }
        if (!(epsilon > 0 && weightDecay >= 0 && greatestNorm >= 0)) {
            throw new IllegalArgumentException("AdamW's epsilon, weight decay and norm cannot be negative");
        }
    }
}
