package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biogloss.ui.kit.Notices;

/// What a tour did and how long each step took.
final class TourReport {

    private final Instant began = Instant.now();
    private final List<String> steps = new ArrayList<>();
    private final List<String> counts = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void took(String step, Instant since) {
        steps.add(String.format(
                Locale.ROOT,
                "| %s | %,d |",
                step,
                Duration.between(since, Instant.now()).toMillis()));
    }

    void count(String what, long number) {
        counts.add(String.format(Locale.ROOT, "| %s | %,d |", what, number));
    }

    void figure(String what, double number) {
        counts.add(String.format(Locale.ROOT, "| %s | %.3f |", what, number));
    }

    void picture(String file) {
        pictures.add(file);
    }

    void note(String text) {
        notes.add(text);
    }

    void write(Path file, Notices notices) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# A tour of BioGloss");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Java %s, %s, %d processors. The whole tour took %,d s.",
                Runtime.version(),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors(),
                Duration.between(began, Instant.now()).toSeconds()));
        lines.add("");
        lines.add("| step | ms |");
        lines.add("|---|---:|");
        lines.addAll(steps);
        lines.add("");
        lines.add("| what | figure |");
        lines.add("|---|---:|");
        lines.addAll(counts);
        lines.add("");
        lines.addAll(notes);
        for (var notice : notices.shown()) lines.add("- The window said: " + notice.text());
        lines.add("");
        for (var picture : pictures) lines.add("![" + picture + "](" + picture + ")");
        Files.write(file, lines);
    }
}
