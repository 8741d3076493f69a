package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/// What a run has told so far, as its events came in.
public final class RunCurve {

    /// The newest figures of a run. NaN or -1 where it has not told one yet.
    public record Figures(
            long step,
            long totalSteps,
            int epoch,
            double loss,
            double bestF1,
            double lastF1,
            double tokensPerSecond,
            double secondsLeft,
            String device,
            long parameters) {

        public static final Figures NONE =
                new Figures(0, 0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, -1, "", 0);

        public double fraction() {
            return totalSteps == 0 ? -1 : Math.min(1.0, (double) step / totalSteps);
        }
    }

    private final Series loss = new Series();
    private final Series rate = new Series();
    private final Series gradientNorm = new Series();
    private final Series devF1 = new Series();
    private final Series devLoss = new Series();
    private Figures figures = Figures.NONE;
    private Optional<String> model = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<String> end = Optional.empty();

    public void add(JsonNode event) {
        switch (event.path("event").asText()) {
            case "started" -> started(event);
            case "step" -> step(event);
            case "evaluated" -> evaluated(event);
            case "best" -> best(event);
            case "finished", "stopped" -> ended(event);
            case "failed" -> {
                failure = Optional.of(event.path("message").asText("The run failed"));
                end = Optional.of("failed");
            }
            default -> {} // A newer program may tell more than this one shows.
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

    public Series devF1() {
        return devF1;
    }

    public Series devLoss() {
        return devLoss;
    }

    public Figures figures() {
        return figures;
    }

    /// The folder of the model that the run made, once it is over.
    public Optional<String> model() {
        return model;
    }

    public Optional<String> failure() {
        return failure;
    }

    /// `finished`, `stopped` or `failed`, once the run has said so.
    public Optional<String> end() {
        return end;
    }

    private void started(JsonNode event) {
        long from = event.path("step").asLong(0);
        for (var series : List.of(loss, rate, gradientNorm, devF1, devLoss)) series.cutFrom(from + 0.5);
        end = Optional.empty();
        failure = Optional.empty();
        var before = figures;
        figures = new Figures(
                from,
                event.path("totalSteps").asLong(),
                0,
                loss.lastY(),
                before.bestF1(),
                devF1.lastY(),
                Double.NaN,
                -1,
                (event.path("device").asText() + " "
                                + precision(event.path("precision").asText()))
                        .strip(),
                event.path("parameters").asLong());
    }

    private void step(JsonNode event) {
        double at = event.path("step").asDouble();
        loss.add(at, event.path("loss").asDouble(Double.NaN));
        rate.add(at, event.path("rate").asDouble(Double.NaN));
        gradientNorm.add(at, event.path("gradNorm").asDouble(Double.NaN));
        figures = new Figures(
                (long) at,
                figures.totalSteps(),
                event.path("epoch").asInt(),
                loss.lastY(),
                figures.bestF1(),
                figures.lastF1(),
                event.path("tokensPerSecond").asDouble(Double.NaN),
                event.path("secondsLeft").asDouble(-1),
                figures.device(),
                figures.parameters());
    }

    private void evaluated(JsonNode event) {
        double at = event.path("step").asDouble();
        devF1.add(at, event.path("f1").asDouble(Double.NaN));
        if (event.hasNonNull("loss")) devLoss.add(at, event.path("loss").asDouble());
        withBest(Math.max(zeroForNaN(figures.bestF1()), devF1.lastY()));
    }

    private void best(JsonNode event) {
        withBest(event.path("f1").asDouble(figures.bestF1()));
    }

    private void ended(JsonNode event) {
        end = Optional.of(event.path("event").asText());
        model = Optional.ofNullable(event.path("model").asText(null));
        if (event.hasNonNull("bestF1")) withBest(event.path("bestF1").asDouble());
    }

    private void withBest(double bestF1) {
        figures = new Figures(
                figures.step(),
                figures.totalSteps(),
                figures.epoch(),
                figures.loss(),
                bestF1,
                devF1.lastY(),
                figures.tokensPerSecond(),
                figures.secondsLeft(),
                figures.device(),
                figures.parameters());
    }

    private static double zeroForNaN(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static String precision(String name) {
        return switch (name.toLowerCase(java.util.Locale.ROOT)) {
            case "bfloat16" -> "bf16";
            case "float32" -> "fp32";
            default -> name;
        };
    }
}
