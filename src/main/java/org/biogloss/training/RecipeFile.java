package org.biogloss.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.biogloss.bert.DeviceWish;
import org.biogloss.bert.Precision;

/// A recipe as a TOML file. What a file leaves out has the value of [Recipe#forCorpus].
public final class RecipeFile {

    private static final TomlMapper TOML = TomlMapper.builder().build();

    private static final String AUTO = "auto";

    private RecipeFile() {}

    /// @throws IOException with words, if the file is missing, is not TOML, or holds a key or value that cannot be
    public static Recipe read(Path file) throws IOException {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read the recipe " + file + ": there is no such file.", e);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new IOException(
                    "Cannot read the recipe " + file + ": it is not TOML"
                            + (at == null ? "" : ", from line " + at.getLineNr() + " on") + ".",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot use the recipe " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /// @throws IllegalArgumentException naming the key
    public static Recipe parse(String toml) throws JacksonException {
        var table = new TomlTable("", TOML.readTree(toml));
        var task = table.choice("task", Recipe.Task.NER);
        long seed = table.whole("seed", 42);
        var data = table.table("data");
        var model = table.table("model");
        var optimizer = table.table("optimizer");
        var schedule = table.table("schedule");
        var compute = table.table("compute");
        var recipe = new Recipe(
                task,
                data(data),
                start(model),
                optimizer(optimizer),
                schedule(schedule),
                new Recipe.Numbers(
                        compute.choice("device", DeviceWish.AUTO), precision(compute), compute.wholeInt("threads", 0)),
                seed);
        table.refuseUnknownKeys();
        return recipe;
    }

    public static void write(Path file, Recipe recipe) throws IOException {
        Files.writeString(file, format(recipe));
    }

    public static String format(Recipe recipe) {
        var data = recipe.data();
        var model = recipe.model();
        var optimizer = recipe.optimizer();
        var schedule = recipe.schedule();
        var compute = recipe.compute();
        return """
                task = %s
                seed = %d

                [data]
                train = %s
                dev = %s
                %stypes = [%s]

                [model]
                base = %s
                id = %s
                name = %s
                description = %s
                trainedOn = %s
                licence = %s
                halfPrecisionOnDisk = %s

                [optimizer]
                rate = %s
                weightDecay = %s
                beta1 = %s
                beta2 = %s
                epsilon = %s
                clip = %s
                dropout = %s

                [schedule]
                epochs = %d
                batchExamples = %d
                maxLength = %d
                warmup = %s
                evaluateEvery = %d
                patience = %d

                [compute]
                device = %s
                precision = %s
                threads = %d
                """.formatted(
                        word(recipe.task()),
                        recipe.seed(),
                        quoted(data.train()),
                        quoted(data.dev()),
                        data.test().map(test -> "test = " + quoted(test) + "\n").orElse(""),
                        quotedList(data.types()),
                        quoted(model.base()),
                        quoted(model.id()),
                        quoted(model.name()),
                        quoted(model.description()),
                        quoted(model.trainedOn()),
                        quoted(model.licence()),
                        model.halfPrecisionOnDisk(),
                        number(optimizer.rate()),
                        number(optimizer.weightDecay()),
                        number(optimizer.beta1()),
                        number(optimizer.beta2()),
                        number(optimizer.epsilon()),
                        number(optimizer.clip()),
                        number(optimizer.dropout()),
                        schedule.epochs(),
                        schedule.batchExamples(),
                        schedule.maxLength(),
                        number(schedule.warmup()),
                        schedule.evaluateEvery(),
                        schedule.patience(),
                        word(compute.device()),
                        compute.precision().map(RecipeFile::word).orElse(quoted(AUTO)),
                        compute.threads());
    }

    private static Recipe.Data data(TomlTable data) {
        return new Recipe.Data(data.text("train"), data.text("dev"), data.optionalText("test"), data.texts("types"));
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

    private static Recipe.Optimizer optimizer(TomlTable optimizer) {
        var usual = Recipe.Optimizer.withRate(2e-4);
        return new Recipe.Optimizer(
                optimizer.number("rate", usual.rate()),
                optimizer.number("weightDecay", usual.weightDecay()),
                optimizer.number("beta1", usual.beta1()),
                optimizer.number("beta2", usual.beta2()),
                optimizer.number("epsilon", usual.epsilon()),
                optimizer.number("clip", usual.clip()),
                optimizer.number("dropout", usual.dropout()));
    }

    private static Recipe.Schedule schedule(TomlTable schedule) {
        var usual = Recipe.Schedule.of(4, 16, 256);
        return new Recipe.Schedule(
                schedule.wholeInt("epochs", usual.epochs()),
                schedule.wholeInt("batchExamples", usual.batchExamples()),
                schedule.wholeInt("maxLength", usual.maxLength()),
                schedule.number("warmup", usual.warmup()),
                schedule.wholeInt("evaluateEvery", usual.evaluateEvery()),
                schedule.wholeInt("patience", usual.patience()));
    }

    private static Optional<Precision> precision(TomlTable compute) {
        if (compute.text("precision", AUTO).equals(AUTO)) return Optional.empty();
        return Optional.of(compute.choice("precision", Precision.FLOAT32));
    }

    private static String word(Enum<?> value) {
        return quoted(value.name().toLowerCase(Locale.ROOT));
    }

    /// A JSON string is a TOML string.
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String quotedList(List<String> texts) {
        return texts.stream().map(RecipeFile::quoted).collect(Collectors.joining(", "));
    }

    /// As a person would write it: 2.0E-4 is the float 2.0e-4 to TOML.
    private static String number(double value) {
        return String.valueOf(value).replace('E', 'e');
    }
}
