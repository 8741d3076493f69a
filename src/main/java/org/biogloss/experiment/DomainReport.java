package org.biogloss.experiment;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.biogloss.bert.BertConfig;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.examples.ExampleFile;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.tokens.compare.CorpusFigures;
import org.biogloss.tokens.compare.CorpusMeasuring;
import org.biogloss.tokens.compare.NamedTokenizer;
import org.biogloss.tokens.compare.Passages;
import org.biogloss.training.PretrainingRecipe;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunSummary;
import org.biogloss.training.Spread;
import org.biogloss.training.pretraining.PretrainingCost;

/// What the models of [DomainPretraining] came to: `report.md`, its figures as SVG, and all numbers as JSON.
final class DomainReport {

    private static final String TEST = "test.f1";
    private static final String DEV = "dev.f1";

    private final Setting setting;
    private final Map<String, PretrainingRecipe> recipes;
    private final Map<String, PretrainingTold> told = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    DomainReport(Setting setting, Map<String, PretrainingRecipe> recipes) {
        this.setting = setting;
        this.recipes = recipes;
    }

    Path write() throws IOException {
        for (var model : recipes.keySet()) told.put(model, PretrainingTold.read(setting.pretraining(model)));
        var scores = scores();
        line("# Pretraining on general and on biomedical text\n");
        pretraining();
        vocabularies();
        fineTuning(scores);
        Files.writeString(setting.out().resolve("loss.svg"), lossPlot());
        Files.writeString(setting.out().resolve("f1.svg"), scorePlot(scores));
        line("![Loss while pretraining](loss.svg)\n\n![F1 after fine-tuning](f1.svg)");
        writeNumbers(scores);
        return Files.writeString(setting.out().resolve("report.md"), page.toString());
    }

    private void pretraining() throws IOException {
        line("## Pretraining\n");
        row("model", "parameters", "pieces shown", "words shown", "10^12 operations", "minutes");
        row("---", "---:", "---:", "---:", "---:", "---:");
        for (var model : recipes.entrySet()) {
            var run = told(model.getKey());
            row(
                    model.getKey(),
                    "%,d".formatted(run.parameters()),
                    "%,d".formatted(run.pieces()),
                    "%,d".formatted(Math.round(wordsShown(model.getValue(), run))),
                    number(operations(model.getKey(), model.getValue(), run) / 1e12, 1),
                    number(run.seconds() / 60, 1));
        }
        line("");
        row(
                "model",
                "corpus",
                "texts",
                "held out",
                "dropped (evaluation)",
                "pieces a word",
                "perplexity",
                "masked accuracy");
        row("---", "---", "---:", "---:", "---:", "---:", "---:", "---:");
        for (var model : told.entrySet()) {
            for (var corpus : model.getValue().packed().entrySet()) {
                var of = corpus.getValue();
                var prefix = model.getValue().packed().size() > 1 ? corpus.getKey() + "." : "";
                row(
                        model.getKey(),
                        corpus.getKey(),
                        "%,d".formatted(of.texts()),
                        "%,d".formatted(of.heldOut()),
                        "%,d".formatted(of.dropped()),
                        number(of.piecesPerWord(), 2),
                        number(model.getValue().lastLook().getOrDefault(prefix + "perplexity", Double.NaN), 1),
                        percent(model.getValue().lastLook().getOrDefault(prefix + "accuracy", Double.NaN)));
            }
        }
        line("\nPerplexity and accuracy are a piece's, so they compare models of one vocabulary on one corpus only.\n");
    }

    private PretrainingTold told(String model) {
        return Objects.requireNonNull(told.get(model), model);
    }

    /// Each corpus has its share of the pieces: all the same, as the recipes have it, or by its size.
    private static double wordsShown(PretrainingRecipe recipe, PretrainingTold run) {
        double sum = recipe.corpora().stream().mapToDouble(c -> share(c, run)).sum();
        return recipe.corpora().stream()
                .mapToDouble(c -> run.pieces()
                        * share(c, run)
                        / sum
                        / run.corpus(c.name()).piecesPerWord())
                .sum();
    }

    private static double share(PretrainingRecipe.Corpus corpus, PretrainingTold run) {
        return corpus.share() > 0 ? corpus.share() : run.corpus(corpus.name()).pieces();
    }

    private double operations(String model, PretrainingRecipe recipe, PretrainingTold run) throws IOException {
        var config = BertConfig.read(setting.pretraining(model).best().resolve("config.json"));
        return run.pieces()
                * PretrainingCost.flopsPerToken(
                        config, recipe.masking().rate(), recipe.schedule().length());
    }

    private void vocabularies() throws IOException {
        line("## What the vocabularies make of the sets\n");
        row("set (test)", "vocabulary", "pieces a sentence", "pieces a word", "words whole", "mentions whole");
        row("---", "---", "---:", "---:", "---:", "---:");
        var open = new ArrayList<NamedTokenizer>();
        try {
            for (var name : recipes.values().stream()
                    .map(DomainPretraining::vocabulary)
                    .distinct()
                    .toList()) {
                open.add(new NamedTokenizer(name, Tokenizer.open(setting.vocabulary(name))));
            }
            for (var task : DomainPretraining.TASKS) {
                for (var column : measured(task, open).columns()) {
                    row(
                            task,
                            column.name(),
                            number(column.piecesPerDocument(), 1),
                            number(column.fertility(), 2),
                            percent(column.wholeWords()),
                            percent(whole(column)));
                }
            }
        } finally {
            for (var one : open) one.tokenizer().close();
        }
        line("");
    }

    private CorpusFigures measured(String task, List<NamedTokenizer> tokenizers) throws IOException {
        var data = RecipeFile.read(setting.recipes().resolve(task + ".toml")).data();
        var file = setting.places().find(data.test().orElse(data.dev()));
        var passages = ExampleFile.readMentions(file, List.of(), rejection -> {}).stream()
                .map(DomainReport::passage)
                .toList();
        return CorpusMeasuring.measure(
                Passages.of(task, passages), tokenizers, setting.telling().watch());
    }

    private static Passages.Passage passage(NerExample example) {
        var marked = example.mentions().stream()
                .map(mention -> new Passages.Marked(mention.span(), mention.type()))
                .toList();
        return new Passages.Passage(example.id(), example.text(), marked);
    }

    private static double whole(CorpusFigures.Column column) {
        long known = column.mentions().values().stream()
                .mapToLong(CorpusFigures.Mentions::known)
                .sum();
        long whole = column.mentions().values().stream()
                .mapToLong(CorpusFigures.Mentions::whole)
                .sum();
        return known == 0 ? 0 : (double) whole / known;
    }

    /// By task, then by model.
    private Map<String, Map<String, RunSummary>> scores() throws IOException {
        var scores = new LinkedHashMap<String, Map<String, RunSummary>>();
        for (var task : DomainPretraining.TASKS) {
            var ofTask = new LinkedHashMap<String, RunSummary>();
            var recipe = RecipeFile.read(setting.recipes().resolve(task + ".toml"));
            for (var model : recipes.keySet()) {
                var folder = setting.fineTuning(model, task);
                var runs = new ArrayList<Path>();
                for (long seed : recipe.seeds()) runs.add(folder.ofSeed(seed).folder());
                ofTask.put(model, RunSummary.of(runs));
            }
            scores.put(task, ofTask);
        }
        return scores;
    }

    private void fineTuning(Map<String, Map<String, RunSummary>> scores) {
        line("## Fine-tuning\n");
        row("set", "model", "seeds", "dev F1", "test F1", "test precision", "test recall");
        row("---", "---", "---:", "---:", "---:", "---:", "---:");
        scores.forEach((task, models) -> models.forEach((model, summary) -> {
            var spreads = summary.spreads();
            row(
                    task,
                    model,
                    String.valueOf(summary.finished().size()),
                    words(spreads, DEV),
                    words(spreads, TEST),
                    words(spreads, "test.precision"),
                    words(spreads, "test.recall"));
        }));
        line("\nStrict spans; mean ± standard deviation over the seeds of fine-tuning.\n");
    }

    private static String words(Map<String, Spread> spreads, String score) {
        var spread = spreads.get(score);
        return spread == null ? "–" : spread.percent();
    }

    private String lossPlot() {
        var lines = told.entrySet().stream()
                .map(model -> new Plot.Line(model.getKey(), model.getValue().losses()))
                .toList();
        return Plot.lines("Loss while pretraining", "millions of pieces shown", "loss of a masked piece, nats", lines);
    }

    private static String scorePlot(Map<String, Map<String, RunSummary>> scores) {
        var groups = new ArrayList<Plot.Group>();
        scores.forEach((task, models) -> {
            var dots = new ArrayList<Plot.Dot>();
            models.forEach((model, summary) -> {
                var single = summary.finished().stream()
                        .map(seed -> 100 * seed.scores().getOrDefault(TEST, 0.0))
                        .toList();
                dots.add(new Plot.Dot(model, Spread.of(single).mean(), single));
            });
            groups.add(new Plot.Group(task, dots));
        });
        return Plot.dots("Test F1 after fine-tuning (one point a seed, a bar for their mean)", "F1, per cent", groups);
    }

    private void writeNumbers(Map<String, Map<String, RunSummary>> scores) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.createObjectNode();
        json.set("pretraining", mapper.valueToTree(told));
        var fineTuning = json.putObject("fineTuning");
        scores.forEach((task, models) -> models.forEach((model, summary) -> {
            for (var seed : summary.finished()) {
                fineTuning
                        .withObjectProperty(task)
                        .withObjectProperty(model)
                        .set(String.valueOf(seed.seed()), mapper.valueToTree(new TreeMap<>(seed.scores())));
            }
        }));
        mapper.writerWithDefaultPrettyPrinter()
                .writeValue(setting.out().resolve("report.json").toFile(), json);
    }

    private static String number(double value, int digits) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : number(100 * share, 1) + " %";
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String words) {
        page.append(words).append('\n');
    }
}
