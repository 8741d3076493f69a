package org.biogloss.bert;

/// What the tensors of one layer are called, without `.weight` and `.bias`, in the order of their use.
record LayerNames(
        String query,
        String key,
        String value,
        String attended,
        String attendedNorm,
        String widening,
        String narrowing,
        String norm) {

    static LayerNames of(Family family, int layer) {
        return switch (family) {
            case BERT, ROBERTA, ELECTRA -> usual(family.prefix() + "encoder.layer." + layer + ".");
            case DISTILBERT -> distilled(family.prefix() + "transformer.layer." + layer + ".");
        };
    }

    private static LayerNames usual(String layer) {
        return new LayerNames(
                layer + "attention.self.query",
                layer + "attention.self.key",
                layer + "attention.self.value",
                layer + "attention.output.dense",
                layer + "attention.output.LayerNorm",
                layer + "intermediate.dense",
                layer + "output.dense",
                layer + "output.LayerNorm");
    }

    private static LayerNames distilled(String layer) {
        return new LayerNames(
                layer + "attention.q_lin",
                layer + "attention.k_lin",
                layer + "attention.v_lin",
                layer + "attention.out_lin",
                layer + "sa_layer_norm",
                layer + "ffn.lin1",
                layer + "ffn.lin2",
                layer + "output_layer_norm");
    }
}
