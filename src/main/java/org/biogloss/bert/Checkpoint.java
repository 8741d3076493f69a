package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.tokens.Tokenizer;

/// A saved network with its vocabulary, opened but not yet loaded: what a Hugging Face folder holds.
///
/// @param labels what the classifier's outputs mean, in their order; empty for a bare encoder
/// @param problemType what `config.json` says of the classifier's loss: `regression`,
///     `single_label_classification` or `multi_label_classification`
public record Checkpoint(
        String name,
        BertConfig config,
        Tokenizer tokenizer,
        WeightSource weights,
        List<String> labels,
        Optional<String> problemType)
        implements AutoCloseable {

    /// The id of the smallest encoder inside BioGloss.
    public static final String EMBEDDED = "minilm-l6";

    /// Beside an encoder's weights, those of heads that `transformers` has no class for.
    public static final String HEADS = "heads.safetensors";

    public Checkpoint {
        labels = List.copyOf(labels);
    }

    /// Opens a folder with `config.json`, weights (see [WeightFiles]) and a vocabulary (see [Tokenizer#open]).
    ///
    /// @throws IOException with words, naming what is missing or does not fit
    public static Checkpoint open(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) throw new IOException("Cannot open the model: there is no folder " + folder);
        var configFile = folder.resolve("config.json");
        var config = BertConfig.read(configFile);
        var json = JsonMapper.builder().build().readTree(configFile.toFile());
        var labels = labels(json, configFile);
        var problem = Optional.of(json.path("problem_type").asText(""))
                .filter(kind -> !kind.equals("null") && !kind.isBlank());
        var tokenizer = Tokenizer.open(folder);
        try {
            checkVocabulary(folder, config, tokenizer);
            return new Checkpoint(nameOf(folder), config, tokenizer, weights(folder, config), labels, problem);
        } catch (IOException | RuntimeException e) {
            tokenizer.close();
            throw e;
        }
    }

    private static WeightSource weights(Path folder, BertConfig config) throws IOException {
        var weights = WeightFiles.open(folder);
        try {
            WeightCheck.check(weights, config);
            var heads = folder.resolve(HEADS);
            return Files.exists(heads) ? new JoinedWeights(weights, SafetensorsFile.open(heads)) : weights;
        } catch (IOException | RuntimeException e) {
            weights.close();
            throw e;
        }
    }

    /// The smallest of the general-domain encoders that come with BioGloss.
    public static Checkpoint embedded() throws IOException {
        return embedded(EMBEDDED);
    }

    /// @param id of an encoder inside BioGloss, see [EmbeddedEncoder]
    public static Checkpoint embedded(String id) throws IOException {
        return EmbeddedEncoder.named(id)
                .orElseThrow(() -> new IOException("There is no encoder " + id + " inside BioGloss."))
                .open();
    }

    public static boolean isEmbedded(String id) {
        return EmbeddedEncoder.named(id).isPresent();
    }

    /// An encoder inside BioGloss by its id, or else a folder.
    public static Checkpoint named(String idOrFolder) throws IOException {
        return isEmbedded(idOrFolder) ? embedded(idOrFolder) : open(Path.of(idOrFolder));
    }

    /// The form of the head that the weights have beside the encoder's, if it is one that BioGloss knows.
    public Optional<Head.Form> form() {
        for (var form : List.of(Head.Form.FIRST_PIECE, Head.Form.EACH_PIECE, Head.Form.PLACES_2)) {
            int outputs = outputs(form);
            if (outputs > 0 && holds(Head.only(form, outputs, Head.Loss.CROSS_ENTROPY))) return Optional.of(form);
        }
        return Optional.empty();
    }

    /// The head of a finished classifier: none where the weights have no head of a known form for the
    /// labels.
    public List<Head> heads() {
        return form()
                .map(form -> Head.only(form, outputs(form), loss(form)))
                .filter(head -> labels.isEmpty() || labels.size() == head.outputs())
                .stream()
                .toList();
    }

    /// How the classifier was trained, as `transformers` would guess.
    private Head.Loss loss(Head.Form form) {
        if (form == Head.Form.EACH_PIECE) return Head.Loss.CROSS_ENTROPY;
        return switch (problemType.orElse("")) {
            case "regression" -> Head.Loss.SQUARED;
            case "multi_label_classification" -> Head.Loss.SIGMOID;
            default -> labels.size() == 1 ? Head.Loss.SQUARED : Head.Loss.CROSS_ENTROPY;
        };
    }

    /// Whether the weights have this head's tensors, in its measures.
    public boolean holds(Head head) {
        return BertShape.head(config, head).stream()
                .allMatch(parameter -> weights.nameOf(parameter.name())
                        .filter(name -> weights.shape(name).equals(parameter.shape()))
                        .isPresent());
    }

    /// Rows of the last matrix of a head without a name, or 0.
    private int outputs(Head.Form form) {
        var matrices = BertShape.head(config, Head.only(form, 1, Head.Loss.CROSS_ENTROPY));
        return weights.nameOf(matrices.get(matrices.size() - 2).name())
                .flatMap(name -> weights.shape(name).stream().findFirst())
                .orElse(0);
    }

    /// The same with pieces that a text holds whole, such as `@GENE$`; see [Tokenizer#withSpecial]. Their
    /// embeddings start from the mean of all others. This one must stay open as long as the new one.
    ///
    /// @param seed for the chance that tells the new pieces apart
    public Checkpoint withPieces(List<String> pieces, long seed) throws IOException {
        var larger = tokenizer.withSpecial(pieces);
        var wider = config.withVocabulary(Math.max(config.vocabulary(), larger.vocabularySize()));
        var fresh = pieces.stream()
                .filter(piece -> tokenizer.id(piece).isEmpty())
                .map(piece -> larger.id(piece).orElseThrow())
                .toList();
        return new Checkpoint(name, wider, larger, new NewPieces(weights, wider, fresh, seed), labels, problemType);
    }

    /// The same network with another vocabulary, to be trained on: embeddings of pieces that both
    /// vocabularies have are carried over, others start from the mean of the old pieces they are made of.
    /// This one must stay open as long as the new one.
    public Checkpoint withVocabulary(Tokenizer other) {
        var resized = config.withVocabulary(other.vocabularySize()).withPad(other.pad());
        return new Checkpoint(
                name, resized, other, OtherPieces.of(weights, resized, tokenizer, other), List.of(), Optional.empty());
    }

    @Override
    public void close() {
        tokenizer.close();
        try {
            weights.close();
        } catch (IOException _) {
            // it was only read
        }
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static void checkVocabulary(Path folder, BertConfig config, Tokenizer tokenizer) throws IOException {
        if (tokenizer.vocabularySize() > config.vocabulary()) {
            throw new IOException("Cannot open the model " + folder + ": its vocabulary has "
                    + tokenizer.vocabularySize() + " pieces, but the network has embeddings for only "
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
}
