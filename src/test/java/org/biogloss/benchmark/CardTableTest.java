package org.biogloss.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.Failure;
import org.biogloss.registry.ModelCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardTableTest {

    @TempDir
    Path folder = Path.of("");

    private ModelCard card(Map<String, Double> scores) {
        return new ModelCard("joint", "Joint", folder, List.of("ner"), List.of(), "", 1, "", scores, "", "");
    }

    @Test
    void aHeadsScoresStandBesideThoseOfItsSet() {
        var table = CardTable.of(card(Map.of(
                        "dev.ncbi-disease.f1", 0.851,
                        "test.ncbi-disease.f1", 0.8444,
                        "test.biosses.pearson", 0.9,
                        "test.bc5cdr-cid.f1", 0.5)))
                .orElseThrow();
        assertTrue(table.contains("| NCBI-disease | F1 of mentions, strict spans | 85.1 | **84.4** | 87.8 |"), table);
        assertTrue(table.contains("| BIOSSES | Pearson's correlation with people's scores | – | **90.0** | "), table);
        assertEquals(
                2,
                table.lines()
                        .filter(line -> line.contains("**") && !line.contains("test"))
                        .count(),
                table);
        assertTrue(table.contains("- PubMedBERT (110 million parameters): Gu et al."), table);
        assertTrue(!table.contains("EBM-PICO"), "what is not measured needs no caveat");
    }

    @Test
    void whatIsNotBlurbsOwnIsSaid() {
        var table = CardTable.of(card(Map.of("test.ebm-pico.f1", 0.7))).orElseThrow();
        assertTrue(table.contains("- EBM-PICO: BLURB's train split cannot be had"), table);
    }

    @Test
    void thePageKeepsWhatElseStandsOnIt() throws IOException {
        Files.writeString(folder.resolve("README.md"), "# Joint\n\nBad at poems.\n\n## Use\n\nRead with it.\n");
        CardTable.write(card(Map.of("test.gad.f1", 0.7)));
        CardTable.write(card(Map.of("test.gad.f1", 0.8)));
        var page = Files.readString(folder.resolve("README.md"));
        assertTrue(page.contains("Bad at poems."), page);
        assertTrue(page.contains("**80.0**") && !page.contains("**70.0**"), page);
        assertTrue(page.indexOf("## Beside published scores") < page.indexOf("\n\n## Use"), page);
    }

    @Test
    void aModelWithoutSuchScoresIsRefused() {
        assertEquals(Optional.empty(), CardTable.of(card(Map.of("test.f1", 0.8))));
        Failure.says("its card has no test score of a set of BLURB", () -> CardTable.write(card(Map.of())));
    }
}
