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

    static String toml(RunRecipe recipe) {
        var writer = new RecipeWriter();
        switch (recipe) {
            case Recipe fineTuning -> writer.write(fineTuning);
            case PretrainingRecipe pretraining -> writer.write(pretraining);
        }
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
        key("classWeights", classWeights(recipe.optimizer().classWeights()));
        schedule(recipe.schedule());
        compute(recipe.compute());
    }

    private void write(PretrainingRecipe recipe) {
        key("kind", quoted(PretrainingRecipe.TASK));
        key("seed", recipe.seed());
        for (var corpus : recipe.corpora()) {
            toml.append("\n[[corpus]]\n");
            key("name", quoted(corpus.name()));
            key("files", quoted(corpus.files()));
            key("without", quoted(corpus.without()));
            key("share", number(corpus.share()));
        }
        table("text");
        key("order", word(recipe.text().order()));
        key("leastWords", recipe.text().leastWords());
        key("heldOut", number(recipe.text().heldOut()));
        key("heldOutRows", recipe.text().heldOutRows());
        model(recipe.model());
        table("masking");
        key("unit", word(recipe.masking().unit()));
        key("rate", number(recipe.masking().rate()));
        key("masked", number(recipe.masking().masked()));
        key("random", number(recipe.masking().random()));
        key("heldOutRate", number(recipe.masking().heldOutRate()));
        key("nextSentence", recipe.masking().nextSentence());
        optimizer(recipe.optimizer());
        schedule(recipe.schedule());
        compute(recipe.compute());
    }

    private void model(PretrainingRecipe.Model model) {
        table("model");
        switch (model.origin()) {
            case PretrainingRecipe.Origin.Scratch(var vocabulary, var size) -> {
                key("start", quoted("scratch"));
                key("vocabulary", quoted(vocabulary));
                key("layers", size.layers());
                key("width", size.width());
                key("heads", size.heads());
                key("intermediate", size.intermediate());
                key("positions", size.positions());
            }
            case PretrainingRecipe.Origin.Going(var base) -> {
                key("start", quoted("continue"));
                key("base", quoted(base));
            }
            case PretrainingRecipe.Origin.NewVocabulary(var base, var vocabulary) -> {
                key("start", quoted("new-vocabulary"));
                key("base", quoted(base));
                key("vocabulary", quoted(vocabulary));
            }
        }
        names(
                model.id(),
                model.name(),
                model.description(),
                model.trainedOn(),
                model.licence(),
                model.halfPrecisionOnDisk());
    }

    private void names(
            String id, String name, String description, String trainedOn, String licence, boolean halfPrecisionOnDisk) {
        key("id", quoted(id));
        key("name", quoted(name));
        key("description", quoted(description));
        key("trainedOn", quoted(trainedOn));
        key("licence", quoted(licence));
        key("halfPrecisionOnDisk", halfPrecisionOnDisk);
    }

    private void schedule(PretrainingRecipe.Schedule schedule) {
        table("schedule");
        key("tokens", schedule.tokens());
        key("epochs", schedule.epochs());
        key("batchSequences", schedule.batchSequences());
        key("length", schedule.length());
        key("lastLength", schedule.lastLength());
        key("lastShare", number(schedule.lastShare()));
        key("warmup", number(schedule.warmup()));
        key("decay", word(schedule.decay()));
        key("evaluateEvery", schedule.evaluateEvery());
        key("checkpointMinutes", number(schedule.checkpointMinutes()));
        key("checkpointEvery", schedule.checkpointEvery());
    }

    private void compute(Recipe.Numbers compute) {
        table("compute");
        key("device", word(compute.device()));
        key("precision", compute.precision().map(RecipeWriter::word).orElse(quoted(RecipeFile.AUTO)));
        key("threads", compute.threads());
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
        names(
                model.id(),
                model.name(),
                model.description(),
                model.trainedOn(),
                model.licence(),
                model.halfPrecisionOnDisk());
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
