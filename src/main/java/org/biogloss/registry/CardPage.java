package org.biogloss.registry;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/// A card as a page of Markdown, with the head that the Hugging Face hub reads.
public final class CardPage {

    private CardPage() {}

    /// @param recipe the TOML text that made the model; empty where there is none
    public static String of(ModelCard card, LocalDate made, String recipe) {
        var page = new StringBuilder();
        page.append("---\n");
        if (!card.licence().isBlank()) {
            page.append("license: ")
                    .append(card.licence().toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        page.append("language: en\nlibrary_name: transformers\n");
        if (card.does(ModelCard.NER)) page.append("pipeline_tag: token-classification\n");
        page.append("tags: [biomedical, biogloss]\n---\n\n# ")
                .append(card.name())
                .append("\n\n");
        if (!card.description().isBlank()) page.append(card.description()).append("\n\n");
        page.append(facts(card)).append("| made | ").append(made).append(" with BioGloss |\n");
        if (!card.scores().isEmpty()) page.append(scores(card));
        page.append("\n## Use\n\n    ./biogloss annotate IN OUT --model ")
                .append(card.id())
                .append("\n\nor in Python: `transformers.pipeline(\"token-classification\", model=FOLDER, ")
                .append("aggregation_strategy=\"first\")`.\n");
        if (!recipe.isBlank()) {
            page.append("\n## Recipe\n\n`./biogloss train recipe.toml` makes it again:\n\n```toml\n")
                    .append(recipe)
                    .append("```\n");
        }
        return page.toString();
    }

    /// The facts alone, for a model that brought no page.
    public static String brief(ModelCard card) {
        return "# " + card.name() + "\n\n" + card.description() + "\n\n" + facts(card);
    }

    private static String facts(ModelCard card) {
        return """
                | | |
                |---|---|
                | for | %s |
                | finds | %s |
                | base | %s |
                | trained on | %s |
                | parameters | %s |
                | licence | %s |
                """.formatted(
                        card.tasks().isEmpty() ? "fine-tuning" : String.join(", ", card.tasks()),
                        orDash(String.join(", ", card.types())),
                        orDash(card.base()),
                        orDash(card.trainedOn()),
                        String.format(Locale.ROOT, "%,d", card.parameters()),
                        orDash(card.licence()));
    }

    private static String scores(ModelCard card) {
        return card.scores().entrySet().stream()
                .map(score -> "| %s | %.2f |\n".formatted(score.getKey(), 100 * score.getValue()))
                .collect(Collectors.joining(
                        "",
                        "\n## Scores\n\nEntities, strict: borders and type exactly right. In per cent.\n\n"
                                + "| measure | |\n|---|---|\n",
                        ""));
    }

    private static String orDash(String text) {
        return text.isBlank() ? "–" : text.replace("|", "\\|").replace('\n', ' ');
    }
}
