package org.biogloss.format;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// BioC in JSON, as NCBI's services give it out: a collection, a document a line. A key that repeats gets a number, as
/// in
/// `label#2`: an object has each key once.
final class BioCJsonOut implements BioCOut {

    private static final JsonMapper JSON = new JsonMapper();

    private final Writer out;
    private boolean any;

    BioCJsonOut(Writer out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write(
                "{\"source\": \"BioGloss\", \"date\": \"\", \"key\": \"biogloss.key\", \"infons\": {}, \"documents\": [\n");
    }

    @Override
    public void document(Written document) throws IOException {
        if (any) out.write(",\n");
        any = true;
        var node = JSON.createObjectNode().put("id", document.id());
        infons(node, document.infons());
        var passages = node.putArray("passages");
        for (var passage : document.passages()) {
            var one = passages.addObject();
            infons(one, List.of(new Infon("type", passage.type())));
            one.put("offset", passage.offset()).put("text", passage.text());
            one.putArray("sentences");
            var notes = one.putArray("annotations");
            for (var note : passage.notes()) note(notes.addObject(), note);
            one.putArray("relations");
        }
        node.putArray("annotations");
        var ties = node.putArray("relations");
        for (var tie : document.ties()) {
            var one = ties.addObject().put("id", tie.id());
            infons(one, tie.infons());
            var nodes = one.putArray("nodes");
            for (var end : tie.nodes()) {
                nodes.addObject().put("refid", end.reference()).put("role", end.role());
            }
        }
        out.write(JSON.writeValueAsString(node));
    }

    private static void note(ObjectNode node, Note note) {
        node.put("id", note.id());
        infons(node, note.infons());
        node.put("text", note.text());
        var locations = node.putArray("locations");
        for (var location : note.locations()) {
            locations.addObject().put("offset", location.offset()).put("length", location.length());
        }
    }

    private static void infons(ObjectNode node, List<Infon> infons) {
        var object = node.putObject("infons");
        for (var infon : infons) {
            var key = infon.key();
            for (int n = 2; object.has(key); n++) key = infon.key() + "#" + n;
            object.put(key, infon.value());
        }
    }

    @Override
    public void end() throws IOException {
        out.write(any ? "\n]}\n" : "]}\n");
    }
}
