package org.biogloss.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PublishedTest {

    /// Gu et al., table 6, last line; BioLinkBERT's README; INDUS's table gives means of its own kind, so those three
    /// are recomputed from their cells alone and not here.
    private static final Map<String, Double> BLURB = Map.ofEntries(
            Map.entry("BERT (uncased)", 76.11),
            Map.entry("BERT (cased)", 75.86),
            Map.entry("RoBERTa", 76.46),
            Map.entry("BioBERT", 80.34),
            Map.entry("SciBERT (uncased)", 78.86),
            Map.entry("SciBERT (cased)", 78.14),
            Map.entry("ClinicalBERT", 77.29),
            Map.entry("BlueBERT", 76.27),
            Map.entry("PubMedBERT", 81.16),
            Map.entry("BioLinkBERT-base", 83.39),
            Map.entry("BioLinkBERT-large", 84.30));

    @TestFactory
    List<DynamicTest> eachPublishedBlurbScoreIsTheMeanOfTheFamilyMeansOfItsRow() {
        return BLURB.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    double mean = row(entry.getKey()).blurb().orElseThrow();
                    assertEquals(entry.getValue(), mean, 0.005 + 1e-9, "rounded to two digits");
                }))
                .toList();
    }

    @Test
    void everyRowNamesItsSourceAndHasAllSets() {
        for (var row : Published.rows()) {
            assertEquals(BlurbSet.values().length, row.scores().size(), row.name());
            assertTrue(row.source().contains("table"), row.name() + " does not say which table it was read from");
            assertTrue(row.parameters().isPresent(), row.name());
            assertTrue(row.isBlurbs());
        }
    }

    @Test
    void anUnknownSetOrARowOfTheWrongLengthIsRefused() {
        var head = "model\tparameters\tsource\tBC5-chem\tNCBI-disease";
        assertThrows(IllegalArgumentException.class, () -> Published.parse(List.of(head + "\tBC6")));
        assertThrows(IllegalArgumentException.class, () -> Published.parse(List.of(head, "x\t1\ty\t80.0")));
        var gap = Published.parse(List.of(head, "x\t\ty\t\t80.0")).getFirst();
        assertEquals(Map.of(BlurbSet.NCBI_DISEASE, Score.published(80)), gap.scores());
        assertTrue(gap.parameters().isEmpty());
    }

    private static Row row(String name) {
        return Published.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
