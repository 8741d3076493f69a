package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What UIMA's programs write, and what they could read of ours.
class CasTest {

    @TempDir
    Path folder;

    private static String xmi(String inside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
                xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore"
                xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
                xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"
                xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"
                xmlns:textsem="http:///org/apache/ctakes/typesystem/type/textsem.ecore"
                xmlns:refsem="http:///org/apache/ctakes/typesystem/type/refsem.ecore"
                xmlns:relation="http:///org/apache/ctakes/typesystem/type/relation.ecore"
                xmlns:noNamespace="http:///uima/noNamespace.ecore" xmi:version="2.0">
                <cas:NULL xmi:id="0"/>
                %s
                </xmi:XMI>
                """.formatted(inside);
    }

    private static String sofa(int id, String view, String text) {
        return "<cas:Sofa xmi:id=\"%d\" sofaNum=\"%d\" sofaID=\"%s\" mimeType=\"text\" sofaString=\"%s\"/>"
                .formatted(id, id, view, text);
    }

    @Test
    void offsetsCountUtf16UnitsAndTokensAreNobodysAnnotations() {
        var read = Reading.of("a.xmi", xmi("""
                <type:DocumentMetaData xmi:id="8" sofa="1" begin="0" end="20" documentId="doc-7"/>
                <seg:Token xmi:id="9" sofa="1" begin="0" end="2"/>
                <ner:NamedEntity xmi:id="2" sofa="1" begin="3" end="5" value="Chemical" identifier="MESH:D1"/>
                <ner:NamedEntity xmi:id="3" sofa="1" begin="10" end="13" value="Gene"/>
                """ + sofa(1, "_InitialView", "On 𝛼 and p53")));

        assertEquals("doc-7", read.only().id());
        assertEquals(List.of("Chemical:𝛼", "Gene:p53"), read.covered().stream().toList());
        assertEquals(List.of("MESH:D1"), read.mentions().getFirst().concepts());
        assertEquals("UTF-16", read.unit());
        assertEquals(0, read.repaired().size() + read.rejected().size());
    }

    @Test
    void ownLayersAreTypesAndTheirFeaturesAttributes() {
        var read = Reading.of("a.xmi", xmi("""
                <custom:Finding xmi:id="2" sofa="1" begin="0" end="2" negated="true" certainty="low"/>
                <noNamespace:Plain xmi:id="3" sofa="1" begin="3" end="6"/>
                """ + sofa(1, "_InitialView", "No p53 here")));

        assertEquals(List.of("Finding:No", "Plain:p53"), read.covered());
        assertEquals(
                Map.of("negated", "true", "certainty", "low"),
                read.mentions().getFirst().attributes());
    }

    @Test
    void arcsAndSlotsAreRelations() {
        var read = Reading.of("a.xmi", xmi("""
                <ner:NamedEntity xmi:id="2" sofa="1" begin="0" end="3" value="Gene"/>
                <custom:Event xmi:id="3" sofa="1" begin="4" end="9" links="5 6"/>
                <ner:NamedEntity xmi:id="4" sofa="1" begin="10" end="14" value="Gene"/>
                <custom:Link xmi:id="5" role="agent" target="2"/>
                <custom:Link xmi:id="6" role="theme" target="4"/>
                <custom:Acts xmi:id="7" sofa="1" begin="10" end="14" Governor="2" Dependent="4" how="so"/>
                """ + sofa(1, "_InitialView", "p53 binds MDM2")));

        assertEquals(
                List.of("Acts head:2 tail:4 {how=so}", "Event trigger:3 agent:2 theme:4 {}"),
                read.only().relations().map(CasTest::words).sorted().toList());
    }

    private static String words(Relation relation) {
        var words = new StringBuilder(relation.type());
        for (var argument : relation.arguments()) {
            var end = argument.end() instanceof Relation.OfMention(var id)
                    ? id
                    : argument.end().toString();
            words.append(' ').append(argument.role()).append(':').append(end);
        }
        return words.append(' ').append(relation.attributes()).toString();
    }

    @Test
    void whatCtakesFoundHasItsConceptsAndRelations() {
        var read = Reading.of("a.xmi", xmi("""
                <textsem:DiseaseDisorderMention xmi:id="2" sofa="1" begin="3" end="8" id="4" ontologyConceptArr="3 4" \
                typeID="2" confidence="0.0" polarity="-1" subject="patient" generic="false"/>
                <refsem:UmlsConcept xmi:id="3" codingScheme="SNOMEDCT_US" code="37796009" cui="C0004096" tui="T047"/>
                <refsem:UmlsConcept xmi:id="4" codingScheme="RXNORM" code="99"/>
                <textsem:AnatomicalSiteMention xmi:id="5" sofa="1" begin="12" end="16"/>
                <relation:LocationOfTextRelation xmi:id="6" category="location_of" arg1="7" arg2="8"/>
                <relation:LocationOfTextRelation xmi:id="9" sofa="1" category="location_of" arg1="7" arg2="8"/>
                <relation:RelationArgument xmi:id="7" argument="2" role="Argument"/>
                <relation:RelationArgument xmi:id="8" argument="5" role="Related_to"/>
                """ + sofa(1, "_InitialView", "no fever in lung")));
        var mention = read.mentions().getFirst();

        assertEquals(List.of("C0004096", "RXNORM:99"), mention.concepts());
        assertEquals("-1", mention.attributes().get("polarity"));
        assertEquals("patient", mention.attributes().get("subject"));
        assertEquals(
                "location_of head:2 tail:5 {}",
                words(read.only().relations().findFirst().orElseThrow()));
    }

    @Test
    void eachViewWithATextIsADocument() {
        var read = Reading.of("a.xmi", xmi("""
                <ner:NamedEntity xmi:id="3" sofa="1" begin="0" end="3" value="Gene"/>
                <ner:NamedEntity xmi:id="4" sofa="2" begin="4" end="7" value="Gene"/>
                <cas:Sofa xmi:id="9" sofaNum="3" sofaID="audio" mimeType="audio/ogg" sofaURI="file:a.ogg"/>
                """ + sofa(1, "_InitialView", "one two") + sofa(2, "german", "eins zwei")));

        assertEquals(
                List.of("a", "a-german"),
                read.documents().stream().map(AnnotatedDocument::id).toList());
        assertEquals(List.of("Gene:one", "Gene: zw"), read.covered());
        assertEquals("view audio", read.rejected().getFirst().where());
    }

    @Test
    void controlCharactersBecomeBlanksAndLineBreaksStay() {
        var read = Reading.of(
                "a.xmi",
                xmi("<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"6\" end=\"9\" value=\"Gene\"/>"
                        + sofa(1, "_InitialView", "a&#1;b&#13;&#10;&#xC;p53 &lt; &quot;x&quot;")));

        assertEquals("a b \n\np53 < \"x\"", read.only().text());
        assertEquals(List.of("Gene:p53"), read.covered());
    }

    @Test
    void mentionsThatFitNowhereAndTextsThatAreNotThereAreTold() {
        var read = Reading.of("a.xmi", xmi("""
                <ner:NamedEntity xmi:id="3" sofa="1" begin="5" end="99" value="Gene"/>
                <ner:NamedEntity xmi:id="4" sofa="1" begin="2" end="2" value="Gene"/>
                <ner:NamedEntity xmi:id="5" sofa="1" begin="x" end="2" value="Gene"/>
                """ + sofa(1, "_InitialView", "one two")));
        assertEquals(3, read.rejected().size(), read.report().toJson());

        var none = Reading.of("b.xmi", xmi("<ner:NamedEntity xmi:id=\"3\" sofa=\"1\" begin=\"0\" end=\"1\"/>"));
        assertTrue(none.rejected().getFirst().why().contains("no <cas:Sofa>"));
    }

    @Test
    void aZipOfThemIsReadWithItsTypeSystem() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : List.of("TypeSystem.xml", "one.xmi", "../../two.xmi")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(xmi(sofa(1, "_InitialView", "Text of " + name)).getBytes(StandardCharsets.UTF_8));
            }
        }
        var read = Reading.of("export.zip", bytes.toByteArray());

        assertEquals(
                List.of("one", "two"),
                read.documents().stream().map(AnnotatedDocument::id).toList());
        assertEquals(0, read.rejected().size());
    }

    @Test
    void noOtherFileIsFetched() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "do not read this");
        var read = Reading.of(
                "a.xmi",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                        + xmi(sofa(1, "_InitialView", "see &e; here")).substring(38));

        assertTrue(
                read.documents().stream().noneMatch(one -> one.text().contains("do not")),
                read.report().toJson());
        assertTrue(read.report().rejected() + read.documents().size() > 0);
    }

    @Test
    void aFolderWithItsTypeSystemComesBackWhole() throws IOException {
        var source = Reading.of("x.pubtator", """
                7|t|Effect of 𝛼-toxin
                7|a|Renal failure in mice.
                7\t10\t17\t𝛼-toxin\tChemical\tD1|D2\tx|y
                7\t18\t31\tRenal failure\tDisease\tD3
                7\tCID\tD1\tD3\tNovel
                """);
        var out = folder.resolve("cas");
        try (var writer = Exporter.open(Format.CAS_XMI, out, Optional.empty())) {
            for (var document : source.documents()) writer.write(document);
            assertEquals(List.of(), writer.finish());
        }
        var types = Files.readString(out.resolve("TypeSystem.xml"));
        var read = Reading.ofPaths(out);

        assertTrue(types.contains("<name>individual_mentions</name>"), types);
        assertEquals(
                0,
                read.rejected().size() + read.repaired().size(),
                read.report().toJson());
        assertEquals(source.only(), read.only());
    }
}
