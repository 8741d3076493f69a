package org.biogloss.training;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.biogloss.tasks.TaskForm;

/// Writes a recipe as TOML, every key of it, in the order in which a person reads it.
final class RecipeWriter {

    private final StringBuilder toml = new StringBuilder();

    private RecipeWriter() {}

    static String toml(Recipe recipe) {
        var writer = new RecipeWriter();
        writer.write(recipe);
        return writer.toml.toString();
    }

    private void write(Recipe recipe) {
        if (!recipe.isJoint() && recipe.parts().getFirst().name().isEmpty())
            key("task", quoted(recipe.form().kind().id()));
        if (recipe.seeds().size() == 1) key("seed", recipe.seed());
        else key("seeds", recipe.seeds());
        if (recipe.isJoint()) key("temperature", number(recipe.temperature()));
        for (var part : recipe.parts()) part(part);
        model(recipe.model());
        optimizer(recipe.optimizer());
        schedule(recipe.schedule());
        table("compute");
        key("device", word(recipe.compute().device()));
        key("precision", recipe.compute().precision().map(RecipeWriter::word).orElse(quoted(RecipeFile.AUTO)));
        key("threads", recipe.compute().threads());
    }

    private void part(Recipe.Part part) {
        var path = part.name().isEmpty() ? "" : "part.";
        if (!path.isEmpty()) {
            toml.append("\n[[part]]\n");
            key("name", quoted(part.name()));
            key("task", quoted(part.form().kind().id()));
            key("weight", number(part.weight()));
        }
        table(path + "form");
        form(part.form());
        table(path + "data");
        data(part.data());
    }

    private void form(TaskForm form) {
        key("scheme", quoted(form.scheme().id()));
        key("input", quoted(form.input().id()));
        key("reading", quoted(form.reading().id()));
        form.negative().ifPresent(negative -> key("negative", quoted(negative)));
    }

    private void data(Recipe.Data data) {
        key("train", quoted(data.train()));
        key("dev", quoted(data.dev()));
        data.test().ifPresent(test -> key("test", quoted(test)));
        key("types", quoted(data.types()));
        key("negatives", number(data.negatives()));
        key("limit", data.limit());
        key("devLimit", data.devLimit());
    }

    private void model(Recipe.Start model) {
        table("model");
        key("base", quoted(model.base()));
        key("id", quoted(model.id()));
        key("name", quoted(model.name()));
        key("description", quoted(model.description()));
        key("trainedOn", quoted(model.trainedOn()));
        key("licence", quoted(model.licence()));
        key("halfPrecisionOnDisk", model.halfPrecisionOnDisk());
    }

    private void optimizer(Recipe.Optimizer optimizer) {
        table("optimizer");
        key("rate", number(optimizer.rate()));
        key("weightDecay", number(optimizer.weightDecay()));
        key("beta1", number(optimizer.beta1()));
        key("beta2", number(optimizer.beta2()));
        key("epsilon", number(optimizer.epsilon()));
        key("clip", number(optimizer.clip()));
        key("dropout", number(optimizer.dropout()));
        key("frozenLayers", optimizer.frozenLayers());
        key("layerDecay", number(optimizer.layerDecay()));
        key("freshTopLayers", optimizer.freshTopLayers());
        key("accumulate", optimizer.accumulate());
        key("classWeights", classWeights(optimizer.classWeights()));
    }

    private void schedule(Recipe.Schedule schedule) {
        table("schedule");
        key("epochs", schedule.epochs());
        key("batchExamples", schedule.batchExamples());
        key("tokens", schedule.tokens());
        key("maxLength", schedule.maxLength());
        key("warmup", number(schedule.warmup()));
        key("decay", word(schedule.decay()));
        key("evaluateEvery", schedule.evaluateEvery());
        key("patience", schedule.patience());
        key("checkpointMinutes", number(schedule.checkpointMinutes()));
        key("checkpointEvery", schedule.checkpointEvery());
    }

    private void table(String name) {
        toml.append("\n[").append(name).append("]\n");
    }

    private void key(String name, Object value) {
        toml.append(name).append(" = ").append(value).append('\n');
    }

    private static String classWeights(Recipe.ClassWeights weights) {
        if (weights.balanced()) return quoted("balanced");
        if (weights.given().isEmpty()) return quoted("none");
        return weights.given().stream().map(RecipeWriter::number).toList().toString();
    }

    private static String word(Enum<?> value) {
        return quoted(value.name().toLowerCase(Locale.ROOT));
    }

    /// A JSON string is a TOML string.
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(RecipeWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /// As a person would write it: 2.0E-4 is the float 2.0e-4 to TOML.
    private static String number(double value) {
        return String.valueOf(value).replace('E', 'e');
    }
}
