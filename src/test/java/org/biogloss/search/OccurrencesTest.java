package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.biogloss.search.Spelling.Difference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrencesTest {

    @Test
    void aNameIsFoundInEachOfItsSpellings() {
        var text = "TNF-α, TNFα, TNF alpha and tnf-alpha; but TNF alone, TNFα2 and TNF, alpha are others.";
        assertEquals(List.of("TNF-α", "TNFα", "TNF alpha", "tnf-alpha"), found("TNF-alpha", text));
        assertEquals(List.of("TNF-α", "TNFα", "TNF alpha", "tnf-alpha"), found("TNFα", text));
    }

    @Test
    void aNameIsFoundAsWholeWordsOnly() {
        assertEquals(List.of("IL", "IL"), found("IL", "IL6, nil, IL2R, IL-6 and IL."));
    }

    @Test
    void aGreekLetterInsideAWordIsNoWord() {
        assertEquals(List.of("α", "alpha"), found("alpha", "TNFα and TNFalpha, but α and alpha."));
    }

    @Test
    void oneWordAndTwoAreOneName() {
        var text = "A coculture, a co-culture, a co culture and cocultures.";
        var all = List.of("coculture", "co-culture", "co culture", "cocultures");
        assertEquals(all, found("co-culture", text));
        assertEquals(all, found("co culture", text));
        assertEquals(List.of("coculture", "co-culture", "cocultures"), found("coculture", text));
    }

    @Test
    void signsThatAreNoHyphensCount() {
        assertEquals(List.of("CD4+"), found("CD4+", "CD4 cells and CD4+ cells"));
        assertEquals(List.of("(R)-ketamine"), found("(R)-ketamine", "R-ketamine or (R)-ketamine"));
        assertEquals(List.of("IL 6"), found("IL 6", "IL 6, but not IL, 6."));
    }

    @Test
    void ofTwoThatOverlapTheLongerIsFound() {
        var names = new Occurrences(List.of("necrosis factor", "tumor necrosis factor"));
        var text = "The tumor necrosis factor.";
        assertEquals(1, names.in(text).size());
        assertEquals("tumor necrosis factor", names.in(text).getFirst().span().in(text));
        assertEquals(1, names.in(text).getFirst().name());
    }

    @ParameterizedTest
    @CsvSource({
        "aspirin, Aspirin, CASE",
        "mouse, mice, NUMBER",
        "mutation, Mutations, CASE NUMBER",
        "TNF-alpha, TNF-α, GREEK",
        "TNF-alpha, TNFα, GREEK SPACING",
        "IL-6, IL 6, SPACING",
        "IL-6, IL‐6, SIGNS",
        "Alzheimer disease, Alzheimer's disease, POSSESSIVE",
        "Sjogren, Sjögren, SIGNS",
        "co-culture, cocultures, NUMBER SPACING"
    })
    void aVariantSaysInWhatItDiffers(String name, String written, String differences) {
        Set<Difference> expected = EnumSet.noneOf(Difference.class);
        for (var one : differences.split(" ")) expected.add(Difference.valueOf(one));
        assertEquals(expected, Spelling.between(name, written));
        assertEquals(List.of(written), found(name, "Of " + written + "."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Levels of tumor necrosis factor (TNF) rose.|TNF|tumor necrosis factor",
                "Levels of TNF (tumor necrosis factor) rose.|TNF|tumor necrosis factor",
                "The effect of acetylsalicylic acid (ASA; 100 mg) was small.|ASA|acetylsalicylic acid",
                "We studied single nucleotide polymorphisms (SNPs).|SNPs|single nucleotide polymorphisms",
                "Tumour necrosis factor alpha (TNF-α) rose.|TNF-α|Tumour necrosis factor alpha",
                "It was shown before. Angiotensin-converting enzyme (ACE) fell.|ACE|Angiotensin-converting enzyme"
            })
    void anAbbreviationIsFoundWhereItIsExplained(String text, String shortForm, String longForm) {
        var found = Abbreviations.in(text);
        assertEquals(1, found.size());
        assertEquals(shortForm, found.getFirst().shortForm().in(text));
        assertEquals(longForm, found.getFirst().longForm().in(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It rose (P < 0.05) and fell (n = 12).|x",
                "Patients were treated (Fig. 1) and followed (see Table).|x",
                "The enzyme (XYZ) was new.|x"
            })
    void aBracketThatExplainsNothingIsNoAbbreviation(String text, String ignored) {
        assertEquals(List.of(), Abbreviations.in(text));
    }

    private static List<String> found(String name, String text) {
        return new Occurrences(List.of(name))
                .in(text).stream().map(one -> one.span().in(text)).toList();
    }
}
