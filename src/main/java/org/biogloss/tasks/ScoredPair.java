package org.biogloss.tasks;

/// Two texts and how alike people found them, on the scale of their source.
public record ScoredPair(String id, String text, String text2, double score) implements Example {

    public ScoredPair {
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("The score of the pair " + id + " is no number: " + score);
        }
    }
}
