package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/// A `config.json`: each family's names for the same measures, and its defaults.
final class ConfigJson {

    private ConfigJson() {}

    static BertConfig read(JsonNode json) {
        var kind = json.path("model_type").asText("bert");
        var family = Family.named(kind)
                .orElseThrow(() -> new IllegalArgumentException("the model is of type " + kind
                        + ", and only bert, roberta, electra and distilbert are understood"));
        var places = json.path("position_embedding_type").asText("absolute");
        if (!places.equals("absolute")) {
            throw new IllegalArgumentException(
                    "position_embedding_type is " + places + ", and only absolute is understood");
        }
        if (json.path("is_decoder").asBoolean(false)) {
            throw new IllegalArgumentException("is_decoder is true, and only encoders are understood");
        }
        return family == Family.DISTILBERT ? distilled(json) : usual(json, family);
    }

    private static BertConfig usual(JsonNode json, Family family) {
        int width = whole(json, "hidden_size");
        return new BertConfig(
                family,
                whole(json, "vocab_size"),
                family == Family.ELECTRA ? json.path("embedding_size").asInt(width) : width,
                width,
                whole(json, "num_hidden_layers"),
                whole(json, "num_attention_heads"),
                whole(json, "intermediate_size"),
                whole(json, "max_position_embeddings"),
                atLeastOne(json.path("type_vocab_size").asInt(2)),
                json.path("layer_norm_eps").asDouble(1e-12),
                activation(json, "hidden_act"),
                json.path("hidden_dropout_prob").asDouble(0.1),
                json.path("attention_probs_dropout_prob").asDouble(0.1),
                optional(json, "classifier_dropout"),
                json.path("pad_token_id").asInt(family == Family.ROBERTA ? 1 : 0));
    }

    private static BertConfig distilled(JsonNode json) {
        int width = whole(json, "dim");
        return new BertConfig(
                Family.DISTILBERT,
                whole(json, "vocab_size"),
                width,
                width,
                whole(json, "n_layers"),
                whole(json, "n_heads"),
                whole(json, "hidden_dim"),
                whole(json, "max_position_embeddings"),
                0,
                1e-12,
                activation(json, "activation"),
                json.path("dropout").asDouble(0.1),
                json.path("attention_dropout").asDouble(0.1),
                Optional.of(json.path("seq_classif_dropout").asDouble(0.2)),
                json.path("pad_token_id").asInt(0));
    }

    static ObjectNode write(BertConfig config) {
        var json = JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("model_type", config.family().modelType())
                .put("vocab_size", config.vocabulary())
                .put("max_position_embeddings", config.positions())
                .put("pad_token_id", config.pad())
                .put("initializer_range", 0.02);
        if (config.family() == Family.DISTILBERT) return writeDistilled(config, json);
        if (config.family() == Family.ELECTRA) json.put("embedding_size", config.embeddingWidth());
        json.put("hidden_size", config.width())
                .put("num_hidden_layers", config.layers())
                .put("num_attention_heads", config.heads())
                .put("intermediate_size", config.intermediate())
                .put("type_vocab_size", config.types())
                .put("layer_norm_eps", config.epsilon())
                .put("hidden_act", config.activation().configName())
                .put("hidden_dropout_prob", config.dropout())
                .put("attention_probs_dropout_prob", config.attentionDropout())
                .put("position_embedding_type", "absolute");
        config.classifierDropout().ifPresent(share -> json.put("classifier_dropout", share));
        return json;
    }

    static ObjectNode write(BertConfig config, Head head, List<String> labels, boolean half) {
        var json = write(config);
        json.putArray("architectures").add(config.family().architecture(head.form()));
        json.put("torch_dtype", half ? "float16" : "float32");
        if (labels.isEmpty()) return json;
        var names = json.putObject("id2label");
        for (int id = 0; id < labels.size(); id++) names.put(String.valueOf(id), labels.get(id));
        var ids = json.putObject("label2id");
        for (int id = 0; id < labels.size(); id++) ids.put(labels.get(id), id);
        if (head.form() == Head.Form.FIRST_PIECE) json.put("problem_type", problem(head.loss()));
        return json;
    }

    private static String problem(Head.Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY -> "single_label_classification";
            case SIGMOID -> "multi_label_classification";
            case SQUARED -> "regression";
        };
    }

    private static ObjectNode writeDistilled(BertConfig config, ObjectNode json) {
        json.put("dim", config.width())
                .put("n_layers", config.layers())
                .put("n_heads", config.heads())
                .put("hidden_dim", config.intermediate())
                .put("activation", config.activation().configName())
                .put("dropout", config.dropout())
                .put("attention_dropout", config.attentionDropout())
                .put("sinusoidal_pos_embds", false);
        config.classifierDropout().ifPresent(share -> json.put("seq_classif_dropout", share));
        return json;
    }

    private static int whole(JsonNode json, String name) {
        var value = json.path(name);
        if (!value.canConvertToInt()) throw new IllegalArgumentException(name + " is missing or no whole number");
        return value.asInt();
    }

    private static int atLeastOne(int types) {
        if (types < 1) throw new IllegalArgumentException("type_vocab_size is " + types);
        return types;
    }

    private static Optional<Double> optional(JsonNode json, String name) {
        var value = json.path(name);
        return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
    }

    private static Activation activation(JsonNode json, String field) {
        var name = json.path(field).asText("gelu");
        return Activation.named(name)
                .orElseThrow(() -> new IllegalArgumentException(field + " is " + name
                        + ", and only gelu and its approximations, relu, silu, sigmoid and tanh are understood"));
    }
}
