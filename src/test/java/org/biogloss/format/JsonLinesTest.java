package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.document.Relation;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

    private static Reading read(String content) {
        return Reading.of("x.jsonl", content);
    }

    @Test
    void entitiesRelationsAndLabelsComeIn() {
        var read = read("""
                {"id":"1","split":"test","year":2019,"title_length":4,"text":"𝛼 ab cd","entities":[{"id":"T1","type":"G","start":2,"end":4,"text":"ab","concept":"X:1"},{"id":"T2","type":"G","start":5,"end":7,"text":"cd"}],"relations":[{"type":"r","head":"T1","tail":"T2","evaluated":false},{"type":"s","head_concept":"X:1","tail_concept":"X:2","novelty":"No"}],"labels":["trial"]}
                """);
        var document = read.only();
        assertEquals(List.of("G:ab", "G:cd"), read.covered());
        assertEquals("2019", document.document().about().get("year"));
        assertEquals("test", document.document().about().get("split"));
        var relations = document.relations().toList();
        assertEquals(new Relation.OfMention("T2"), relations.get(0).tail());
        assertEquals("false", relations.get(0).attributes().get("evaluated"));
        assertEquals(new Relation.OfConcept("X:2"), relations.get(1).tail());
        assertEquals("trial", document.labels().findFirst().orElseThrow().type());
    }

    @Test
    void spansComeAsPairsOrObjects() {
        var read = read("""
                {"id":"1","text":"renal and hepatic failure","entities":[{"type":"D","start":0,"end":25,"spans":[[0,5],[18,25]],"text":"renal failure"},{"type":"D","start":10,"end":25,"spans":[{"start":10,"end":25}],"text":"hepatic failure"}]}
                """);
        assertEquals(
                List.of(new Span(0, 5), new Span(18, 25)),
                read.mentions().getFirst().spans());
        assertEquals(0, read.report().rejected());
    }

    @Test
    void tagsMakeMentionsWhereThereAreNoEntities() {
        var read = read("""
                {"id":"1","tokens":["Loss","of","p53","gene","in","HeLa"],"tags":["O","O","B-Gene","I-Gene","O","I-Cell"]}
                {"id":"2","text":"a b c","tokens":["a","b","c"],"tags":["B","B","I"]}
                """);
        assertEquals(List.of("Gene:p53 gene", "Cell:HeLa", "Entity:a", "Entity:b c"), read.covered());
    }

    @Test
    void textMayStandInPartsOfItsOwn() {
        var read = read("""
                {"id":"1","question":"Is it?","contexts":["One.","Two."],"labels":["yes"]}
                {"id":"2","title":"T","abstract":"A","body":"B"}
                """);
        assertEquals("Is it?\nOne.\nTwo.", read.documents().get(0).text());
        assertEquals("T\nA\nB", read.documents().get(1).text());
        assertEquals("T", read.documents().get(1).document().title());
    }

    @Test
    void brokenLinesAreRejectedAndTheOthersRead() {
        var read =
                read("{\"id\":\"1\",\"text\":\"a\"}\n{\"id\":\n[1]\n\n{\"id\":\"2\",\"text\":\"b\"}\n{\"id\":\"3\"}\n");
        assertEquals(2, read.documents().size());
        assertEquals(
                List.of("line 2", "line 3", "line 6, document 3"),
                read.rejected().stream().map(Rejection::where).toList());
    }

    @Test
    void absurdFieldsAreRejectedInWords() {
        var read = read("""
                {"id":"1","text":"abc def","title_length":99,"entities":[{"type":"","start":0,"end":3,"text":"abc"},{"type":"G","start":1e99,"end":-5},{"type":"G","start":"0","end":"3","text":"abc"},5,null,{"type":"G","start":0,"end":99999999999999999999,"text":"def"}],"relations":[{"type":"r","head":"T9","tail":"T8"},{}],"labels":[null]}
                """);
        assertEquals(List.of("G:abc", "G:def"), read.covered());
        assertTrue(read.report().rejected() >= 6, read.report().toJson());
    }

    @Test
    void anIdThatIsMissingIsMade() {
        var read = read("{\"text\":\"abc\"}\n{\"text\":\"abcd\"}\n");
        assertEquals(
                List.of("x-1", "x-2"),
                read.documents().stream().map(d -> d.id()).toList());
        assertEquals(2, read.report().repaired());
    }
}
