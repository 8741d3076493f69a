package org.biogloss.bert;

/// What a lesson of masked pieces came to, with nobody learning from it.
///
/// @param loss  the sum over all masked pieces of the negative logarithm of their probability
/// @param right how many had the best score of all
/// @param nextLoss the same sum over the rows whose second text was judged; 0 where none was
public record Guessed(double loss, long masked, long right, double nextLoss, long rows, long nextRight) {

    public static final Guessed NOTHING = new Guessed(0, 0, 0, 0, 0, 0);

    public Guessed and(Guessed other) {
        return new Guessed(
                loss + other.loss,
                masked + other.masked,
                right + other.right,
                nextLoss + other.nextLoss,
                rows + other.rows,
                nextRight + other.nextRight);
    }
}
