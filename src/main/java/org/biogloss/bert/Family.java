package org.biogloss.bert;

import java.util.List;
import java.util.Optional;

/// The kinds of BERT, as `transformers` tells them apart. They compute alike; names, positions and heads
/// differ.
public enum Family {
    BERT("bert", "Bert"),
    /// Counts positions from behind the pad's id, and classifies by a dense layer of the head's own.
    ROBERTA("roberta", "Roberta"),
    /// May have embeddings narrower than its layers.
    ELECTRA("electra", "Electra"),
    /// Half the layers, no segments, no pooler, names of its own.
    DISTILBERT("distilbert", "DistilBert");

    private final String modelType;
    private final String classes;

    Family(String modelType, String classes) {
        this.modelType = modelType;
        this.classes = classes;
    }

    /// `model_type` in `config.json`.
    public String modelType() {
        return modelType;
    }

    /// The class of `transformers` for a whole network with one head, such as `BertForTokenClassification`.
    public String architecture(Head.Form form) {
        return classes
                + switch (form) {
                    case EACH_PIECE -> "ForTokenClassification";
                    case FIRST_PIECE -> "ForSequenceClassification";
                    case PLACES_2 -> "Model";
                    case MASKED -> "ForMaskedLM";
                    case MASKED_WITH_NEXT -> "ForPreTraining";
                };
    }

    /// What the dense layer of the head for masked pieces is called, its norm, and the bias of the scores.
    List<String> guessing() {
        return switch (this) {
            case BERT ->
                List.of(
                        "cls.predictions.transform.dense",
                        "cls.predictions.transform.LayerNorm",
                        "cls.predictions.bias");
            case ROBERTA -> List.of("lm_head.dense", "lm_head.layer_norm", "lm_head.bias");
            case ELECTRA ->
                List.of("generator_predictions.dense", "generator_predictions.LayerNorm", "generator_lm_head.bias");
            case DISTILBERT -> List.of("vocab_transform", "vocab_layer_norm", "vocab_projector.bias");
        };
    }

    /// The class of `transformers` for the encoder alone.
    public String architecture() {
        return classes + "Model";
    }

    /// The class of `transformers` that cuts texts into pieces for it.
    public String tokenizer() {
        return classes + "Tokenizer";
    }

    /// In front of the names of the encoder's tensors.
    String prefix() {
        return modelType + ".";
    }

    static Optional<Family> named(String modelType) {
        for (var family : values()) if (family.modelType.equals(modelType)) return Optional.of(family);
        return Optional.empty();
    }
}
