package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.ui.training.plot.Series;
import org.biogloss.ui.training.plot.Smoothing;

/// What a run has told so far, as its events came in: curves, figures and a log.
public final class RunCurve {

    private final Series loss = new Series();
    private final Series rate = new Series();
    private final Series gradientNorm = new Series();
    private final Series speed = new Series();
    private final Series devScore = new Series();
    private final Series devLoss = new Series();
    private final Series perplexity = new Series();
    private final List<RunEvent.Guessed> guesses = new ArrayList<>();
    private final Map<Series, Smoothing> smoothings = new HashMap<>();
    private final RunFigures figures = new RunFigures();
    private final RunLog log = new RunLog();

    public void add(RunEvent event) {
        figures.add(event);
        log.add(event);
        switch (event) {
            case RunEvent.Started started -> {
                for (var series : List.of(loss, rate, gradientNorm, speed, devScore, devLoss, perplexity)) {
                    series.cutFrom(started.step() + 0.5);
                }
                guesses.removeIf(guessed -> guessed.step() > started.step());
            }
            case RunEvent.Step now -> {
                loss.add(now.step(), now.loss());
                rate.add(now.step(), now.rate());
                gradientNorm.add(now.step(), now.gradientNorm());
                speed.add(now.step(), now.tokensPerSecond());
            }
            case RunEvent.Evaluated now -> {
                devScore.add(now.step(), now.value());
                if (Double.isFinite(now.loss())) devLoss.add(now.step(), now.loss());
                var perplexed = now.scores().get("perplexity");
                if (perplexed != null) perplexity.add(now.step(), perplexed);
            }
            case RunEvent.Guessed now -> guesses.add(now);
            default -> {} // the rest is no point of a curve
        }
    }

    public Series loss() {
        return loss;
    }

    public Series rate() {
        return rate;
    }

    public Series gradientNorm() {
        return gradientNorm;
    }

    /// In tokens a second.
    public Series speed() {
        return speed;
    }

    public Series devScore() {
        return devScore;
    }

    public Series devLoss() {
        return devLoss;
    }

    /// On held-out text, of a run that pretrains; empty for others.
    public Series perplexity() {
        return perplexity;
    }

    /// What stands in the place of hidden words at each look, of a run that pretrains.
    public List<RunEvent.Guessed> guesses() {
        return List.copyOf(guesses);
    }

    public RunFigures figures() {
        return figures;
    }

    public RunLog log() {
        return log;
    }

    /// One of this run's curves, evened out; goes on where it left off when asked again.
    ///
    /// @param share of the run's steps over which a value's weight falls to 1/e
    public Series smoothed(Series curve, double share) {
        double steps = Math.max((double) figures.totalSteps(), curve.isEmpty() ? 0 : curve.lastX());
        double reach = share <= 0 ? 0 : Math.max(2, share * steps);
        return smoothings
                .compute(
                        curve,
                        (_, known) -> known != null && known.reaches(reach) ? known : new Smoothing(curve, reach))
                .upToDate();
    }
}
