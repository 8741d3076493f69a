package org.biogloss.ui.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.kit.Texts;

/// What a run has told, in sentences: everything but its single steps.
public final class RunLog {

    /// How much a line matters.
    public enum Tone {
        PLAIN,
        GOOD,
        WARNING,
        FAILURE
    }

    public record Entry(Instant time, Tone tone, String text) {}

    private static final Texts TEXT = new Texts(RunLog.class);

    private final List<Entry> entries = new ArrayList<>();
    private String metric = "f1";

    /// Oldest first.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    void add(RunEvent event) {
        switch (event) {
            case RunEvent.Started started -> started(started);
            case RunEvent.Step _, RunEvent.Patience _, RunEvent.Guessed _, RunEvent.Unknown _ -> {}
            case RunEvent.Packed now ->
                add(
                        now,
                        Tone.PLAIN,
                        "log.packed",
                        now.corpus(),
                        Shown.count(now.texts()),
                        Shown.count(now.pieces()),
                        Shown.count(now.heldOut()),
                        Shown.count(now.tooShort()),
                        Shown.count(now.dropped()));
            case RunEvent.Warning now -> add(new Entry(now.time(), Tone.WARNING, now.message()));
            case RunEvent.Evaluated now -> evaluated(now);
            case RunEvent.Best now -> add(now, Tone.GOOD, "log.best", step(now.step()));
            case RunEvent.Saved now -> add(now, Tone.PLAIN, "log.saved", step(now.step()));
            case RunEvent.Paused now -> add(now, Tone.WARNING, "log.paused");
            case RunEvent.OutOfMemory now ->
                add(now, Tone.WARNING, "log.outOfMemory", Shown.count(now.rows()), Shown.count(now.accumulate()));
            case RunEvent.Ended over -> ended(over);
            case RunEvent.Failed failed -> {
                add(new Entry(failed.time(), Tone.FAILURE, failed.message()));
                failed.batch().ifPresent(batch -> add(failed, Tone.FAILURE, "log.badBatch", batch));
            }
        }
    }

    private void started(RunEvent.Started started) {
        if (started.step() > 0) add(started, Tone.PLAIN, "log.resumed", Shown.count(started.step()));
        else {
            add(
                    started,
                    Tone.PLAIN,
                    "log.started",
                    Shown.count(started.trainExamples()),
                    Shown.count(started.devExamples()),
                    String.format(Locale.ROOT, "%.1f", started.parameters() / 1e6));
        }
    }

    private void evaluated(RunEvent.Evaluated now) {
        metric = now.metric();
        var score = new Metric(metric);
        var loss = Double.isFinite(now.loss())
                ? TEXT.get("log.devLoss", String.format(Locale.ROOT, "%.4f", now.loss()))
                : "";
        add(now, Tone.PLAIN, "log.evaluated", step(now.step()), score.name(), score.words(now.value()), loss);
        if (now.scores().size() > 1) {
            var more = new java.util.StringJoiner(", ");
            now.scores()
                    .forEach((name, value) -> more.add(new Metric(name).name() + " " + new Metric(name).words(value)));
            add(new Entry(now.time(), Tone.PLAIN, more.toString()));
        }
    }

    private void ended(RunEvent.Ended over) {
        add(over, over.how().equals("finished") ? Tone.GOOD : Tone.WARNING, "log." + over.how());
        over.test().forEach((name, value) -> {
            var score = new Metric(name);
            add(over, Tone.GOOD, "log.test", score.name(), score.words(value));
        });
    }

    private void add(RunEvent event, Tone tone, String key, Object... values) {
        add(new Entry(event.time(), tone, TEXT.get(key, values)));
    }

    private void add(Entry entry) {
        entries.add(entry);
    }

    private static String step(double step) {
        return Shown.count((long) step);
    }
}
