package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.tokens.Tokenizer;

/// A saved network with its vocabulary, opened but not yet loaded: what a Hugging Face folder holds.
///
/// @param labels what the classifier's outputs mean, in their order; empty for a bare encoder
public record Checkpoint(String name, BertConfig config, Tokenizer tokenizer, WeightSource weights, List<String> labels)
        implements AutoCloseable {

    /// The id of the encoder inside BioGloss.
    public static final String EMBEDDED = "minilm-l6";

    private static final String EMBEDDED_WEIGHTS = "/all-minilm-l6-v2.onnx";
    private static final String EMBEDDED_TOKENIZER = "/all-minilm-l6-v2-tokenizer.json";

    public Checkpoint {
        labels = List.copyOf(labels);
    }

    /// Opens a folder with `config.json`, `model.safetensors` and `tokenizer.json` or `vocab.txt`.
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Checkpoint open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new IOException("Cannot open the model: there is no folder " + folder);
        var configFile = folder.resolve("config.json");
        var config = BertConfig.read(configFile);
        var labels = labels(JsonMapper.builder().build().readTree(configFile.toFile()), configFile);
        var tokenizer = Tokenizer.open(folder);
        try {
            checkVocabulary(folder, config, tokenizer);
            return new Checkpoint(nameOf(folder), config, tokenizer, weights(folder), labels);
        } catch (IOException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    /// The general-domain encoder that comes with BioGloss: MiniLM with 6 layers of width 384 (all-MiniLM-L6-v2).
    public static Checkpoint embedded() throws IOException {
        var weights = new OnnxFile(resource(EMBEDDED_WEIGHTS), EMBEDDED);
        var tokenizer = Tokenizer.of(resource(EMBEDDED_TOKENIZER), EMBEDDED);
        return new Checkpoint(EMBEDDED, BertConfig.MINILM_L6, tokenizer, weights, List.of());
    }

    /// The encoder inside BioGloss by its id, or else a folder.
    public static Checkpoint named(String idOrFolder) throws IOException {
        return idOrFolder.equals(EMBEDDED) ? embedded() : open(Path.of(idOrFolder));
    }

    @Override
    public void close() {
        tokenizer.close();
        if (weights instanceof SafetensorsFile file) {
            try {
                file.close();
            } catch (IOException _) {
                // it was only read
            }
        }
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static WeightSource weights(Path folder) throws IOException {
        var file = folder.resolve("model.safetensors");
        if (!Files.exists(file) && Files.exists(folder.resolve("pytorch_model.bin"))) {
            throw new IOException("Cannot open the model " + folder + ": its weights are in pytorch_model.bin, which "
                    + "BioGloss does not read yet. Save it from transformers once more; it writes model.safetensors.");
        }
        return SafetensorsFile.open(file);
    }

    private static void checkVocabulary(Path folder, BertConfig config, Tokenizer tokenizer) throws IOException {
        if (tokenizer.vocabularySize() != config.vocabulary()) {
            throw new IOException("Cannot open the model " + folder + ": its vocabulary has "
                    + tokenizer.vocabularySize() + " pieces, but the network has embeddings for "
                    + config.vocabulary() + ". The tokenizer belongs to another model; copy the right one.");
        }
    }

    private static List<String> labels(JsonNode config, Path file) throws IOException {
        var map = config.path("id2label");
        var labels = new ArrayList<String>();
        for (int id = 0; id < map.size(); id++) {
            var label = map.path(String.valueOf(id));
            if (!label.isTextual()) {
                throw new IOException("Cannot open the model: id2label in " + file + " has no label " + id + ".");
            }
            labels.add(label.asText());
        }
        return labels;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Checkpoint.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("Cannot open the encoder " + EMBEDDED + ": " + name
                        + " is not on the class path. Build BioGloss again with Maven.");
            }
            return in.readAllBytes();
        }
    }
}
