package org.biogloss.bert;

import java.util.ArrayList;
import java.util.List;

/// Which tensors a network has, in the order in which `network.py` takes them, named as `transformers`
/// names them inside a `…For…` model.
public final class BertShape {

    /// Weight and bias of eight dense layers or norms.
    static final int TENSORS_A_LAYER = 16;

    private final BertConfig config;
    private final List<Parameter> shape = new ArrayList<>();

    private BertShape(BertConfig config) {
        this.config = config;
    }

    /// The encoder and its heads.
    public static List<Parameter> of(BertConfig config, List<Head> heads) {
        var all = new BertShape(config);
        all.addEmbeddings();
        for (int layer = 0; layer < config.layers(); layer++) all.addLayer(layer);
        heads.forEach(all::addHead);
        return List.copyOf(all.shape);
    }

    /// The encoder's own tensors.
    public static List<Parameter> encoder(BertConfig config) {
        return of(config, List.of());
    }

    /// The tensors of one head.
    public static List<Parameter> head(BertConfig config, Head head) {
        var all = new BertShape(config);
        all.addHead(head);
        return List.copyOf(all.shape);
    }

    /// How many tensors stand before those of the first layer.
    static int before(BertConfig config) {
        return 4 + (config.types() > 0 ? 1 : 0) + (config.projects() ? 2 : 0);
    }

    private void addEmbeddings() {
        int width = config.embeddingWidth();
        var embeddings = config.family().prefix() + "embeddings.";
        shape.add(Parameter.of(embeddings + "word_embeddings.weight", config.vocabulary(), width));
        shape.add(Parameter.of(embeddings + "position_embeddings.weight", config.positions(), width));
        if (config.types() > 0) {
            shape.add(Parameter.of(embeddings + "token_type_embeddings.weight", config.types(), width));
        }
        addNorm(embeddings + "LayerNorm", width);
        if (config.projects()) addDense(config.family().prefix() + "embeddings_project", config.width(), width);
    }

    private void addLayer(int number) {
        int width = config.width();
        var names = LayerNames.of(config.family(), number);
        addDense(names.query(), width, width);
        addDense(names.key(), width, width);
        addDense(names.value(), width, width);
        addDense(names.attended(), width, width);
        addNorm(names.attendedNorm(), width);
        addDense(names.widening(), config.intermediate(), width);
        addDense(names.narrowing(), width, config.intermediate());
        addNorm(names.norm(), width);
    }

    private void addHead(Head head) {
        int width = config.width();
        switch (head.form()) {
            case EACH_PIECE -> addDense(named(head, "classifier"), head.outputs(), width);
            case PLACES_2 -> addDense(named(head, "classifier"), head.outputs(), 2 * width);
            case FIRST_PIECE -> {
                addDense(named(head, pooler(config.family())), width, width);
                addDense(named(head, lastOf(config.family())), head.outputs(), width);
            }
            case MASKED -> addGuessing(head);
            case MASKED_WITH_NEXT -> {
                if (config.family() != Family.BERT) {
                    throw new IllegalArgumentException("Only a BERT judges whether a text follows another, not a "
                            + config.family().modelType() + ": learn from masked pieces alone.");
                }
                addGuessing(head);
                addDense(named(head, pooler(Family.BERT)), width, width);
                addDense(named(head, "cls.seq_relationship"), 2, width);
            }
        }
    }

    /// The product with the word embeddings needs no matrix of its own.
    private void addGuessing(Head head) {
        if (head.outputs() != config.vocabulary()) {
            throw new IllegalArgumentException(
                    "A head with " + head.outputs() + " scores for " + config.vocabulary() + " pieces");
        }
        var names = config.family().guessing();
        addDense(named(head, names.get(0)), config.embeddingWidth(), config.width());
        addNorm(named(head, names.get(1)), config.embeddingWidth());
        shape.add(Parameter.of(named(head, names.get(2)), config.vocabulary()));
    }

    /// The dense layer over the first piece, before the last one of the head.
    private static String pooler(Family family) {
        return switch (family) {
            case BERT -> "bert.pooler.dense";
            case ROBERTA, ELECTRA -> "classifier.dense";
            case DISTILBERT -> "pre_classifier";
        };
    }

    private static String lastOf(Family family) {
        return switch (family) {
            case BERT, DISTILBERT -> "classifier";
            case ROBERTA, ELECTRA -> "classifier.out_proj";
        };
    }

    private static String named(Head head, String plain) {
        if (head.name().isEmpty()) return plain;
        return "heads." + head.name() + "." + (plain.startsWith("bert.") ? plain.substring("bert.".length()) : plain);
    }

    private void addDense(String name, int out, int in) {
        shape.add(Parameter.of(name + ".weight", out, in));
        shape.add(Parameter.of(name + ".bias", out));
    }

    private void addNorm(String name, int width) {
        shape.add(Parameter.of(name + ".weight", width));
        shape.add(Parameter.of(name + ".bias", width));
    }
}
