package org.biogloss.registry.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biogloss.bert.Compute;
import org.junit.jupiter.api.Test;

class KnownModelTest {

    private static KnownModel.Cost cost(String title) {
        return KnownModel.all().stream()
                .filter(model -> model.title().startsWith(title))
                .findFirst()
                .orElseThrow()
                .cost(Compute.exact(), 100e9);
    }

    @Test
    void aBertOfTwelveLayersHasTheParametersThatEverybodyCounts() {
        assertEquals(108.9, cost("PubMedBERT").parameters() / 1e6, 0.1, "109.5 million with the pooler");
        assertEquals(438, cost("PubMedBERT").download() / 1e6, 3, "the size of its file");
        assertEquals(42.8, cost("Bioformer").parameters() / 1e6, 0.6, "as its authors say");
    }

    @Test
    void whatIsSmallerCostsLess() {
        var large = cost("BioLinkBERT");
        var small = cost("Bioformer");
        assertTrue(small.reading() < large.reading() && small.learning() < large.learning());
        assertEquals(3, small.wordsPerSecond() / large.wordsPerSecond(), 0.6, "its authors say three times as fast");
        assertTrue(large.learning() < 8L << 30, "16 x 256 fits in 8 GB: " + large.learning());
        assertTrue(large.wordsPerSecond() > 100 && large.wordsPerSecond() < 1000, "of 100 GFLOP/s");
    }
}
