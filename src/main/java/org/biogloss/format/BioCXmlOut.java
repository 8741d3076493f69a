package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// BioC in XML, after BioC.dtd.
final class BioCXmlOut implements BioCOut {

    private final XmlText out;

    BioCXmlOut(Writer out) {
        this.out = new XmlText(out);
    }

    @Override
    public void begin() throws IOException {
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE collection SYSTEM \"BioC.dtd\">\n")
                .raw("<collection>\n")
                .element("source", "BioGloss")
                .element("date", "")
                .element("key", "biogloss.key");
    }

    @Override
    public void document(Written document) throws IOException {
        out.raw("<document>\n").element("id", document.id());
        infons(document.infons());
        for (var passage : document.passages()) {
            out.raw("<passage>\n");
            infons(List.of(new Infon("type", passage.type())));
            out.element("offset", Integer.toString(passage.offset())).element("text", passage.text());
            for (var note : passage.notes()) note(note);
            out.raw("</passage>\n");
        }
        for (var tie : document.ties()) {
            out.raw("<relation id=\"").attribute(tie.id()).raw("\">\n");
            infons(tie.infons());
            for (var node : tie.nodes()) {
                out.raw("<node refid=\"").attribute(node.reference());
                out.raw("\" role=\"").attribute(node.role()).raw("\"/>\n");
            }
            out.raw("</relation>\n");
        }
        out.raw("</document>\n");
    }

    private void note(Note note) throws IOException {
        out.raw("<annotation id=\"").attribute(note.id()).raw("\">\n");
        infons(note.infons());
        for (var location : note.locations()) {
            out.raw("<location offset=\"" + location.offset() + "\" length=\"" + location.length() + "\"/>\n");
        }
        out.element("text", note.text()).raw("</annotation>\n");
    }

    private void infons(List<Infon> infons) throws IOException {
        for (var infon : infons) {
            out.raw("<infon key=\"")
                    .attribute(infon.key())
                    .raw("\">")
                    .text(infon.value())
                    .raw("</infon>\n");
        }
    }

    @Override
    public void end() throws IOException {
        out.raw("</collection>\n");
    }
}
