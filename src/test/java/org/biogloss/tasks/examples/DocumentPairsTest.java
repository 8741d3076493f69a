package org.biogloss.tasks.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.RelationExample;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentPairsTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> rejected = new ArrayList<>();

    private List<String> read(String... lines) throws IOException {
        var file = Files.writeString(folder.resolve("d.jsonl"), String.join("\n", lines));
        return ExampleFile.read(TaskKind.RELATION, file, List.of(), one -> rejected.add(one.why())).stream()
                .map(DocumentPairsTest::say)
                .toList();
    }

    private static String say(Example example) {
        var pair = (RelationExample) example;
        return pair.id() + " "
                + pair.head().orElseThrow().span().in(pair.text()) + " > "
                + pair.tail().orElseThrow().span().in(pair.text()) + " = " + pair.label();
    }

    private static final String BY_CONCEPT = """
            {"id":"7","text":"Rash and pain after aspirin. Aspirin helps pain in cats.","entities":[\
            {"start":0,"end":4,"type":"Disease","text":"Rash","concept":"D1"},\
            {"start":9,"end":13,"type":"Disease","text":"pain","concept":"D2"},\
            {"start":20,"end":27,"type":"Chemical","text":"aspirin","concept":"C1|C9"},\
            {"start":29,"end":36,"type":"Chemical","text":"Aspirin","concept":"C1"},\
            {"start":43,"end":47,"type":"Disease","text":"pain","concept":"D2"},\
            {"start":51,"end":55,"type":"Species","text":"cats","concept":"S1"}],\
            "relations":[{"type":"CID","head_concept":"C1","tail_concept":"D1"}]}""";

    @Test
    void eachTwoMentionsOfASentenceAreAPairIfTheirTypesAreEverRelated() throws IOException {
        assertEquals(
                List.of("7:0-20 aspirin > Rash = CID", "7:9-20 aspirin > pain = none", "7:29-43 Aspirin > pain = none"),
                read(BY_CONCEPT),
                "the chemical is the head; the species is related to nothing");
        assertEquals(List.of(), rejected);
    }

    @Test
    void relationsBetweenMentionsAreOfThoseAlone() throws IOException {
        var line = "{\"id\":\"1\",\"text\":\"A and B and A\",\"entities\":["
                + "{\"id\":\"T1\",\"start\":0,\"end\":1,\"type\":\"drug\"},{\"id\":\"T2\",\"start\":6,\"end\":7,\"type\":\"drug\"},"
                + "{\"id\":\"T3\",\"start\":12,\"end\":13,\"type\":\"drug\"}],"
                + "\"relations\":[{\"type\":\"effect\",\"head\":\"T2\",\"tail\":\"T1\"}]}";
        assertEquals(List.of("1:0-6 A > B = effect", "1:0-12 A > A = none", "1:6-12 B > A = none"), read(line));
    }

    @Test
    void anotherDocumentTellsWhichTypesAreRelated() throws IOException {
        var silent = "{\"id\":\"8\",\"text\":\"Rash, aspirin.\",\"entities\":["
                + "{\"start\":0,\"end\":4,\"type\":\"Disease\"},{\"start\":6,\"end\":13,\"type\":\"Chemical\"}],"
                + "\"relations\":[]}";
        assertEquals("8:0-6 aspirin > Rash = none", read(silent, BY_CONCEPT).getFirst());
    }

    @Test
    void aRelationThatNamesNothingIsLeftOutWithItsDocument() throws IOException {
        assertEquals(List.of(), read(BY_CONCEPT.replace("head_concept", "about")));
        assertEquals(1, rejected.size());
    }
}
