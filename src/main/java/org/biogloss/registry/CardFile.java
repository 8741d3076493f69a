package org.biogloss.registry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A card on disk: `biogloss.json` for programs, and the same as a `README.md` for people.
public final class CardFile {

    public static final String NAME = "biogloss.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CardFile() {}

    /// @throws IOException with words, if the file makes no sense
    static ModelCard read(Path folder) throws IOException {
        var file = folder.resolve(NAME);
        try {
            var json = JSON.readTree(file.toFile());
            return new ModelCard(
                    json.path("id").asText(folder.getFileName().toString()),
                    json.path("name").asText(folder.getFileName().toString()),
                    folder,
                    texts(json.path("tasks")),
                    texts(json.path("types")),
                    json.path("base").asText(""),
                    json.path("parameters").asLong(),
                    json.path("licence").asText(""),
                    scores(json.path("scores")),
                    json.path("trainedOn").asText(""),
                    json.path("description").asText(""));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("Cannot read the card " + file + ": it is not the JSON that BioGloss writes.", e);
        }
    }

    /// Writes both files into the model's folder, each whole or not at all.
    ///
    /// @param page the text of the `README.md`
    public static void write(ModelCard card, String page) throws IOException {
        var json = JSON.createObjectNode();
        json.put("id", card.id()).put("name", card.name());
        card.tasks().forEach(json.putArray("tasks")::add);
        card.types().forEach(json.putArray("types")::add);
        json.put("base", card.base()).put("parameters", card.parameters()).put("licence", card.licence());
        var scores = json.putObject("scores");
        card.scores().forEach(scores::put);
        json.put("trainedOn", card.trainedOn()).put("description", card.description());
        var bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        WholeFolder.writeFile(card.folder().resolve(NAME), bytes);
        WholeFolder.writeFile(card.folder().resolve("README.md"), page.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(NAME));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private static Map<String, Double> scores(JsonNode object) {
        var scores = new TreeMap<String, Double>();
        object.properties()
                .forEach(field -> scores.put(field.getKey(), field.getValue().asDouble()));
        return scores;
    }
}
