package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.Relation;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BioCTest {

    private static Reading read(String body) {
        return Reading.of(
                "x.xml",
                "<?xml version='1.0'?><!DOCTYPE collection SYSTEM 'BioC.dtd'><collection><source/><date/><key/>" + body
                        + "</collection>");
    }

    @Test
    void passagesAreSectionsAndInfonsAttributes() {
        var read = read("""
                <document><id>9</id><infon key="license">CC BY</infon>
                <passage><infon key="type">front</infon><infon key="section_type">TITLE</infon>
                  <infon key="year">2013</infon><offset>0</offset><text>On p53</text>
                  <annotation id="a"><infon key="type">Gene</infon><infon key="identifier">7157</infon>
                    <infon key="note">first</infon><infon key="note">second</infon>
                    <location offset="3" length="3"/><text>p53</text></annotation></passage>
                <passage><infon key="type">abstract</infon><offset>7</offset><text>It is &lt;big&gt;.</text></passage>
                </document>""");
        var document = read.only();
        assertEquals("On p53\nIt is <big>.", document.text());
        assertEquals(
                List.of("title", "abstract"),
                document.document().sections().stream().map(s -> s.name()).toList());
        assertEquals("2013", document.document().about().get("year"));
        assertEquals("CC BY", document.document().about().get("license"));
        var mention = read.mentions().getFirst();
        assertEquals(List.of("7157"), mention.concepts());
        assertEquals("first", mention.attributes().get("note"));
        assertEquals("second", mention.attributes().get("note#2"));
    }

    @Test
    void textMayStandInSentences() {
        var read = read("""
                <document><id>9</id><passage><offset>0</offset>
                <sentence><offset>0</offset><text>One gene.</text></sentence>
                <sentence><offset>10</offset><text>Two genes.</text>
                  <annotation id="1"><infon key="type">N</infon><location offset="14" length="5"/><text>genes</text></annotation>
                </sentence></passage></document>""");
        assertEquals("One gene. Two genes.", read.only().text());
        assertEquals(List.of("N:genes"), read.covered());
    }

    @Test
    void severalLocationsAreOneMention() {
        var read = read("""
                <document><id>9</id><passage><offset>0</offset><text>renal and hepatic failure</text>
                <annotation id="1"><infon key="type">D</infon><location offset="18" length="7"/>
                  <location offset="0" length="5"/><text>renal failure</text></annotation></passage></document>""");
        assertEquals(
                List.of(new Span(0, 5), new Span(18, 25)),
                read.mentions().getFirst().spans());
    }

    @Test
    void relationsAtEveryLevelReachAnnotationsOfOtherPassages() {
        var read = read("""
                <document><id>9</id>
                <passage><offset>0</offset><text>aa</text>
                <annotation id="1"><infon key="type">A</infon><location offset="0" length="2"/><text>aa</text></annotation>
                <relation id="R1"><infon key="type">x</infon><node refid="1" role="Agent"/><node refid="2" role=""/></relation>
                </passage>
                <passage><offset>3</offset><sentence><offset>3</offset><text>bb</text>
                <annotation id="2"><infon key="type">B</infon><location offset="3" length="2"/><text>bb</text></annotation>
                <relation id="R2"><infon key="type">y</infon><node refid="2" role="t"/><node refid="1" role="h"/></relation>
                </sentence></passage>
                <relation id="R3"><infon key="type">z</infon><node refid="1" role="t"/><node refid="9" role="h"/></relation>
                <relation id="R4"><infon key="type">w</infon><node refid="1" role="t"/><node refid="R1" role="h"/></relation>
                </document>""");
        var relations = read.only().relations().toList();
        assertEquals(List.of("R1", "R2"), relations.stream().map(Relation::id).toList());
        assertEquals(
                List.of("Agent", "tail"),
                relations.getFirst().arguments().stream().map(a -> a.role()).toList());
        assertEquals(2, read.rejected().size());
        assertTrue(read.rejected().get(0).why().contains("no mention"));
        assertTrue(read.rejected().get(1).why().contains("itself a relation"));
    }

    @Test
    void relationsBetweenConceptsAreUnderstoodInBothWaysThatExist() {
        var read = read("""
                <document><id>9</id><passage><offset>0</offset><text>aa</text>
                <annotation id="1"><infon key="type">Chemical</infon><infon key="MESH">D1</infon><location offset="0" length="2"/><text>aa</text></annotation>
                </passage>
                <relation id="R0"><infon key="relation">CID</infon><infon key="Chemical">D1</infon><infon key="Disease">D2</infon></relation>
                <relation id="R1"><infon key="entity1">D1</infon><infon key="entity2">D2</infon><infon key="type">Bind</infon><infon key="novel">No</infon></relation>
                </document>""");
        var relations = read.only().relations().toList();
        assertEquals(new Relation.OfConcept("D1"), relations.get(0).head());
        assertEquals("No", relations.get(1).attributes().get("novelty"));
        assertEquals(new Relation.OfConcept("D2"), relations.get(1).tail());
    }

    @Test
    void anExternalEntityIsNotFetched(@TempDir Path folder) throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "the secret words");
        var xml = "<?xml version='1.0'?><!DOCTYPE collection [<!ENTITY x SYSTEM '" + secret.toUri()
                + "'>]><collection><document><id>1</id><passage><offset>0</offset><text>fine</text></passage></document>"
                + "<document><id>2</id><passage><offset>0</offset><text>&x;</text></passage></document></collection>";
        var read = Reading.of("x.xml", xml);
        assertEquals("fine", read.only().text());
        assertEquals(1, read.rejected().size());
        assertFalse(read.report().toJson().contains("secret words"));
    }

    @Test
    @Timeout(20)
    void anEntityBombIsRefused() {
        var entities = new StringBuilder("<!ENTITY a0 'ha'>");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
        }
        var read = Reading.of(
                "x.xml",
                "<?xml version='1.0'?><!DOCTYPE collection [" + entities
                        + "]><collection><document><id>1</id><passage><offset>0</offset><text>&a39;</text></passage>"
                        + "</document></collection>");
        assertEquals(0, read.report().documents());
        assertEquals(1, read.rejected().size());
    }

    @Test
    void brokenXmlGivesWhatStandsBefore() {
        var read = Reading.of(
                "x.xml",
                "<collection><document><id>1</id><passage><offset>0</offset><text>ok</text></passage></document>"
                        + "<document><id>2</id><passage><text>cut");
        assertEquals("ok", read.only().text());
        assertEquals(1, read.rejected().size());
    }

    @Test
    void oddLabelsAndForbiddenCharactersDoNotStopIt() {
        var body =
                "<collection><document><id>1</id><passage><offset>0</offset><text>a\u0001b é</text></passage></document></collection>";
        var utf8 = Reading.of("x.xml", "<?xml version=\"1.0\" encoding=\"utf8\"?>" + body);
        assertEquals("a\uFFFDb é", utf8.only().text());
        var latin = ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + body).getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("a\uFFFDb é", Reading.of("x.xml", latin).only().text());
        var utf16 = ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + body).getBytes(StandardCharsets.UTF_16BE);
        assertEquals("a\uFFFDb é", Reading.of("x.xml", utf16).only().text());
    }

    @Test
    void anAnnotationWithoutPlaceIsFoundByItsTextOrRejected() {
        var read = read("""
                <document><id>9</id><passage><offset>10</offset><text>some text here</text>
                <annotation id="1"><infon key="type">A</infon><location offset="5" length="0"/><text>text</text></annotation>
                <annotation id="2"><infon key="type">A</infon><text>text</text></annotation>
                <annotation id="3"><infon key="type">A</infon><location offset="x" length="2"/><text>text</text></annotation>
                </passage></document>""");
        assertEquals(List.of("A:text"), read.covered());
        assertEquals(2, read.rejected().size());
    }
}
