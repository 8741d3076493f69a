package org.biogloss.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.biogloss.registry.CardFile;
import org.biogloss.registry.CardPage;
import org.biogloss.registry.ModelCard;

/// A model's scores beside published ones, as a section of the page that lies in its folder. Who looks at a score wants
/// to know at once what others reach.
public final class CardTable {

    private static final String HEADING = "## Beside published scores";

    /// The paper's own model, and two of the size of those that train on a laptop.
    private static final List<String> OTHERS = List.of("PubMedBERT", "MiniLM-6L", "INDUS-small");

    private CardTable() {}

    /// Markdown: a line for each set of BLURB that the card has a test score of; nothing where it has none.
    public static Optional<String> of(ModelCard card) {
        var others = OTHERS.stream().map(CardTable::published).toList();
        var lines = Arrays.stream(BlurbSet.values())
                .flatMap(set -> line(card, set, others).stream())
                .toList();
        if (lines.isEmpty()) return Optional.empty();
        var text = new StringBuilder("On BLURB's test splits, in the measure of each set, in per cent.\n\n");
        text.append("| set | measure | dev | **test** |");
        others.forEach(row -> text.append(' ').append(row.name()).append(" |"));
        text.append("\n|---|---|---|---|").append("---|".repeat(others.size())).append('\n');
        lines.forEach(text::append);
        text.append('\n');
        others.forEach(row -> text.append("- ").append(sourced(row)).append('\n'));
        for (var set : BlurbSet.values()) {
            if (test(card, set).isEmpty()) continue;
            set.caveat()
                    .ifPresent(caveat -> text.append("- ")
                            .append(set.id())
                            .append(": ")
                            .append(caveat)
                            .append('\n'));
        }
        return Optional.of(text.toString());
    }

    /// Puts the section into the page in the model's folder, in place of an older one.
    ///
    /// @throws IOException with words, if the card has no score of BLURB or its page cannot be written
    public static void write(ModelCard card) throws IOException {
        var table = of(card);
        if (table.isEmpty() || card.isEmbedded()) {
            throw new IOException("Cannot set the scores of " + card.id() + " beside published ones: its card has no"
                    + " test score of a set of BLURB. A head bears the set's name, such as ncbi-disease.");
        }
        var file = card.folder().resolve("README.md");
        var page = Files.exists(file) ? Files.readString(file) : CardPage.brief(card);
        CardFile.write(card, CardPage.with(page, HEADING, table.get()));
    }

    private static Optional<String> line(ModelCard card, BlurbSet set, List<Row> others) {
        return test(card, set)
                .map(test -> "| %s | %s | %s | **%s** | %s |\n"
                        .formatted(
                                set.id(),
                                set.protocol(),
                                score(card, "dev", set).map(CardTable::percent).orElse("–"),
                                percent(test),
                                others.stream()
                                        .map(row ->
                                                row.score(set).map(Score::words).orElse("–"))
                                        .collect(Collectors.joining(" | "))));
    }

    private static Optional<Double> test(ModelCard card, BlurbSet set) {
        return score(card, "test", set);
    }

    /// Of the head that bears the set's name, or of the only head of a model that bears it.
    private static Optional<Double> score(ModelCard card, String split, BlurbSet set) {
        var names = new ArrayList<>(List.of(split + "." + set.recipe() + "." + set.metric()));
        if (card.id().equals(set.recipe())) names.add(split + "." + set.metric());
        return names.stream().filter(card.scores()::containsKey).findFirst().map(card.scores()::get);
    }

    private static Row published(String name) {
        return Published.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String sourced(Row row) {
        var size = row.parameters().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " (%.0f million parameters)",
                        row.parameters().getAsLong() / 1e6)
                : "";
        return row.name() + size + ": " + row.source() + ".";
    }

    private static String percent(double score) {
        return String.format(Locale.ROOT, "%.1f", 100 * score);
    }
}
