package org.biogloss.tasks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.biogloss.bert.BertConfig;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.tokens.Tokenizer;

/// Writes a token classifier as `transformers` reads it:
/// `AutoModelForTokenClassification.from_pretrained(folder)`.
final class ModelFolder {

    /// Less is no window but a mistake.
    private static final int LEAST_WINDOW = 8;

    private static final String TOKENIZER_CONFIG = "tokenizer_config.json";

    private ModelFolder() {}

    /// How many pieces the model reads at once: what its folder asks for, but no more than it has
    /// positions. A model that learnt from short passages reads long ones badly, whatever its positions
    /// allow.
    static int window(Path folder, BertConfig config) throws IOException {
        var file = folder.resolve(TOKENIZER_CONFIG);
        if (!Files.exists(file)) return config.longest();
        double asked = JsonMapper.builder()
                .build()
                .readTree(file.toFile())
                .path("model_max_length")
                .asDouble(0);
        return asked >= LEAST_WINDOW && asked < config.longest() ? (int) asked : config.longest();
    }

    private static void putWindow(Path file, int window) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = (ObjectNode) mapper.readTree(file.toFile());
        json.put("model_max_length", window);
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    /// Puts the files into the folder; other files there, such as a card, stay. The weights are written
    /// first and moved into place last, so a full disk leaves an older model as it was.
    static void write(
            Path folder,
            BertConfig config,
            List<String> labels,
            Tokenizer tokenizer,
            int window,
            LearningNetwork network,
            boolean half)
            throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        var part = Files.createTempDirectory(parent, folder.getFileName() + ".part");
        try {
            network.saveWeights(part.resolve("model.safetensors"), half);
            tokenizer.save(part, config.family().tokenizer());
            putWindow(part.resolve(TOKENIZER_CONFIG), window);
            Files.write(part.resolve("config.json"), json(config, labels, half));
            Files.createDirectories(folder);
            try (var files = Files.list(part)) {
                for (var file : files.toList()) {
                    Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new IOException("Cannot save the model to " + folder + ": " + e.getMessage(), e);
        } finally {
            delete(part);
        }
    }

    private static byte[] json(BertConfig config, List<String> labels, boolean half) throws IOException {
        var json = config.toJson();
        json.putArray("architectures").add(config.family().architecture(Head.Form.EACH_PIECE));
        json.put("torch_dtype", half ? "float16" : "float32");
        var names = json.putObject("id2label");
        for (int id = 0; id < labels.size(); id++) names.put(String.valueOf(id), labels.get(id));
        var ids = json.putObject("label2id");
        for (int id = 0; id < labels.size(); id++) ids.put(labels.get(id), id);
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
