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
import org.biogloss.bert.BertShape;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Head;
import org.biogloss.bert.LearningNetwork;
import org.biogloss.tokens.Tokenizer;

/// A model's folder, as `transformers` reads it: `AutoModelForTokenClassification.from_pretrained(folder)`,
/// or `AutoModelForSequenceClassification` where the head reads whole rows. Beside that lies `task.json`.
///
/// A head that `transformers` has no class for, and several heads of one encoder, lie in a file of their own,
/// `heads.safetensors`; the rest is an ordinary encoder for `AutoModel`.
final class ModelFolder {

    /// Less is no window but a mistake.
    private static final int LEAST_WINDOW = 8;

    static final String WEIGHTS = "model.safetensors";

    static final String CONFIG = "config.json";

    private static final String TOKENIZER_CONFIG = "tokenizer_config.json";

    /// Writes the weights' files into a folder.
    @FunctionalInterface
    interface Weights {
        void write(Path folder) throws IOException;
    }

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

    /// What the model has learnt. A token classifier from elsewhere finds mentions; of other heads only
    /// `task.json` says what they are for.
    ///
    /// @throws IOException with words, if the folder does not say it or its tensors are others
    static List<TaskHead> heads(Path folder, Checkpoint checkpoint) throws IOException {
        var written = TaskFile.read(folder);
        var heads = written.isPresent() ? written.get() : List.of(mentions(checkpoint));
        for (var head : heads) check(checkpoint, head);
        return heads;
    }

    private static TaskHead mentions(Checkpoint checkpoint) throws IOException {
        var labels = checkpoint.labels();
        var form = checkpoint.form();
        if (labels.isEmpty() || form.isEmpty()) {
            throw new IOException("Cannot use the model " + checkpoint.name() + ": it has no head ("
                    + (labels.isEmpty() ? "no id2label in its config.json" : "the tensor classifier.weight is missing")
                    + "). It is a bare encoder; fine-tune it first.");
        }
        if (form.get() != Head.Form.EACH_PIECE) {
            throw new IOException("Cannot use the model " + checkpoint.name() + ": it tells " + labels + " of whole "
                    + "texts, but has no " + TaskFile.NAME
                    + " that says what for. BioGloss writes one when it trains.");
        }
        try {
            var scheme = TagLabels.read(labels).scheme();
            return new TaskHead("", TaskForm.usual(TaskKind.NER).withScheme(scheme), labels, 1);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Cannot find mentions with the model " + checkpoint.name() + ": " + e.getMessage()
                            + " (id2label in config.json).",
                    e);
        }
    }

    private static void check(Checkpoint checkpoint, TaskHead head) throws IOException {
        if (checkpoint.holds(head.head())) return;
        var weights = checkpoint.weights();
        for (var parameter : BertShape.head(checkpoint.config(), head.head())) {
            var name = weights.nameOf(parameter.name());
            if (name.isEmpty()) {
                throw new IOException("Cannot open the model " + checkpoint.name() + ": the tensor " + parameter.name()
                        + " of its head is missing. Copy the whole folder again.");
            }
            int there = weights.shape(name.get()).getFirst();
            if (there != parameter.shape().getFirst()) {
                throw new IOException("Cannot open the model " + checkpoint.name() + ": its classifier has " + there
                        + " outputs, but its folder names " + parameter.shape().getFirst() + " labels.");
            }
        }
        throw new IOException("Cannot open the model " + checkpoint.name() + ": the measures of its head are not "
                + "those that its folder describes. Copy the whole folder again.");
    }

    /// Whether `transformers` has a class for a network with these heads.
    static boolean isOrdinary(List<TaskHead> heads) {
        return heads.size() == 1 && heads.getFirst().head().form() != Head.Form.PLACES_2;
    }

    private static void putWindow(Path file, int window) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = (ObjectNode) mapper.readTree(file.toFile());
        json.put("model_max_length", window);
        Files.write(file, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
    }

    static void write(
            Path folder,
            BertConfig config,
            List<TaskHead> heads,
            Tokenizer tokenizer,
            int window,
            Weights weights,
            boolean half)
            throws IOException {
        write(folder, tokenizer, config.family().tokenizer(), window, part -> {
            weights.write(part);
            TaskFile.write(part, heads);
            Files.write(part.resolve(CONFIG), json(config, heads, half));
        });
    }

    /// Puts the files into the folder; other files there, such as a card, stay. All are written elsewhere first
    /// and moved into place last, so a full disk leaves an older model as it was.
    ///
    /// @param kind   the class of `transformers` that opens the tokenizer
    /// @param window the most pieces that the model reads at once
    /// @param weights writes them and what describes them
    static void write(Path folder, Tokenizer tokenizer, String kind, int window, Weights weights) throws IOException {
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) Files.createDirectories(parent);
        var part = Files.createTempDirectory(parent, "." + folder.getFileName() + ".part");
        try {
            weights.write(part);
            tokenizer.save(part, kind);
            putWindow(part.resolve(TOKENIZER_CONFIG), window);
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(Checkpoint.HEADS)); // of an older model there
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

    /// All weights of a network, in one file or two.
    static void saveWeights(Path folder, List<TaskHead> heads, LearningNetwork network, boolean half)
            throws IOException {
        var weights = folder.resolve(WEIGHTS);
        if (isOrdinary(heads)) {
            network.saveWeights(weights, half);
        } else {
            network.saveWeights(weights, List.of(), half);
            network.saveHeads(folder.resolve(Checkpoint.HEADS), half);
        }
    }

    /// @param heads none for a bare encoder
    static byte[] json(BertConfig config, List<TaskHead> heads, boolean half) throws IOException {
        var json = config.toJson();
        if (isOrdinary(heads)) {
            var head = heads.getFirst();
            json = config.toJson(head.head(), head.labels(), half);
        } else {
            json.putArray("architectures").add(config.family().architecture());
            json.put("torch_dtype", half ? "float16" : "float32");
        }
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
