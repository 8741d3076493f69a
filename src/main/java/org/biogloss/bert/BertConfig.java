package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The measures of a BERT encoder, as its `config.json` gives them.
///
/// @param types      kinds of segment (`type_vocab_size`)
/// @param epsilon    added to the variance when a layer is normed
/// @param activation between a layer's two big matrices
/// @param dropout    share of values set to zero while learning
public record BertConfig(
        int vocabulary,
        int width,
        int layers,
        int heads,
        int intermediate,
        int positions,
        int types,
        double epsilon,
        Activation activation,
        double dropout,
        int pad) {

    /// GELU as it is defined, or its approximation by tanh.
    public enum Activation {
        GELU("none"),
        GELU_TANH("tanh");

        private final String torchName;

        Activation(String torchName) {
            this.torchName = torchName;
        }

        String torchName() {
            return torchName;
        }
    }

    public BertConfig {
        atLeast("vocab_size", vocabulary, 2);
        atLeast("hidden_size", width, 1);
        atLeast("num_hidden_layers", layers, 1);
        atLeast("num_attention_heads", heads, 1);
        atLeast("intermediate_size", intermediate, 1);
        atLeast("max_position_embeddings", positions, 3);
        atLeast("type_vocab_size", types, 1);
        if (width % heads != 0) {
            throw new IllegalArgumentException(
                    "hidden_size " + width + " cannot be divided among num_attention_heads " + heads);
        }
        if (!(epsilon > 0 && epsilon < 1)) throw new IllegalArgumentException("layer_norm_eps is " + epsilon);
        if (!(dropout >= 0 && dropout < 1)) throw new IllegalArgumentException("hidden_dropout_prob is " + dropout);
        if (pad < 0 || pad >= vocabulary) throw new IllegalArgumentException("pad_token_id is " + pad);
    }

    /// MiniLM with six layers, the encoder inside BioGloss.
    public static final BertConfig MINILM_L6 =
            new BertConfig(30522, 384, 6, 12, 1536, 512, 2, 1e-12, Activation.GELU, 0.1, 0);

    /// @throws IOException with words, if the file is missing, makes no sense, or describes another kind of network
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
        var kind = json.path("model_type").asText("bert");
        if (!kind.equals("bert")) {
            throw new IllegalArgumentException("the model is of type " + kind + ", and only bert is understood");
        }
        var places = json.path("position_embedding_type").asText("absolute");
        if (!places.equals("absolute")) {
            throw new IllegalArgumentException(
                    "position_embedding_type is " + places + ", and only absolute is understood");
        }
        return new BertConfig(
                whole(json, "vocab_size"),
                whole(json, "hidden_size"),
                whole(json, "num_hidden_layers"),
                whole(json, "num_attention_heads"),
                whole(json, "intermediate_size"),
                whole(json, "max_position_embeddings"),
                json.path("type_vocab_size").asInt(2),
                json.path("layer_norm_eps").asDouble(1e-12),
                activation(json.path("hidden_act").asText("gelu")),
                json.path("hidden_dropout_prob").asDouble(0.1),
                json.path("pad_token_id").asInt(0));
    }

    public BertConfig withDropout(double share) {
        return new BertConfig(
                vocabulary, width, layers, heads, intermediate, positions, types, epsilon, activation, share, pad);
    }

    /// As `transformers` reads it.
    public ObjectNode toJson() {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("model_type", "bert")
                .put("vocab_size", vocabulary)
                .put("hidden_size", width)
                .put("num_hidden_layers", layers)
                .put("num_attention_heads", heads)
                .put("intermediate_size", intermediate)
                .put("max_position_embeddings", positions)
                .put("type_vocab_size", types)
                .put("layer_norm_eps", epsilon)
                .put("hidden_act", activation == Activation.GELU ? "gelu" : "gelu_pytorch_tanh")
                .put("hidden_dropout_prob", dropout)
                .put("attention_probs_dropout_prob", dropout)
                .put("initializer_range", 0.02)
                .put("pad_token_id", pad)
                .put("position_embedding_type", "absolute");
    }

    private static int whole(JsonNode json, String name) {
        var value = json.path(name);
        if (!value.canConvertToInt()) throw new IllegalArgumentException(name + " is missing or no whole number");
        return value.asInt();
    }

    private static Activation activation(String name) {
        return switch (name) {
            case "gelu", "gelu_python" -> Activation.GELU;
            case "gelu_new", "gelu_pytorch_tanh", "gelu_fast" -> Activation.GELU_TANH;
            default ->
                throw new IllegalArgumentException("hidden_act is " + name + ", and only kinds of gelu are understood");
        };
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) throw new IllegalArgumentException(name + " is " + value);
    }
}
