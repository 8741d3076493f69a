package org.biogloss.tasks;

import org.biogloss.bert.Targets;

/// How far scores are from what is known, as the loss counts it: its mean over all that carries a label.
/// Classes count alike here, whatever weights they have while learning.
final class Surprise {

    private double sum;
    private long count;

    /// One of several labels, by the scores of all.
    void addChoice(float[] scores, int at, int outputs, long known) {
        if (known == Targets.UNLABELLED) return;
        sum -= Math.log(Math.max(probability(scores, at, outputs, (int) known), Float.MIN_NORMAL));
        count++;
    }

    /// What a row should have been.
    void add(Targets known, float[] scores, int at, int outputs) {
        switch (known) {
            case Targets.Labels _, Targets.Masked _ ->
                throw new IllegalArgumentException("Labels of pieces are added one by one");
            case Targets.Classes(var rows) -> addChoice(scores, at, outputs, rows[0]);
            case Targets.Marks(var marks) -> {
                for (int output = 0; output < outputs; output++) addMark(scores[at + output], marks[output]);
            }
            case Targets.Numbers(var numbers) -> {
                double apart = scores[at] - numbers[0];
                sum += apart * apart;
                count++;
            }
        }
    }

    /// 0 where nothing carried a label.
    double mean() {
        return count == 0 ? 0 : sum / count;
    }

    /// Of one of several outputs that exclude each other.
    static float probability(float[] scores, int at, int outputs, int of) {
        double all = 0;
        for (int output = 0; output < outputs; output++) all += Math.exp(scores[at + output] - scores[at + of]);
        return (float) (1 / all);
    }

    /// Of an output by itself.
    static double probability(float score) {
        return 1 / (1 + Math.exp(-score));
    }

    static int best(float[] scores, int at, int outputs) {
        int best = 0;
        for (int output = 1; output < outputs; output++) if (scores[at + output] > scores[at + best]) best = output;
        return best;
    }

    private void addMark(float score, float mark) {
        sum += Math.max(score, 0) - score * mark + Math.log1p(Math.exp(-Math.abs(score)));
        count++;
    }
}
