package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.document.Relation;
import org.junit.jupiter.api.Test;

class PubTatorTest {

    private static Reading read(String content) {
        return Reading.of("x.pubtator", content);
    }

    @Test
    void titleOneCharacterAbstract() {
        var read = read("""
                7|t|TP53 in cancer
                7|a|We study p53.
                7\t0\t4\tTP53\tGene\t7157
                7\t24\t27\tp53\tGene\t7157
                """);
        assertEquals("TP53 in cancer\nWe study p53.", read.only().text());
        assertEquals(List.of("Gene:TP53", "Gene:p53"), read.covered());
        assertEquals("TP53 in cancer", read.only().document().title());
        assertEquals(List.of(), read.rejected());
        assertEquals("code point", read.unit());
    }

    @Test
    void barsInTheTitleAreItsOwn() {
        var read = read("1|t|A|B|c| test\n1|a|x\n");
        assertEquals("A|B|c| test\nx", read.only().text());
    }

    @Test
    void mentionsHaveFiveSixOrSevenColumns() {
        var read = read("""
                1|t|renal and hepatic dysfunction V600E aspirin
                1|a|
                1\t0\t29\trenal and hepatic dysfunction\tDisease\tD007674|D008107\trenal dysfunction|hepatic dysfunction
                1\t30\t35\tV600E\tVariant\tp|SUB|V|600|E\trs113488022
                1\t36\t43\taspirin\tChemical
                """);
        var mentions = read.mentions();
        assertEquals(List.of("D007674", "D008107"), mentions.get(0).concepts());
        assertEquals(
                "renal dysfunction|hepatic dysfunction",
                mentions.get(0).attributes().get("individual_mentions"));
        assertEquals(List.of("p|SUB|V|600|E"), mentions.get(1).concepts());
        assertEquals("rs113488022", mentions.get(1).attributes().get("extra"));
        assertEquals(List.of(), mentions.get(2).concepts());
        assertEquals(List.of(), read.rejected());
    }

    @Test
    void idsPartAtAnyOfFourSeparatorsAndNoneHasThreeForms() {
        assertEquals(List.of("a", "b"), ConceptIds.parse("a|b").ids());
        assertEquals(List.of("a", "b"), ConceptIds.parse("a;b").ids());
        assertEquals(List.of("11820", "351"), ConceptIds.parse("11820,351").ids());
        assertEquals(
                List.of("OMIM:1", "OMIM:2"), ConceptIds.parse("OMIM:1+OMIM:2").ids());
        assertEquals("+", ConceptIds.parse("OMIM:1+OMIM:2").separator());
        for (var none : List.of("-1", "-", " ", ""))
            assertEquals(List.of(), ConceptIds.parse(none).ids());
        assertEquals(List.of("c|DEL||32"), ConceptIds.parse("c|DEL||32").ids());
    }

    @Test
    void relationsHaveFourOrFiveColumnsAndMayNameConceptsWithoutMention() {
        var read = read("""
                1|t|a b
                1|a|c
                1\tCID\tD1\tD2
                1\tAssociation\tp|SUB|V||M\t6331\tNovel
                """);
        var relations = read.only().relations().toList();
        assertEquals(2, relations.size());
        assertEquals(new Relation.OfConcept("D1"), relations.get(0).head());
        assertEquals(new Relation.OfConcept("p|SUB|V||M"), relations.get(1).head());
        assertEquals("Novel", relations.get(1).attributes().get("novelty"));
    }

    @Test
    void strayColumnsAreRejectedOrLeftOutWithALine() {
        var read = read("""
                1|t|abc def
                1|a|
                1\tabc\tdef
                1\t0\t3\tabc
                1\t0\t3\tabc\tGene\t1\t2\t3\t4
                1\tx\t3\tabc\tGene\t1
                """);
        assertEquals(List.of("Gene:abc"), read.covered());
        assertEquals(3, read.rejected().size());
        assertEquals(1, read.repaired().size());
        assertEquals("line 3", read.rejected().getFirst().where());
    }

    @Test
    void documentsNeedNoBlankLineBetweenNorAtTheEnd() {
        var read = read("1|t|one\n1|a|x\n2|t|two\n2|a|y\n2\t0\t3\ttwo\tN\n\n\n3|t|three\n\n3|a|z\n\n3\t0\t5\tthree\tN");
        assertEquals(3, read.documents().size());
        assertEquals(List.of("N:two", "N:three"), read.covered());
    }

    @Test
    void windowsLineEndsAndMarksAreNoText() {
        var read = read("\uFEFF1|t|one\r\n1|a|two\r\n1\t4\t7\ttwo\tN\r\n");
        assertEquals("one\ntwo", read.only().text());
        assertEquals(List.of("N:two"), read.covered());
    }

    @Test
    void anEmptyAbstractIsNoSection() {
        var document = read("1|t|only a title\n1|a|\n").only();
        assertEquals("only a title", document.text());
        assertEquals(1, document.document().sections().size());
    }

    @Test
    void trailingBlanksInTheTextColumnDoNotMatter() {
        var read = read("1|t|seizures plus\n1|a|x\n1\t0\t13\tseizures plus  \tDisease\tD1\n");
        assertEquals(List.of("Disease:seizures plus"), read.covered());
        assertEquals(List.of(), read.repaired());
    }

    @Test
    void normalisedTextStillAgrees() {
        var read = read(
                "1|t|SARS‐CoV‐2 and α‑synuclein\n1|a|x\n1\t0\t10\tSARS CoV 2\tS\t1\n1\t15\t26\talpha-synuclein\tG\t2\n");
        assertEquals(List.of("S:SARS‐CoV‐2", "G:α‑synuclein"), read.covered());
        assertEquals(0, read.report().rejected());
    }

    @Test
    void aMentionThatSlippedIsMovedAndALostOneRejected() {
        var read = read("""
                1|t|We gave naloxone to rats
                1|a|
                1\t9\t17\tnaloxone\tChemical\tD1
                1\t0\t8\tclonidine\tChemical\tD2
                1\t900\t908\tnaloxone\tChemical\tD3
                1\t20\t900000000000000000000000\trats\tSpecies\t1
                """);
        assertEquals(List.of("Chemical:naloxone", "Species:rats"), read.covered());
        assertEquals(2, read.repaired().size());
        assertEquals(2, read.rejected().size());
        assertTrue(read.repaired().getFirst().what().contains("moved to “naloxone” at 8..16"));
    }

    @Test
    void aSecondDocumentOfAnIdIsSkippedIfTheSameAndRenamedIfNot() {
        var read = read("1|t|same\n1|a|x\n\n1|t|same\n1|a|x\n\n1|t|other\n1|a|x\n\n1|t|third\n1|a|x\n");
        assertEquals(
                List.of("1", "1-2", "1-3"),
                read.documents().stream().map(d -> d.id()).toList());
        assertEquals(1, read.report().rejected());
        assertEquals(2, read.report().repaired());
    }

    @Test
    void annotationsOfAnUnknownDocumentAreRejected() {
        var read = read("1|t|one\n1|a|x\n2\t0\t3\tone\tN\n");
        assertEquals(1, read.report().rejected());
        assertTrue(read.rejected().getFirst().why().contains("document 2"));
    }

    @Test
    void astralCharactersCountOnce() {
        var read = read("1|t|𝛼𝛽 p53\n1|a|x\n1\t3\t6\tp53\tGene\t1\n");
        assertEquals(List.of("Gene:p53"), read.covered());
        assertEquals("code point", read.unit());
        assertEquals(5, read.mentions().getFirst().hull().start());
    }
}
