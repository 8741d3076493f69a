package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTokenizerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            IL-6                | il 6
            IL6                 | il 6
            IL 6                | il 6
            Il‐6                | il 6
            β-catenin           | beta betacatenin catenin
            beta-catenin        | beta betacatenin catenin
            beta catenin        | beta catenin
            TNFα                | tnf alpha
            TNF-alpha           | tnf tnfalpha alpha
            TNFalpha            | tnf alpha
            NF-κB               | nf nfkappa kappa b
            NFκB                | nf kappa b
            NFkappaB            | nf kappa b
            CO₂                 | co 2
            CO2                 | co 2
            Ca²⁺                | ca 2
            Sjögren’s syndrome  | sjogren syndrome
            Crohn's disease     | crohn disease
            naïve               | naive
            œdème               | oedeme
            5 μg and 5 µM       | 5 ug and 5 um
            5'-UTR              | 5 utr
            p.Val600Glu         | p val 600 glu
            μ-opioid            | mu muopioid opioid
            𝛼-synuclein         | alpha alphasynuclein synuclein
            straße              | strasse
            ﬁbrosis             | fibrosis
            癌症 cancer         | 癌 症 cancer
            ½ dose™             | dose
            co­operate          | cooperate
            """)
    void spellingsOfOneNameBecomeTheSameWords(String text, String words) {
        assertEquals(List.of(words.split(" ")), words(text));
    }

    @Test
    void aDecomposedAccentFoldsAsAComposedOne() {
        assertEquals(words("S\u0153ur Sj\u00f6gren"), words("S\u0153ur Sjo\u0308gren"));
    }

    @Test
    void everyWordStandsWhereItsOffsetsSay() throws IOException {
        var text = "Wnt/β-catenin in HT-29 (𝛼𝛽) cells, TNFα";
        assertEquals(
                List.of("Wnt", "β", "β-catenin", "catenin", "in", "HT", "29", "𝛼", "𝛽", "cells", "TNF", "α"),
                covered(text));
    }

    @Test
    void offsetsOfAnyTextNeverRunBackwardsOrBeyondIt() throws IOException {
        var random = new Random(7);
        var alphabet = "aZ9 -'’sβμκ₂é\u0301𝛼癌(kappab\u00ad\ud835";
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--)
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            int last = 0;
            for (var span : spans(text.toString())) {
                assertTrue(span[0] >= last && span[1] > span[0] && span[1] <= text.length(), text.toString());
                last = span[0];
            }
        }
    }

    @Test
    void aRunOfLettersOfAnyLengthIsCutAndRead() {
        assertEquals(5, words("x".repeat(1000)).size());
    }

    private static List<String> words(String text) {
        try (var tokens = new FoldingTokenizer()) {
            var words = new ArrayList<String>();
            tokens.setReader(new StringReader(text));
            tokens.reset();
            var term = tokens.getAttribute(CharTermAttribute.class);
            while (tokens.incrementToken()) words.add(term.toString());
            return words;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<int[]> spans(String text) throws IOException {
        try (var tokens = new FoldingTokenizer()) {
            var spans = new ArrayList<int[]>();
            tokens.setReader(new StringReader(text));
            tokens.reset();
            var offset = tokens.getAttribute(OffsetAttribute.class);
            while (tokens.incrementToken()) spans.add(new int[] {offset.startOffset(), offset.endOffset()});
            return spans;
        }
    }

    private static List<String> covered(String text) throws IOException {
        return spans(text).stream().map(s -> text.substring(s[0], s[1])).toList();
    }
}
