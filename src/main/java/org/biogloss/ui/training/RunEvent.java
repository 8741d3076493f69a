package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One thing that a run has told, out of its event file. A field that is missing there is NaN, -1, 0 or
/// empty here; fields and kinds that this program does not know are passed over.
public sealed interface RunEvent {

    /// When it was told; the beginning of time where the file does not say.
    Instant time();

    /// @param step steps already done, where an interrupted run goes on
    record Started(
            Instant time,
            long step,
            long totalSteps,
            long trainExamples,
            long devExamples,
            long parameters,
            String device,
            String precision)
            implements RunEvent {}

    /// @param memory in bytes, or 0
    record Step(
            Instant time,
            double step,
            int epoch,
            double loss,
            double rate,
            double gradientNorm,
            double tokensPerSecond,
            double secondsLeft,
            long memory)
            implements RunEvent {}

    /// A look at the dev data.
    ///
    /// @param metric what `value` is called, such as `f1`
    record Evaluated(
            Instant time, double step, int epoch, String metric, double value, double loss, Map<String, Double> scores)
            implements RunEvent {}

    record Best(Instant time, double step, double value) implements RunEvent {}

    record Saved(Instant time, double step) implements RunEvent {}

    /// @param left how many looks without a better score the run still bears
    record Patience(Instant time, int left) implements RunEvent {}

    record Paused(Instant time, double step) implements RunEvent {}

    /// The batch did not fit: from now on fewer rows at once, and more of them added up.
    record OutOfMemory(Instant time, long rows, long accumulate) implements RunEvent {}

    /// @param how `finished` or `stopped`
    record Ended(
            Instant time, String how, double best, double seconds, Optional<String> model, Map<String, Double> test)
            implements RunEvent {}

    /// @param batch where the batch lies at which it went wrong
    record Failed(Instant time, String message, Optional<String> batch) implements RunEvent {}

    /// A corpus was cut into pieces.
    record Packed(Instant time, String corpus, long texts, long pieces, long heldOut, long tooShort, long dropped)
            implements RunEvent {}

    /// Something went wrong that the run survived.
    record Warning(Instant time, String message) implements RunEvent {}

    /// What the network would put in the place of hidden words.
    record Guessed(Instant time, double step, List<Sentence> sentences) implements RunEvent {}

    /// @param parts the text before the first hidden word, between it and the next, and so on, and after the
    ///     last
    record Sentence(List<String> parts, List<Hidden> hidden) {}

    /// @param word    that stood there
    /// @param guesses the likeliest first
    record Hidden(String word, List<Guess> guesses) {

        boolean isRight() {
            return !guesses.isEmpty() && guesses.getFirst().word().equals(word);
        }
    }

    record Guess(String word, double probability) {}

    /// Of a newer program, maybe.
    record Unknown(Instant time, String kind) implements RunEvent {}

    static RunEvent of(JsonNode json) {
        var time = time(json);
        var kind = json.path("event").asText();
        return switch (kind) {
            case "started" -> started(json, time);
            case "step" -> step(json, time);
            case "evaluated" -> evaluated(json, time);
            case "best" -> new Best(time, number(json, "step"), number(json, "value", "f1"));
            case "checkpoint" -> new Saved(time, number(json, "step"));
            case "patience" -> new Patience(time, json.path("left").asInt(-1));
            case "paused" -> new Paused(time, number(json, "step"));
            case "packed" -> packed(json, time);
            case "warning" -> new Warning(time, json.path("message").asText());
            case "guessed" -> guessed(json, time);
            case "outOfMemory" ->
                new OutOfMemory(
                        time,
                        json.path("rows").asLong(),
                        json.path("accumulate").asLong());
            case "finished", "stopped" ->
                new Ended(
                        time,
                        kind,
                        number(json, "best", "bestF1"),
                        number(json, "seconds"),
                        text(json, "model"),
                        numbers(json.path("test")));
            case "failed" -> new Failed(time, json.path("message").asText(""), text(json, "batch"));
            default -> new Unknown(time, kind);
        };
    }

    private static Started started(JsonNode json, Instant time) {
        return new Started(
                time,
                json.path("step").asLong(),
                json.path("totalSteps").asLong(),
                json.path("trainExamples").asLong(),
                json.path("devExamples").asLong(),
                json.path("parameters").asLong(),
                json.path("device").asText(),
                json.path("precision").asText());
    }

    private static Packed packed(JsonNode json, Instant time) {
        return new Packed(
                time,
                json.path("corpus").asText(),
                json.path("texts").asLong(),
                json.path("pieces").asLong(),
                json.path("heldOut").asLong(),
                json.path("tooShort").asLong(),
                json.path("dropped").asLong());
    }

    private static Guessed guessed(JsonNode json, Instant time) {
        var sentences = new ArrayList<Sentence>();
        for (var sentence : json.path("sentences")) {
            var parts = new ArrayList<String>();
            sentence.path("parts").forEach(part -> parts.add(part.asText()));
            var hidden = new ArrayList<Hidden>();
            for (var one : sentence.path("hidden")) {
                var guesses = new ArrayList<Guess>();
                one.path("guesses")
                        .forEach(guess -> guesses.add(new Guess(
                                guess.path("word").asText(),
                                guess.path("probability").asDouble())));
                hidden.add(new Hidden(one.path("word").asText(), List.copyOf(guesses)));
            }
            sentences.add(new Sentence(List.copyOf(parts), List.copyOf(hidden)));
        }
        return new Guessed(time, number(json, "step"), List.copyOf(sentences));
    }

    private static Step step(JsonNode json, Instant time) {
        double seconds = number(json, "secondsLeft");
        return new Step(
                time,
                number(json, "step"),
                json.path("epoch").asInt(),
                number(json, "loss"),
                number(json, "rate"),
                number(json, "gradNorm"),
                number(json, "tokensPerSecond"),
                Double.isNaN(seconds) ? -1 : seconds,
                (long) (json.path("memoryMB").asDouble() * 1e6));
    }

    private static Evaluated evaluated(JsonNode json, Instant time) {
        return new Evaluated(
                time,
                number(json, "step"),
                json.path("epoch").asInt(),
                json.path("main").asText("f1"),
                number(json, "value", "f1"),
                number(json, "loss"),
                numbers(json.path("scores")));
    }

    /// Under the first of these names that has a number.
    private static double number(JsonNode json, String... names) {
        for (var name : names) {
            var value = json.path(name);
            if (value.isNumber()) return value.doubleValue();
            if (value.isTextual()) return unlimited(value.textValue()); // JSON has no infinities of its own
        }
        return Double.NaN;
    }

    private static double unlimited(String text) {
        return switch (text) {
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }

    private static Map<String, Double> numbers(JsonNode json) {
        var numbers = new TreeMap<String, Double>();
        json.properties().forEach(field -> {
            if (field.getValue().isNumber())
                numbers.put(field.getKey(), field.getValue().doubleValue());
        });
        return numbers;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).asText(null)).filter(words -> !words.isBlank());
    }

    private static Instant time(JsonNode json) {
        try {
            return Instant.parse(json.path("time").asText());
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
