package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// brat, CoNLL and PubAnnotation, and what real files of them do.
class StandoffTest {

    @TempDir
    Path folder = Path.of("");

    private Reading brat(String text, String annotations) throws IOException {
        Files.writeString(folder.resolve("7.txt"), text);
        Files.writeString(folder.resolve("7.ann"), annotations);
        return Reading.ofPaths(folder.resolve("7.txt"));
    }

    private static Mention first(Reading read) {
        return read.mentions().getFirst();
    }

    @Test
    void aTextIsReadWithWhatLiesBesideIt() throws IOException {
        var read = brat(
                "𝛼-toxin in renal and hepatic failure",
                "T2\tDisease 21 36\thepatic failure\nT1\tChemical 0 7\t𝛼-toxin\nT3\tDisease 11 16;29 36\trenal failure\n"
                        + "N1\tReference T1 MeSH:D1\ttoxin\nA1\tNegation T2\nA2\tConfidence T2 High\n#1\tAnnotatorNotes T3\tsure?\n"
                        + "R1\tcauses Arg1:T1 Arg2:T2\n*\tEquiv T2 T3\n");
        assertEquals(List.of("Chemical:𝛼-toxin", "Disease:renal failure", "Disease:hepatic failure"), read.covered());
        var mentions = read.mentions();
        assertEquals(List.of("MeSH:D1"), mentions.get(0).concepts());
        assertEquals(Map.of("note", "sure?"), mentions.get(1).attributes());
        assertEquals(
                Map.of("Negation", "true", "Confidence", "High"),
                mentions.get(2).attributes());
        assertEquals(
                List.of("head", "tail"),
                read.only().relations().toList().stream()
                        .filter(relation -> relation.type().equals("causes"))
                        .flatMap(relation -> relation.arguments().stream())
                        .map(Relation.Argument::role)
                        .toList());
        assertEquals(List.of(), read.rejected());
    }

    @Test
    void eventsTieTheirTriggerAndThoseOfOtherEventsAreTold() throws IOException {
        var read = brat(
                "p53 activates MDM2 twice",
                "T1\tGene 0 3\tp53\nT2\tGene 14 18\tMDM2\nT3\tActivation 4 13\tactivates\nT4\tMore 19 24\ttwice\n"
                        + "E1\tActivation:T3 Theme:T2 Cause:T1\nE2\tMore:T4 Theme:E1\nE3\tMore:T4\n");
        var event = read.only().relations().findFirst().orElseThrow();
        assertEquals(
                List.of("trigger", "Theme", "Cause"),
                event.arguments().stream().map(Relation.Argument::role).toList());
        assertEquals(1, read.rejected().size());
        assertTrue(
                read.rejected().getFirst().why().contains("which is itself a relation"),
                read.rejected().toString());
    }

    @Test
    void stretchesThatALineBreakParts() throws IOException {
        var read = brat("ab\ncd ef", "T1\tX 0 2;3 5\tab cd\n");
        assertEquals(2, first(read).spans().size());
    }

    @Test
    void annotationsAloneLeadToTheirTextAndWithoutOneAreRefused() throws IOException {
        brat("p53", "T1\tGene 0 3\tp53\n");
        assertEquals(
                List.of("Gene:p53"), Reading.ofPaths(folder.resolve("7.ann")).covered());
        assertEquals(1, Reading.ofPaths(folder).documents().size(), "once");
        Files.delete(folder.resolve("7.txt"));
        var why = Reading.ofPaths(folder.resolve("7.ann")).rejected().getFirst().why();
        assertEquals("is brat standoff without its text: there is no 7.txt beside it", why);
    }

    @Test
    void sharedTasksPartTheirAnnotations() throws IOException {
        Files.writeString(folder.resolve("8.txt"), "p53 binds MDM2");
        Files.writeString(folder.resolve("8.a1"), "T1\tProtein 0 3\tp53\nT2\tProtein 10 14\tMDM2\n");
        Files.writeString(folder.resolve("8.a2"), "T3\tBinding 4 9\tbinds\nE1\tBinding:T3 Theme:T1 Theme2:T2\n");
        var read = Reading.ofPaths(folder);
        assertEquals(3, read.mentions().size());
        assertEquals(1, read.report().relations());
    }

    @Test
    void whatIsWrittenComesBack() throws IOException {
        var read = brat(
                "𝛼-toxin in renal\nand hepatic failure",
                "T1\tChemical 0 7\t𝛼-toxin\nT3\tDisease 11 16;29 36\trenal failure\nN1\tReference T1 MeSH:D1\n"
                        + "A1\tNegation T3\n#1\tAnnotatorNotes T3\tsure?\nR1\tcauses Arg1:T1 Arg2:T3\nE1\tX:T1 Theme:T3\n"
                        + "*\tEquiv T1 T3\n");
        var out = folder.resolve("out");
        try (var writer = Exporter.open(Format.BRAT, out, Optional.empty())) {
            for (var document : read.documents()) writer.write(document);
            assertEquals(List.of(), writer.finish());
        }
        assertEquals(read.only(), fromFile(Reading.ofPaths(out).only(), read.only()));
    }

    /// Documents are named after their files; nothing else may differ.
    private static AnnotatedDocument fromFile(AnnotatedDocument read, AnnotatedDocument like) {
        assertEquals(like.document().text(), read.document().text());
        assertEquals(like.mentions().toList(), read.mentions().toList());
        assertEquals(like.relations().toList(), read.relations().toList());
        return like;
    }

    @Test
    void columnsOfAnyScheme() {
        var iobes =
                "-DOCSTART- -X- -X- O\n\nRenal NN B-Disease\nfailure NN E-Disease\nin IN O\np53 NN S-Gene\n, , O\n( ( O\nx NN O\n) ) O\n\n";
        assertEquals(
                List.of("Disease:Renal failure", "Gene:p53"),
                Reading.of("a.conll", iobes).covered());
        assertEquals(
                "Renal failure in p53, (x)", Reading.of("a.conll", iobes).only().text());
        var insideOnly = "On\tO\nTP\tI-Gene\n53\tI-Gene\n\nBRCA1\tI-Gene\n";
        assertEquals(
                List.of("Gene:TP 53", "Gene:BRCA1"),
                Reading.of("a.iob", insideOnly).covered());
        assertEquals("On TP 53\nBRCA1", Reading.of("a.iob", insideOnly).only().text());
    }

    @Test
    void documentsOfColumnsHaveTheirIds() {
        var read = Reading.of("a.conll", "-DOCSTART- (12)\n\na\tO\n\n-DOCSTART- (13)\n\nb\tB-X\n");
        assertEquals(
                List.of("12", "13"),
                read.documents().stream().map(AnnotatedDocument::id).toList());
    }

    @Test
    void tracksBecomeLayers() {
        var read = Reading.of("a.json", """
                {"text":"p53 binds","sourcedb":"PubMed","sourceid":"7","tracks":[
                {"project":"one","denotations":[{"id":"T1","span":{"begin":0,"end":3},"obj":"Gene"}]},
                {"project":"two","denotations":[{"id":"T1","span":{"begin":0,"end":9},"obj":"Event"}],
                 "attributes":[{"id":"A1","subj":"T1","pred":"concept","obj":"GO:1"}]}]}
                """);
        assertEquals(
                List.of("one", "two"),
                read.mentions().stream().map(Mention::layer).sorted().toList());
        assertEquals(
                1,
                read.mentions().stream()
                        .filter(mention -> mention.concepts().equals(List.of("GO:1")))
                        .count());
        assertEquals("7", read.only().id());
    }

    @Test
    void pubTatorsJsonIsRead() {
        var read = Reading.of("a.json", """
                {"PubTator3": [{"_id": "7|None", "id": "7", "infons": {}, "passages": [{"infons": {"type": "title"}, "offset": 0,
                "text": "On p53", "sentences": [], "annotations": [{"id": "1", "infons": {"identifier": "7157", "type": "Gene",
                "valid": true}, "text": "p53", "locations": [{"offset": 3, "length": 3}]}], "relations": []}],
                "relations": [], "pmid": 7}]}
                """);
        assertEquals(List.of("Gene:p53"), read.covered());
        assertEquals(List.of("7157"), first(read).concepts());
    }
}
