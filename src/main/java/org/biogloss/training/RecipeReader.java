package org.biogloss.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;
import org.biogloss.tasks.EntityInput;
import org.biogloss.tasks.EntityReading;
import org.biogloss.tasks.Scheme;
import org.biogloss.tasks.TaskForm;
import org.biogloss.tasks.TaskKind;

/// Reads a recipe from the tree of a TOML file, key by key; what it leaves out is asked from the presets.
///
/// Every complaint is an [IllegalArgumentException] that names the key as it stands in the file.
final class RecipeReader {

    /// What the usual settings depend on; asked only where a recipe leaves something out.
    interface Surroundings {

        /// How large the encoder is that a recipe starts from.
        Presets.Size size(String base);

        /// About how many examples there are; 0 where nobody knows.
        long examples(Recipe.Data data);
    }

    private final Surroundings around;

    RecipeReader(Surroundings around) {
        this.around = around;
    }

    Recipe read(JsonNode toml) {
        var table = new TomlTable("", toml);
        var parts = table.has("part") ? parts(table) : List.of(onlyPart(table));
        double temperature = table.number("temperature", 1);
        var seeds = table.has("seeds") ? table.wholes("seeds") : List.of(table.whole("seed", 42));
        var start = start(table.table("model"));
        var usual = new Usual(table.optionalText("preset").map(RecipeReader::preset), parts.getFirst(), start.base());
        var optimizer = optimizer(
                table.table("optimizer"), () -> usual.get().optimizer().rate(), true);
        var schedule = schedule(table.table("schedule"), usual);
        var compute = compute(table.table("compute"));
        table.refuseUnknownKeys();
        return new Recipe(parts, temperature, start, optimizer, schedule, compute, seeds);
    }

    /// The settings for what a file leaves out: by the preset that it names, or by its task, encoder and data.
    private final class Usual {

        private final Recipe.Part part;
        private final String base;
        private Optional<Presets.Preset> found;

        Usual(Optional<Presets.Preset> named, Recipe.Part part, String base) {
            this.found = named;
            this.part = part;
            this.base = base;
        }

        Presets.Preset get() {
            if (found.isEmpty()) {
                var kind = part.form().kind();
                found = Optional.of(Presets.usual(kind, around.size(base), around.examples(part.data())));
            }
            return found.get();
        }
    }

    private static Presets.Preset preset(String name) {
        return Presets.named(name)
                .orElseThrow(() -> new IllegalArgumentException("preset needs to be one of "
                        + String.join(
                                ", ",
                                Presets.all().stream().map(Presets.Preset::name).toList())
                        + ", not \"" + name + '"'));
    }

    private static Recipe.Part onlyPart(TomlTable table) {
        var form = form(table.choice("task", TaskKind.NER, kinds(), TaskKind::id), table.table("form"));
        return new Recipe.Part("", form, 1, data(table.table("data")));
    }

    private static List<Recipe.Part> parts(TomlTable table) {
        return table.tables("part").stream()
                .map(part -> new Recipe.Part(
                        part.text("name"),
                        form(part.choice("task", TaskKind.NER, kinds(), TaskKind::id), part.table("form")),
                        part.number("weight", 1),
                        data(part.table("data"))))
                .toList();
    }

    private static List<TaskKind> kinds() {
        return Arrays.asList(TaskKind.values());
    }

    private static TaskForm form(TaskKind kind, TomlTable form) {
        var usual = TaskForm.usual(kind);
        return new TaskForm(
                kind,
                form.choice("scheme", usual.scheme(), Arrays.asList(Scheme.values()), Scheme::id),
                form.choice("input", usual.input(), Arrays.asList(EntityInput.values()), EntityInput::id),
                form.choice("reading", usual.reading(), Arrays.asList(EntityReading.values()), EntityReading::id),
                form.optionalText("negative").or(usual::negative));
    }

    private static Recipe.Data data(TomlTable data) {
        return new Recipe.Data(
                data.text("train"),
                data.text("dev"),
                data.optionalText("test"),
                data.texts("types"),
                data.number("negatives", 0),
                data.wholeInt("limit", 0),
                data.wholeInt("devLimit", 0));
    }

    private static Recipe.Start start(TomlTable model) {
        var id = model.text("id");
        return new Recipe.Start(
                model.text("base", "minilm-l6"),
                id,
                model.text("name", id),
                model.text("description", ""),
                model.text("trainedOn", ""),
                model.text("licence", ""),
                model.flag("halfPrecisionOnDisk", false));
    }

    /// @param rate    asked where the table has none
    /// @param classes whether there are classes that could count differently
    static Recipe.Optimizer optimizer(TomlTable table, DoubleSupplier rate, boolean classes) {
        var usual = Recipe.Optimizer.withRate(1e-4);
        return new Recipe.Optimizer(
                table.number("rate", table.has("rate") ? 0 : rate.getAsDouble()),
                table.number("weightDecay", usual.weightDecay()),
                table.number("beta1", usual.beta1()),
                table.number("beta2", usual.beta2()),
                table.number("epsilon", usual.epsilon()),
                table.number("clip", usual.clip()),
                table.number("dropout", usual.dropout()),
                table.wholeInt("frozenLayers", usual.frozenLayers()),
                table.number("layerDecay", usual.layerDecay()),
                table.wholeInt("freshTopLayers", usual.freshTopLayers()),
                table.wholeInt("accumulate", usual.accumulate()),
                classes ? classWeights(table) : Recipe.ClassWeights.NONE);
    }

    private static Recipe.ClassWeights classWeights(TomlTable table) {
        if (table.isList("classWeights")) return new Recipe.ClassWeights(false, table.numbers("classWeights"));
        return switch (table.text("classWeights", "none")) {
            case "none" -> Recipe.ClassWeights.NONE;
            case "balanced" -> Recipe.ClassWeights.BALANCED;
            default -> throw table.wrong("classWeights", "needs to be \"none\", \"balanced\" or a list of numbers");
        };
    }

    private static Recipe.Schedule schedule(TomlTable table, Usual around) {
        boolean whole = table.has("epochs")
                && table.has("maxLength")
                && (table.has("batchExamples") || table.has("tokens"))
                && table.has("warmup");
        var usual = whole ? Recipe.Schedule.of(1, 16, 256) : around.get().schedule();
        return new Recipe.Schedule(
                table.wholeInt("epochs", usual.epochs()),
                table.wholeInt("batchExamples", usual.batchExamples()),
                table.wholeInt("tokens", usual.tokens()),
                table.wholeInt("maxLength", usual.maxLength()),
                table.number("warmup", usual.warmup()),
                table.choice("decay", usual.decay()),
                table.wholeInt("evaluateEvery", usual.evaluateEvery()),
                table.wholeInt("patience", usual.patience()),
                table.number("checkpointMinutes", usual.checkpointMinutes()),
                table.wholeInt("checkpointEvery", usual.checkpointEvery()));
    }

    static Recipe.Numbers compute(TomlTable compute) {
        return new Recipe.Numbers(
                compute.choice("device", DeviceWish.AUTO), precision(compute), compute.wholeInt("threads", 0));
    }

    private static Optional<Precision> precision(TomlTable compute) {
        if (compute.text("precision", RecipeFile.AUTO).equals(RecipeFile.AUTO)) return Optional.empty();
        return Optional.of(compute.choice(
                "precision",
                Precision.FLOAT32,
                List.of(Precision.FLOAT32, Precision.BFLOAT16), // 8 bits are for reading
                precision -> precision.name().toLowerCase(Locale.ROOT)));
    }
}
