package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The measures of an encoder of the BERT family, as its `config.json` gives them.
///
/// @param embeddingWidth    of the embeddings; less than `width` in small ELECTRAs, which widen them after
/// @param positions         rows of the table of positions; how many pieces fit says [#longest]
/// @param types             kinds of segment (`type_vocab_size`); 0 where the network knows none
/// @param epsilon           added to the variance when a layer is normed
/// @param activation        between a layer's two big matrices
/// @param dropout           share of values set to zero while learning
/// @param attentionDropout  share of attention set to zero while learning
/// @param classifierDropout in front of the head; nothing where it is as elsewhere
/// @param pad               the id of the piece that fills up
public record BertConfig(
        Family family,
        int vocabulary,
        int embeddingWidth,
        int width,
        int layers,
        int heads,
        int intermediate,
        int positions,
        int types,
        double epsilon,
        Activation activation,
        double dropout,
        double attentionDropout,
        Optional<Double> classifierDropout,
        int pad) {

    public BertConfig {
        atLeast("vocab_size", vocabulary, 2);
        atLeast("embedding_size", embeddingWidth, 1);
        atLeast("hidden_size", width, 1);
        atLeast("num_hidden_layers", layers, 1);
        atLeast("num_attention_heads", heads, 1);
        atLeast("intermediate_size", intermediate, 1);
        atLeast("type_vocab_size", types, 0);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "hidden_size " + width + " cannot be divided among num_attention_heads " + heads);
        }
        if (!(epsilon > 0 && epsilon < 1)) throw new IllegalArgumentException("layer_norm_eps is " + epsilon);
        share("hidden_dropout_prob", dropout);
        share("attention_probs_dropout_prob", attentionDropout);
        classifierDropout.ifPresent(of -> share("classifier_dropout", of));
        if (pad < 0 || pad >= vocabulary) throw new IllegalArgumentException("pad_token_id is " + pad);
        atLeast("max_position_embeddings", positions, 3 + (family == Family.ROBERTA ? pad + 1 : 0));
    }

    /// MiniLM with six layers of width 384, the smallest encoder inside BioGloss.
    public static final BertConfig MINILM_L6 = miniature(6);

    /// A BERT of so many layers of width 384.
    static BertConfig miniature(int layers) {
        return sized(layers, 384, 12, 1536, 30522, 512);
    }

    /// A BERT that is to be trained from nothing, with BERT's own settings for all but its measures.
    ///
    /// @throws IllegalArgumentException saying which measure cannot be
    public static BertConfig sized(int layers, int width, int heads, int intermediate, int vocabulary, int positions) {
        return new BertConfig(
                Family.BERT,
                vocabulary,
                width,
                width,
                layers,
                heads,
                intermediate,
                positions,
                2,
                1e-12,
                Activation.GELU,
                0.1,
                0.1,
                Optional.empty(),
                0);
    }

    /// @throws IOException with words, if the file is missing, makes no sense, or describes another kind
    ///     of network
    public static BertConfig read(Path file) throws IOException {
        if (!Files.exists(file)) throw new IOException("Cannot open the model: " + file + " is missing.");
        try {
            return of(JsonMapper.builder().build().readTree(file.toFile()));
        } catch (IllegalArgumentException e) {
            throw new IOException("Cannot open the model: " + file + " says that " + e.getMessage() + ".", e);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("Cannot open the model: " + file + " is not JSON.", e);
        }
    }

    /// @throws IllegalArgumentException saying which value cannot be
    public static BertConfig of(JsonNode json) {
        return ConfigJson.read(json);
    }

    /// The position of a row's first piece: RoBERTa's come after that of the pad.
    public int firstPosition() {
        return family == Family.ROBERTA ? pad + 1 : 0;
    }

    /// The most pieces a row can have.
    public int longest() {
        return positions - firstPosition();
    }

    /// Whether the embeddings are widened before the first layer.
    boolean projects() {
        return embeddingWidth != width;
    }

    public BertConfig withDropout(double share) {
        return with(vocabulary, share, pad);
    }

    public BertConfig withVocabulary(int pieces) {
        return with(pieces, dropout, pad);
    }

    public BertConfig withPad(int id) {
        return with(vocabulary, dropout, id);
    }

    private BertConfig with(int newVocabulary, double newDropout, int newPad) {
        return new BertConfig(
                family,
                newVocabulary,
                embeddingWidth,
                width,
                layers,
                heads,
                intermediate,
                positions,
                types,
                epsilon,
                activation,
                newDropout,
                attentionDropout,
                classifierDropout,
                newPad);
    }

    /// As `transformers` reads it.
    public ObjectNode toJson() {
        return ConfigJson.write(this);
    }

    /// As `transformers` reads it beside the weights of a network with this one head.
    ///
    /// @param half whether the weights lie there in half the space
    public ObjectNode toJson(Head head, List<String> labels, boolean half) {
        return ConfigJson.write(this, head, labels, half);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) throw new IllegalArgumentException(name + " is " + value);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 1)) throw new IllegalArgumentException(name + " is " + value);
    }
}
