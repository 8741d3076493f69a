package org.biogloss.bert;

import java.util.ArrayList;
import java.util.List;

/// Which tensors a network has, in the order in which `network.py` takes them.
public final class BertShape {

    private BertShape() {}

    /// The encoder's own tensors, named as `transformers` names them inside a `BertFor…` model.
    public static List<Parameter> encoder(BertConfig config) {
        int width = config.width();
        var shape = new ArrayList<Parameter>();
        var embeddings = "bert.embeddings.";
        shape.add(Parameter.of(embeddings + "word_embeddings.weight", config.vocabulary(), width));
        shape.add(Parameter.of(embeddings + "position_embeddings.weight", config.positions(), width));
        shape.add(Parameter.of(embeddings + "token_type_embeddings.weight", config.types(), width));
        addNorm(shape, embeddings + "LayerNorm", width);
        for (int layer = 0; layer < config.layers(); layer++) addLayer(shape, "bert.encoder.layer." + layer, config);
        return List.copyOf(shape);
    }

    /// With a linear classifier of so many labels over the last hidden state.
    public static List<Parameter> withClassifier(BertConfig config, int labels) {
        var shape = new ArrayList<>(encoder(config));
        addDense(shape, "classifier", labels, config.width());
        return List.copyOf(shape);
    }

    private static void addLayer(List<Parameter> shape, String layer, BertConfig config) {
        int width = config.width();
        addDense(shape, layer + ".attention.self.query", width, width);
        addDense(shape, layer + ".attention.self.key", width, width);
        addDense(shape, layer + ".attention.self.value", width, width);
        addDense(shape, layer + ".attention.output.dense", width, width);
        addNorm(shape, layer + ".attention.output.LayerNorm", width);
        addDense(shape, layer + ".intermediate.dense", config.intermediate(), width);
        addDense(shape, layer + ".output.dense", width, config.intermediate());
        addNorm(shape, layer + ".output.LayerNorm", width);
    }

    private static void addDense(List<Parameter> shape, String name, int out, int in) {
        shape.add(Parameter.of(name + ".weight", out, in));
        shape.add(Parameter.of(name + ".bias", out));
    }

    private static void addNorm(List<Parameter> shape, String name, int width) {
        shape.add(Parameter.of(name + ".weight", width));
        shape.add(Parameter.of(name + ".bias", width));
    }
}
