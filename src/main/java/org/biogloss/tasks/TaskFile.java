package org.biogloss.tasks;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// `task.json` in a model's folder: what `config.json` cannot say of its heads. An object with a list
/// `heads`; of each its `name`, `kind`, form (`scheme` or `input`, `reading` and `negative`), `labels`, and
/// for a relation its `dummies` by type, for a similarity its `range`.
final class TaskFile {

    static final String NAME = "task.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TaskFile() {}

    static void write(Path folder, List<TaskHead> heads) throws IOException {
        var json = JSON.createObjectNode().put("version", 1);
        var list = json.putArray("heads");
        for (var head : heads) put(list.addObject(), head);
        Files.write(folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    private static void put(ObjectNode json, TaskHead head) {
        var form = head.form();
        json.put("name", head.name()).put("kind", head.kind().id());
        if (head.kind().labelsWords()) json.put("scheme", form.scheme().id());
        if (head.kind() == TaskKind.RELATION) {
            json.put("input", form.input().id()).put("reading", form.reading().id());
            form.negative().ifPresent(negative -> json.put("negative", negative));
            var dummies = json.putObject("dummies");
            head.dummies().byType().forEach(dummies::put);
        }
        head.range()
                .ifPresent(range -> json.putArray("range").add(range.least()).add(range.greatest()));
        var labels = json.putArray("labels");
        head.labels().forEach(labels::add);
        json.put("weight", head.weight());
    }

    /// Nothing where there is no such file.
    ///
    /// @throws IOException with words, if it makes no sense
    static Optional<List<TaskHead>> read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) return Optional.empty();
        try {
            var heads = new ArrayList<TaskHead>();
            for (var head : JSON.readTree(file.toFile()).path("heads")) heads.add(head(head));
            if (heads.isEmpty()) throw new IllegalArgumentException("it names no head");
            return Optional.of(heads);
        } catch (IllegalArgumentException | JacksonException e) {
            throw new IOException(
                    "Cannot open the model " + folder + ": its " + NAME + " makes no sense: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    private static TaskHead head(JsonNode json) {
        var kind = named(json, "kind", TaskKind::named);
        var usual = TaskForm.usual(kind);
        var form = new TaskForm(
                kind,
                json.has("scheme") ? named(json, "scheme", Scheme::named) : usual.scheme(),
                json.has("input") ? named(json, "input", EntityInput::named) : usual.input(),
                json.has("reading") ? named(json, "reading", EntityReading::named) : usual.reading(),
                Optional.ofNullable(json.path("negative").textValue()));
        var labels = new ArrayList<String>();
        for (var label : json.path("labels")) labels.add(label.asText());
        Map<String, String> dummies = new TreeMap<>();
        json.path("dummies")
                .properties()
                .forEach(entry -> dummies.put(entry.getKey(), entry.getValue().asText()));
        var range = json.path("range");
        return new TaskHead(
                json.path("name").asText(""),
                form,
                labels,
                json.path("weight").asDouble(1),
                new Dummies(dummies),
                range.isArray()
                        ? Optional.of(new TaskHead.Range(
                                range.path(0).asDouble(), range.path(1).asDouble()))
                        : Optional.empty());
    }

    private static <T> T named(JsonNode json, String field, Function<String, Optional<T>> find) {
        var name = json.path(field).asText("");
        return find.apply(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no " + field + " called " + name));
    }
}
