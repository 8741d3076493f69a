package org.biogloss.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a model does on texts unlike those it has learnt from. A benchmark score is of the same kind of texts, chosen
/// and
/// annotated by the same people; elsewhere it is usually far lower, and a card should say by how much.
public final class Elsewhere {

    /// Before the names of such scores on a card.
    private static final String PREFIX = "elsewhere.";

    private static final String HEADING = "## On other texts";

    private Elsewhere() {}

    /// By the name of the data, fractions of 1.
    public static Map<String, Double> of(ModelCard card) {
        var scores = new TreeMap<String, Double>();
        card.scores().forEach((name, score) -> {
            if (name.startsWith(PREFIX)) scores.put(name.substring(PREFIX.length()), score);
        });
        return scores;
    }

    static boolean isOne(String score) {
        return score.startsWith(PREFIX);
    }

    /// Puts a score on a model's card, in place of an older one of that name; what else the card says stays.
    ///
    /// @param name of the data, as a person reads it
    /// @throws IOException with words, if the model has no folder or it cannot be written to
    public static void keep(ModelCard card, String name, double score) throws IOException {
        if (card.isEmbedded()) throw new IOException("Cannot keep a score of " + card.id() + ": it has no folder.");
        var scores = new TreeMap<>(card.scores());
        scores.put(PREFIX + name, score);
        var told = card.withScores(scores);
        var file = card.folder().resolve("README.md");
        var page = Files.exists(file) ? Files.readString(file) : CardPage.brief(card);
        CardFile.write(told, in(page, told));
    }

    /// A page with the section that tells them.
    static String in(String page, ModelCard card) {
        return CardPage.with(page, HEADING, section(card));
    }

    private static String section(ModelCard card) {
        return of(card).entrySet().stream()
                .map(score -> String.format(Locale.ROOT, "| %s | %.2f |%n", score.getKey(), 100 * score.getValue()))
                .collect(Collectors.joining(
                        "",
                        "A benchmark score overstates what a model does on texts unlike those it was"
                                + " trained on. Measured on data that it has not learnt from:\n\n| data | |\n|---|---|\n",
                        ""))
                .replace("\r", "");
    }
}
