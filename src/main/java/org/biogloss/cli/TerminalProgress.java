package org.biogloss.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.biogloss.jobs.EventFile;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.training.RunFolder;

/// Tells on a terminal how a training run goes: what its event file says, thinned out to a line every few seconds.
final class TerminalProgress implements JobContext {

    private static final long BETWEEN_LINES = 5_000_000_000L;

    private final PrintWriter err;
    private final EventFile.Follower events;
    private long lastLine = System.nanoTime() - BETWEEN_LINES;
    private String total = "?";

    TerminalProgress(PrintWriter err, RunFolder run) {
        this.err = err;
        this.events = new EventFile.Follower(run.events());
        try {
            events.poll(); // what an earlier part of the run told is old news
        } catch (IOException _) {
            // The run itself will say what is wrong with its folder.
        }
    }

    @Override
    public void report(Progress progress) {
        try {
            for (var event : events.poll()) tell(event);
        } catch (IOException _) {
            // Training does not depend on being watched.
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    private void tell(JsonNode event) {
        switch (event.path("event").asText()) {
            case "started" -> {
                total = event.path("totalSteps").asText();
                err.printf(
                        Locale.ROOT,
                        "%d examples, %s steps, %s %s, %,d parameters%n",
                        event.path("trainExamples").asLong(),
                        total,
                        event.path("device").asText(),
                        event.path("precision").asText(),
                        event.path("parameters").asLong());
            }
            case "step" -> step(event);
            case "evaluated" ->
                err.printf(
                        Locale.ROOT,
                        "epoch %d: dev %s %.4f loss %.4f  (%s)%n",
                        event.path("epoch").asInt(),
                        event.path("main").asText("f1"),
                        event.path("value").asDouble(),
                        event.path("loss").asDouble(),
                        scores(event.path("scores")));
            case "patience" ->
                err.printf(
                        "patience: %d of %d looks left%n",
                        event.path("left").asInt(), event.path("of").asInt());
            case "packing" ->
                err.printf(
                        Locale.ROOT,
                        "%s: %,d texts read%n",
                        event.path("corpus").asText(),
                        event.path("texts").asLong());
            case "packed" -> packed(event);
            case "warning" -> err.println(event.path("message").asText());
            case "guessed" -> event.path("sentences").forEach(this::guessed);
            case "outOfMemory" ->
                err.printf(
                        "out of memory: %d rows at once from here on, in %d portions a step%n",
                        event.path("rows").asInt(), event.path("accumulate").asInt());
            default -> {}
        }
        err.flush();
    }

    private static String scores(JsonNode scores) {
        return scores.properties().stream()
                .limit(6)
                .map(score -> String.format(
                        Locale.ROOT, "%s %.4f", score.getKey(), score.getValue().asDouble()))
                .collect(Collectors.joining(", "));
    }

    private void packed(JsonNode event) {
        err.printf(
                Locale.ROOT,
                "%s: %,d texts with %,d words, %,d pieces; %,d texts held out; left out: %,d too short, %,d by rule%n",
                event.path("corpus").asText(),
                event.path("texts").asLong(),
                event.path("words").asLong(),
                event.path("pieces").asLong(),
                event.path("heldOut").asLong(),
                event.path("tooShort").asLong(),
                event.path("dropped").asLong());
    }

    private void guessed(JsonNode sentence) {
        var parts = sentence.path("parts");
        var hidden = sentence.path("hidden");
        var line = new StringBuilder("  ");
        for (int i = 0; i < parts.size(); i++) {
            line.append(parts.get(i).asText());
            if (i >= hidden.size()) continue;
            var first = hidden.get(i).path("guesses").path(0);
            line.append(String.format(
                    Locale.ROOT,
                    " [%s: %s %.0f%%] ",
                    hidden.get(i).path("word").asText(),
                    first.path("word").asText(),
                    100 * first.path("probability").asDouble()));
        }
        err.println(line);
    }

    private void step(JsonNode event) {
        if (System.nanoTime() - lastLine < BETWEEN_LINES) return;
        lastLine = System.nanoTime();
        long left = Math.round(event.path("secondsLeft").asDouble());
        err.printf(
                Locale.ROOT,
                "step %d of %s  loss %.4f  rate %.2e  %.0f tokens/s  %d:%02d left%n",
                event.path("step").asLong(),
                total,
                event.path("loss").asDouble(),
                event.path("rate").asDouble(),
                event.path("tokensPerSecond").asDouble(),
                left / 60,
                left % 60);
    }
}
