package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.biogloss.Failure;
import org.biogloss.search.TermHit.Match;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermIndexTest {

    private static final String OBO = """
            format-version: 1.2
            ontology: test

            [Term]
            id: CL:1 ! a comment
            name: pancreatic beta cell
            def: "A cell that \\"makes\\" insulin." [CL:x]
            synonym: "B-cell of islet" EXACT []
            synonym: "β-cell" RELATED [x]
            is_a: CL:2 ! cell

            [Term]
            id: CL:2
            name: cell

            [Term]
            id: CL:3
            name: old cell
            is_obsolete: true

            [Term]
            id: CL:4
            name: astrocyte

            [Typedef]
            id: part_of
            name: part of
            """;

    @TempDir
    Path folder = Path.of("");

    private TermIndex index(String name, String content) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        TermIndex.make(file, folder.resolve("index"), _ -> {});
        return TermIndex.open("test", folder.resolve("index"));
    }

    private static List<String> found(TermIndex index, String words) throws IOException {
        return index.search(words, 5).stream()
                .map(hit -> hit.concept().id() + " " + hit.match())
                .toList();
    }

    @Test
    void namesSynonymsBeginningsWordsAndSlipsOfTheKeyboard() throws IOException {
        try (var index = index("t.obo", OBO)) {
            assertEquals(3, index.size(), "the obsolete one and the relation are none");
            assertEquals("CL:2 NAME", found(index, "Cells").getFirst());
            assertEquals("CL:1 SYNONYM", found(index, "beta cells").getFirst());
            assertEquals("CL:1 SYNONYM", found(index, "β cell").getFirst());
            assertEquals("CL:1 BEGINNING", found(index, "pancr").getFirst());
            assertEquals("CL:1 WORDS", found(index, "islet b").getFirst());
            assertEquals(List.of("CL:4 SIMILAR"), found(index, "astrocite"));
            assertEquals(List.of(), found(index, "—"));
            assertEquals(1, found(index, "beta").size(), "a concept stands once");
        }
    }

    @Test
    void aConceptIsTold() throws IOException {
        try (var index = index("t.obo", OBO)) {
            var concept = index.find("CL:1").orElseThrow();
            assertEquals("A cell that \"makes\" insulin.", concept.definition());
            assertEquals(List.of("B-cell of islet", "β-cell"), concept.synonyms());
            assertEquals("cell", index.parents(concept).get("CL:2"));
            assertTrue(index.find("CL:3").isEmpty());
        }
    }

    @Test
    void definitionsMayBeLong() throws IOException {
        var long1 = "word ".repeat(20_000) + "\\\"end\\\"";
        try (var index = index("t.obo", "[Term]\nid: X:1\nname: x\ndef: \"" + long1 + "\" []\n")) {
            assertTrue(index.find("X:1").orElseThrow().definition().endsWith("\"end\""));
        }
    }

    @Test
    void descriptorsOfMesh() throws IOException {
        var xml =
                "<?xml version=\"1.0\"?><DescriptorRecordSet><DescriptorRecord><DescriptorUI>D012</DescriptorUI><DescriptorName>"
                        + "<String>Naloxone</String></DescriptorName><ConceptList><Concept><ScopeNote>An antagonist.</ScopeNote><TermList>"
                        + "<Term><String>Naloxone</String></Term><Term><String>Narcan</String></Term></TermList></Concept></ConceptList>"
                        + "</DescriptorRecord></DescriptorRecordSet>";
        try (var index = index("desc.xml", xml)) {
            var hit = index.search("narcan", 1).getFirst();
            assertEquals(Match.SYNONYM, hit.match());
            assertEquals(
                    "D012 Naloxone An antagonist.",
                    hit.concept().id() + " " + hit.concept().name() + " "
                            + hit.concept().definition());
        }
    }

    @Test
    void columns() throws IOException {
        try (var index = index("t.tsv", "id\tname\tsynonyms\nX:1\tone\tuno|eins\nX:2\ttwo\n")) {
            assertEquals(2, index.size());
            assertEquals("X:1", index.search("eins", 1).getFirst().concept().id());
        }
    }

    @Test
    void whatIsNoneIsRefusedAndLeavesTheOldOneInPlace() throws IOException {
        var good = Files.writeString(folder.resolve("good.obo"), OBO);
        var bad = Files.writeString(folder.resolve("bad.obo"), "a poem");
        try (var all = Terminologies.open(folder.resolve("root"))) {
            all.add(good, "cells");
            Failure.says("neither OBO nor", () -> all.add(bad, "cells"));
            Failure.says("Cannot call a terminology", () -> all.add(good, "../x"));
            assertEquals("CL:2", all.search("cell", 1).getFirst().concept().id());
        }
        try (var again = Terminologies.open(folder.resolve("root"))) {
            assertEquals(1, again.all().size());
            assertTrue(again.remove("cells"));
            assertFalse(again.remove("cells"));
        }
        try (var inside = Files.list(folder.resolve("root"))) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void zipsAreUnpacked() throws IOException {
        var file = folder.resolve("t.obo.zip");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("t.obo"));
            zip.write(OBO.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(3, TermIndex.make(file, folder.resolve("zipped"), _ -> {}));
    }

    @Test
    void realOntologies() throws IOException {
        var data = Path.of(System.getProperty("biogloss.data", "none")).resolve("ontologies");
        Assumptions.assumeTrue(Files.exists(data), "biogloss.data does not hold the shared data");
        try (var all = Terminologies.open(folder.resolve("real"))) {
            assertTrue(all.add(data.resolve("CL.obo.zip"), "CL") > 2_000);
            assertTrue(all.add(data.resolve("SO.obo.zip"), "SO") > 2_000);
            assertEquals(
                    "CL:0000540", all.search("neurons", 1).getFirst().concept().id());
            assertEquals(
                    "CL:0000540",
                    all.search("nerve cell", 1).getFirst().concept().id());
            assertEquals(
                    "SO:0000704", all.search("gene", 1).getFirst().concept().id());
        }
    }
}
