package org.biogloss.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads BioC XML as a stream, one document in memory at a time.
///
/// No DTD is fetched, no external entity resolved and no entity of the file's own expanded. Text stands in passages
/// or in their sentences; annotations and relations at any level.
final class BioCReader implements DocumentReader {

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        try (var source = BioCXml.open(input, intake)) {
            new Walk(source.reader(), intake).collection();
        } catch (XMLStreamException broken) {
            if (input.failure().isEmpty()) intake.rejected(BioCXml.where(broken), BioCXml.why(broken, intake));
        }
    }

    /// One pass over the elements of a file.
    private static final class Walk {

        private final XMLStreamReader xml;
        private final Intake intake;
        private int number;

        Walk(XMLStreamReader xml, Intake intake) {
            this.xml = xml;
            this.intake = intake;
        }

        void collection() throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (xml.getLocalName().equals("document")) document();
            }
        }

        private void document() throws XMLStreamException {
            var document = new BioCDocument("document " + ++number, intake);
            while (moveInside("document")) {
                switch (xml.getLocalName()) {
                    case "id" -> document.raw().id = text().strip();
                    case "infon" -> infon(document.infons());
                    case "passage" -> passage(document);
                    case "annotation" -> document.annotation(annotation(), -1);
                    case "relation" -> document.relation(relation());
                    default -> skip();
                }
            }
            intake.offer(document.finish());
        }

        private void passage(BioCDocument document) throws XMLStreamException {
            var passage = new BioCDocument.Passage();
            while (moveInside("passage")) {
                switch (xml.getLocalName()) {
                    case "sentence" -> sentence(passage, document);
                    case "infon" -> infon(passage.infons);
                    default -> piece(passage.own, document);
                }
            }
            document.passage(passage);
        }

        private void sentence(BioCDocument.Passage passage, BioCDocument document) throws XMLStreamException {
            var sentence = new BioCDocument.Piece();
            while (moveInside("sentence")) piece(sentence, document);
            passage.sentences.add(sentence);
        }

        /// What passages and sentences have in common.
        private void piece(BioCDocument.Piece piece, BioCDocument document) throws XMLStreamException {
            switch (xml.getLocalName()) {
                case "offset" -> piece.offset = Numbers.offset(text()).orElse(0L);
                case "text" -> piece.text = text();
                case "annotation" -> piece.annotations.add(annotation());
                case "relation" -> document.relation(relation());
                default -> skip();
            }
        }

        private BioCDocument.Note annotation() throws XMLStreamException {
            var note = new BioCDocument.Note(attribute("id"));
            while (moveInside("annotation")) {
                switch (xml.getLocalName()) {
                    case "infon" -> infon(note.infons);
                    case "location" -> {
                        note.locations.add(List.of(attribute("offset"), attribute("length")));
                        skip();
                    }
                    case "text" -> note.text = text();
                    default -> skip();
                }
            }
            return note;
        }

        private BioCDocument.Tie relation() throws XMLStreamException {
            var tie = new BioCDocument.Tie(attribute("id"));
            while (moveInside("relation")) {
                switch (xml.getLocalName()) {
                    case "infon" -> infon(tie.infons);
                    case "node" -> {
                        tie.nodes.add(List.of(attribute("refid"), attribute("role")));
                        skip();
                    }
                    default -> skip();
                }
            }
            return tie;
        }

        /// A key that comes again gets a number: `identifier`, `identifier#2`.
        private void infon(Map<String, String> infons) throws XMLStreamException {
            var key = attribute("key");
            var value = text();
            var free = key;
            for (int n = 2; infons.containsKey(free); n++) free = key + "#" + n;
            infons.put(free, value);
        }

        /// Moves to the next child element; false at the end of the parent.
        private boolean moveInside(String parent) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) return true;
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(parent)) return false;
            }
            return false;
        }

        private String attribute(String name) {
            var value = xml.getAttributeValue(null, name);
            return value == null ? "" : value;
        }

        /// All text of this element, tags inside it left out.
        private String text() throws XMLStreamException {
            var text = new StringBuilder();
            for (int depth = 1; depth > 0; ) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> depth++;
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new XMLStreamException(
                                "the entity &" + xml.getLocalName() + "; is not one of XML's own", xml.getLocation());
                    default -> {}
                }
                if (text.length() > Lines.LONGEST) {
                    throw new XMLStreamException("a text longer than %,d characters".formatted(Lines.LONGEST));
                }
            }
            return text.toString();
        }

        private void skip() throws XMLStreamException {
            for (int depth = 1; depth > 0; ) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) depth++;
                if (event == XMLStreamConstants.END_ELEMENT) depth--;
            }
        }
    }
}
