package org.biogloss.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.biogloss.training.PretrainingRecipe.Origin;
import org.biogloss.training.PretrainingRecipe.Size;

/// Reads a pretraining recipe from the tree of a TOML file, key by key. What a file leaves out is as small
/// labs do well with: see [#usualRate].
final class PretrainingReader {

    private enum Start {
        SCRATCH,
        CONTINUE,
        NEW_VOCABULARY;

        String id() {
            return PretrainingRecipe.id(this).replace('_', '-');
        }
    }

    private PretrainingReader() {}

    static PretrainingRecipe read(JsonNode toml) {
        var table = new TomlTable("", toml);
        table.text("kind");
        var model = model(table.table("model"));
        var recipe = new PretrainingRecipe(
                table.tables("corpus").stream().map(PretrainingReader::corpus).toList(),
                text(table.table("text")),
                model,
                masking(table.table("masking")),
                RecipeReader.optimizer(table.table("optimizer"), () -> usualRate(model.origin()), false),
                schedule(table.table("schedule")),
                RecipeReader.compute(table.table("compute")),
                table.whole("seed", 42));
        table.refuseUnknownKeys();
        return recipe;
    }

    /// The smaller a new network, the higher a rate it bears; one that knows something forgets it at a high
    /// one.
    private static double usualRate(Origin origin) {
        return switch (origin) {
            case Origin.Scratch(var _, var size) -> size.layers() <= 6 && size.width() <= 512 ? 1e-3 : 5e-4;
            case Origin.Going _ -> 2e-4;
            case Origin.NewVocabulary _ -> 3e-4;
        };
    }

    private static PretrainingRecipe.Corpus corpus(TomlTable corpus) {
        return new PretrainingRecipe.Corpus(
                corpus.text("name", "text"),
                corpus.texts("files"),
                corpus.text("without", ""),
                corpus.number("share", 0));
    }

    private static PretrainingRecipe.Text text(TomlTable text) {
        var usual = PretrainingRecipe.Text.USUAL;
        return new PretrainingRecipe.Text(
                text.choice("order", usual.order()),
                text.wholeInt("leastWords", usual.leastWords()),
                text.number("heldOut", usual.heldOut()),
                text.wholeInt("heldOutRows", usual.heldOutRows()));
    }

    private static PretrainingRecipe.Model model(TomlTable model) {
        var id = model.text("id");
        return new PretrainingRecipe.Model(
                origin(model),
                id,
                model.text("name", id),
                model.text("description", ""),
                model.text("trainedOn", ""),
                model.text("licence", ""),
                model.flag("halfPrecisionOnDisk", false));
    }

    private static Origin origin(TomlTable model) {
        var start = model.choice("start", Start.SCRATCH, List.of(Start.values()), Start::id);
        return switch (start) {
            case SCRATCH -> new Origin.Scratch(model.text("vocabulary"), size(model));
            case CONTINUE -> new Origin.Going(model.text("base"));
            case NEW_VOCABULARY -> new Origin.NewVocabulary(model.text("base"), model.text("vocabulary"));
        };
    }

    /// A preset's measures, and whatever is given beside it.
    private static Size size(TomlTable model) {
        var usual = Size.named(model.text("size", "6x384"));
        int width = model.wholeInt("width", usual.width());
        var fitting = Size.of(model.wholeInt("layers", usual.layers()), Math.max(1, width));
        return new Size(
                fitting.layers(),
                width,
                model.wholeInt("heads", fitting.heads()),
                model.wholeInt("intermediate", fitting.intermediate()),
                model.wholeInt("positions", fitting.positions()));
    }

    private static PretrainingRecipe.Masking masking(TomlTable masking) {
        var usual = PretrainingRecipe.Masking.USUAL;
        return new PretrainingRecipe.Masking(
                masking.choice("unit", usual.unit()),
                masking.number("rate", usual.rate()),
                masking.number("masked", usual.masked()),
                masking.number("random", usual.random()),
                masking.number("heldOutRate", usual.heldOutRate()),
                masking.flag("nextSentence", usual.nextSentence()));
    }

    private static PretrainingRecipe.Schedule schedule(TomlTable schedule) {
        var usual = PretrainingRecipe.Schedule.of(1, 64, 128);
        return new PretrainingRecipe.Schedule(
                schedule.whole("tokens", 0),
                schedule.wholeInt("epochs", usual.epochs()),
                schedule.wholeInt("batchSequences", usual.batchSequences()),
                schedule.wholeInt("length", usual.length()),
                schedule.wholeInt("lastLength", usual.lastLength()),
                schedule.number("lastShare", usual.lastShare()),
                schedule.number("warmup", usual.warmup()),
                schedule.choice("decay", usual.decay()),
                schedule.wholeInt("evaluateEvery", usual.evaluateEvery()),
                schedule.number("checkpointMinutes", usual.checkpointMinutes()),
                schedule.wholeInt("checkpointEvery", usual.checkpointEvery()));
    }
}
