package org.biogloss.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.biogloss.jobs.EventFile;
import org.biogloss.training.RunFolder;

/// What a pretraining run told of itself.
///
/// @param packed   by the corpus' name
/// @param losses   the loss of each step, by the millions of pieces shown before it
/// @param lastLook perplexity and masked accuracy at the end, each corpus' with its name in front where there are
///     several
record PretrainingTold(
        long parameters,
        Map<String, Packed> packed,
        List<Plot.Point> losses,
        Map<String, Double> lastLook,
        long pieces,
        double seconds) {

    /// A corpus as it was cut for the run.
    record Packed(long texts, long heldOut, long dropped, long words, long pieces) {

        double piecesPerWord() {
            return (double) pieces / Math.max(1, words);
        }
    }

    Packed corpus(String name) {
        return Objects.requireNonNull(packed.get(name), name);
    }

    /// Steps in one point of a curve.
    private static final int CURVE = 150;

    static PretrainingTold read(RunFolder folder) throws IOException {
        var packed = new LinkedHashMap<String, Packed>();
        var steps = new LinkedHashMap<Long, JsonNode>(); // one that was done again after a resume counts once
        var look = new LinkedHashMap<String, Double>();
        long parameters = 0;
        double seconds = 0;
        for (var event : new EventFile.Follower(folder.events()).poll()) {
            switch (event.path("event").asText()) {
                case "packed" ->
                    packed.put(
                            event.path("corpus").asText(),
                            new Packed(
                                    event.path("texts").asLong(),
                                    event.path("heldOut").asLong(),
                                    event.path("dropped").asLong(),
                                    event.path("words").asLong(),
                                    event.path("pieces").asLong()));
                case "started" -> parameters = event.path("parameters").asLong();
                case "step" -> steps.put(event.path("step").asLong(), event);
                case "evaluated" -> {
                    look.clear();
                    event.path("scores")
                            .properties()
                            .forEach(score ->
                                    look.put(score.getKey(), score.getValue().asDouble()));
                }
                case "finished" -> seconds = event.path("seconds").asDouble();
                default -> {}
            }
        }
        long pieces = steps.values().stream()
                .mapToLong(step -> step.path("pieces").asLong())
                .sum();
        return new PretrainingTold(parameters, packed, curve(List.copyOf(steps.values())), look, pieces, seconds);
    }

    /// The mean of each so many steps.
    private static List<Plot.Point> curve(List<JsonNode> steps) {
        var points = new ArrayList<Plot.Point>();
        int together = Math.max(1, steps.size() / CURVE);
        long shown = 0;
        for (int from = 0; from < steps.size(); from += together) {
            var some = steps.subList(from, Math.min(steps.size(), from + together));
            double loss = 0;
            long pieces = 0;
            for (var step : some) {
                loss += step.path("loss").asDouble() / some.size();
                pieces += step.path("pieces").asLong();
            }
            points.add(new Plot.Point((shown + pieces / 2.0) / 1e6, loss));
            shown += pieces;
        }
        return points;
    }
}
