package org.biogloss.ui.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The newest figures of a run, as its events come in. NaN, -1, 0 or empty where it has not told one yet.
public final class RunFigures {

    private long step;
    private long totalSteps;
    private int epoch;
    private double loss = Double.NaN;
    private double best = Double.NaN;
    private double bestStep = Double.NaN;
    private String metric = "f1";
    private double tokensPerSecond = Double.NaN;
    private double secondsLeft = -1;
    private long memory;
    private int patienceLeft = -1;
    private String device = "";
    private Duration worked = Duration.ZERO;
    private Instant since = Instant.EPOCH;
    private Instant latest = Instant.EPOCH;
    private Map<String, Double> test = Map.of();
    private Optional<String> model = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<String> badBatch = Optional.empty();
    private Optional<String> end = Optional.empty();

    public void add(RunEvent event) {
        latest = event.time();
        switch (event) {
            case RunEvent.Started started -> start(started);
            case RunEvent.Step now -> take(now);
            case RunEvent.Evaluated now -> {
                metric = now.metric();
                better(now.value(), now.step());
            }
            case RunEvent.Best now -> better(now.value(), now.step());
            case RunEvent.Patience now -> patienceLeft = now.left();
            case RunEvent.Paused _ -> rest();
            case RunEvent.Ended over -> {
                end(over.how());
                model = over.model();
                test = over.test();
                if (Double.isFinite(over.best())) best = over.best();
            }
            case RunEvent.Failed failed -> {
                end("failed");
                failure = Optional.of(failed.message());
                badBatch = failed.batch();
            }
            case RunEvent.Saved _,
                    RunEvent.OutOfMemory _,
                    RunEvent.Packed _,
                    RunEvent.Warning _,
                    RunEvent.Guessed _,
                    RunEvent.Unknown _ -> {}
        }
    }

    private void start(RunEvent.Started started) {
        step = started.step();
        totalSteps = started.totalSteps();
        device = (started.device() + " " + precision(started.precision())).strip();
        since = started.time();
        secondsLeft = -1;
        end = Optional.empty();
        failure = Optional.empty();
        badBatch = Optional.empty();
    }

    private void take(RunEvent.Step now) {
        step = (long) now.step();
        epoch = now.epoch();
        loss = now.loss();
        tokensPerSecond = now.tokensPerSecond();
        secondsLeft = now.secondsLeft();
        if (now.memory() > 0) memory = now.memory();
    }

    private void better(double value, double at) {
        if (!Double.isFinite(value) || value < best) return;
        if (value > best || Double.isNaN(best)) bestStep = at;
        best = value;
    }

    private void end(String how) {
        end = Optional.of(how);
        rest();
    }

    private void rest() {
        worked = seconds();
        since = Instant.EPOCH;
    }

    private static String precision(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "bfloat16" -> "bf16";
            case "float32" -> "fp32";
            default -> name;
        };
    }

    public long step() {
        return step;
    }

    public long totalSteps() {
        return totalSteps;
    }

    public int epoch() {
        return epoch;
    }

    public double loss() {
        return loss;
    }

    /// The best score on the dev data.
    public double best() {
        return best;
    }

    public double bestStep() {
        return bestStep;
    }

    /// What the scores are.
    public Metric metric() {
        return new Metric(metric);
    }

    public double tokensPerSecond() {
        return tokensPerSecond;
    }

    public double secondsLeft() {
        return secondsLeft;
    }

    /// In bytes.
    public long memory() {
        return memory;
    }

    public int patienceLeft() {
        return patienceLeft;
    }

    /// Such as `CPU bf16`.
    public String device() {
        return device;
    }

    /// How long it has worked, without its pauses.
    public Duration seconds() {
        if (since.equals(Instant.EPOCH) || latest.isBefore(since)) return worked;
        return worked.plus(Duration.between(since, latest));
    }

    /// On the test data, by name.
    public Map<String, Double> test() {
        return test;
    }

    /// The folder of the model that the run made, once it is over.
    public Optional<String> model() {
        return model;
    }

    public Optional<String> failure() {
        return failure;
    }

    public Optional<String> badBatch() {
        return badBatch;
    }

    /// `finished`, `stopped` or `failed`, once the run has said so.
    public Optional<String> end() {
        return end;
    }

    /// Of its steps, or -1 where it has not said how many there are.
    public double fraction() {
        return totalSteps == 0 ? -1 : Math.min(1.0, (double) step / totalSteps);
    }
}
