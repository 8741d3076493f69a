package org.biogloss.bert;

/// How fast each parameter learns beside the others: lower layers know more that holds for all language.
final class LayerRates {

    private LayerRates() {}

    /// How many of the first parameters do not learn at all.
    static int frozen(BertConfig config, LearningSettings settings) {
        int layers = settings.frozenLayers();
        return layers == 0 ? 0 : BertShape.before(config) + layers * BertShape.TENSORS_A_LAYER;
    }

    /// A factor of the rate for each parameter that learns. The heads and the top layer learn at the full
    /// rate, the embeddings at that of a layer below the lowest.
    ///
    /// @param size how many parameters there are
    static double[] of(BertConfig config, int size, LearningSettings settings) {
        int frozen = frozen(config, settings);
        var rates = new double[size - frozen];
        for (int i = frozen; i < size; i++) {
            int behind = i - BertShape.before(config);
            int layer = behind < 0 ? -1 : Math.min(behind / BertShape.TENSORS_A_LAYER, config.layers() - 1);
            rates[i - frozen] = Math.pow(settings.layerDecay(), config.layers() - 1 - layer);
        }
        return rates;
    }
}
