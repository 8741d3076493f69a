package org.biogloss.registry;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.biogloss.tasks.TaskKind;

/// A card as a page of Markdown, with the head that the Hugging Face hub reads.
public final class CardPage {

    private CardPage() {}

    /// @param recipe the TOML text that made the model; empty where there is none
    public static String of(ModelCard card, LocalDate made, String recipe) {
        return of(card, made, recipe, "train");
    }

    /// @param command that makes such a model by its recipe
    public static String of(ModelCard card, LocalDate made, String recipe, String command) {
        var page = new StringBuilder();
        page.append("---\n");
        if (!card.licence().isBlank()) {
            page.append("license: ")
                    .append(card.licence().toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        page.append("language: en\nlibrary_name: transformers\n");
        pipeline(card)
                .ifPresent(pipeline ->
                        page.append("pipeline_tag: ").append(pipeline).append('\n'));
        page.append("tags: [biomedical, biogloss]\n---\n\n# ")
                .append(card.name())
                .append("\n\n");
        if (!card.description().isBlank()) page.append(card.description()).append("\n\n");
        page.append(facts(card)).append("| made | ").append(made).append(" with BioGloss |\n");
        if (!card.scores().isEmpty()) page.append(scores(card));
        if (!Elsewhere.of(card).isEmpty()) page.append(Elsewhere.in("", card));
        page.append("\n## Use\n\n").append(use(card));
        if (!recipe.isBlank()) {
            page.append("\n## Recipe\n\n`./biogloss ")
                    .append(command)
                    .append(" recipe.toml` makes it again:\n\n```toml\n")
                    .append(recipe)
                    .append("```\n");
        }
        return page.toString();
    }

    /// What `transformers` calls its task; nothing for a model of several, or of none.
    private static Optional<String> pipeline(ModelCard card) {
        if (card.tasks().isEmpty()) return Optional.of("fill-mask");
        if (card.tasks().size() != 1) return Optional.empty();
        return TaskKind.named(card.tasks().getFirst())
                .map(kind -> kind.labelsWords() ? "token-classification" : "text-classification");
    }

    private static String use(ModelCard card) {
        if (card.tasks().isEmpty()) {
            return "    base = \"FOLDER\"        # under [model] in a recipe for ./biogloss train\n\nor in Python: "
                    + "`AutoModelForMaskedLM.from_pretrained(FOLDER)`.\n";
        }
        var words = card.does(ModelCard.NER)
                ? "    ./biogloss annotate IN OUT --model " + card.id()
                : "    ./biogloss evaluate --model FOLDER --task " + String.join(" or ", card.tasks())
                        + " --data FILE.jsonl";
        if (card.tasks().size() > 1) return words + "\n";
        return words
                + pipeline(card)
                        .map(pipeline -> pipeline.equals("token-classification")
                                ? "\n\nor in Python: `transformers.pipeline(\"token-classification\", model=FOLDER, "
                                        + "aggregation_strategy=\"first\")`."
                                : "\n\nor in Python: `AutoModelForSequenceClassification.from_pretrained(FOLDER)`.")
                        .orElse("")
                + "\n";
    }

    /// How its scores are to be read.
    private static String measured(ModelCard card) {
        var ways = card.tasks().stream()
                .flatMap(task -> TaskKind.named(task).stream())
                .map(kind -> switch (kind) {
                    case NER -> "Entities, strict: borders and type exactly right.";
                    case PICO -> "Word by word, the mean over the types.";
                    case RELATION -> "Pairs, all classes together but the one that means none.";
                    case SIMILARITY -> "Correlation with what people said, times a hundred.";
                    case CLASSIFICATION -> "Labels, all together.";
                    case QUESTION -> "Share of right answers.";
                })
                .collect(Collectors.joining(" "));
        return ways + (ways.isEmpty() ? "In per cent." : " In per cent.");
    }

    /// A page with a section of its own: in place of an older one of this heading, else before the page tells of its
    /// use,
    /// else at its end. What else stands there stays.
    ///
    /// @param heading with its marks, as in `## On other texts`
    public static String with(String page, String heading, String text) {
        var section = heading + "\n\n" + text;
        int old = page.indexOf(heading + "\n");
        if (old >= 0) {
            int next = page.indexOf("\n## ", old);
            return page.substring(0, old) + section + (next < 0 ? "" : page.substring(next));
        }
        int use = page.indexOf("\n## Use");
        if (use < 0) return page.stripTrailing() + "\n\n" + section;
        return page.substring(0, use) + "\n" + section + page.substring(use);
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
                .filter(score -> !Elsewhere.isOne(score.getKey()))
                .map(score -> "| %s | %.2f |\n".formatted(score.getKey(), 100 * score.getValue()))
                .collect(Collectors.joining(
                        "", "\n## Scores\n\n" + measured(card) + "\n\n" + "| measure | |\n|---|---|\n", ""));
    }

    private static String orDash(String text) {
        return text.isBlank() ? "–" : text.replace("|", "\\|").replace('\n', ' ');
    }
}
