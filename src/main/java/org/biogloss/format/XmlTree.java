package org.biogloss.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One element of an XML file with all in it: of a file of many articles, one article at a time.
///
/// @param name     without its namespace's prefix
/// @param children elements ([XmlTree]) and stretches of text ([String]), in their order
record XmlTree(String name, Map<String, String> attributes, List<Object> children) {

    /// Entities that files use and a DTD would declare; none is fetched.
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("minus", "−"),
            Map.entry("plusmn", "±"),
            Map.entry("times", "×"),
            Map.entry("middot", "·"),
            Map.entry("deg", "°"),
            Map.entry("micro", "µ"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("hellip", "…"),
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("Delta", "Δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("sigma", "σ"),
            Map.entry("omega", "ω"));

    /// Reads the element at whose start the parser stands, to its end.
    ///
    /// @throws XMLStreamException also where the element is longer than an article can be; deeper than 100 elements
    ///     the parser itself goes no further
    static XmlTree read(XMLStreamReader xml, Intake intake) throws XMLStreamException {
        var open = new ArrayList<XmlTree>();
        open.add(begun(xml));
        var root = open.getFirst();
        long length = 0;
        while (!open.isEmpty()) {
            var current = open.getLast();
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var child = begun(xml);
                    current.children.add(child);
                    open.add(child);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    length += xml.getTextLength();
                    current.children.add(xml.getText());
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> current.children.add(entity(xml.getLocalName(), intake));
                case XMLStreamConstants.END_DOCUMENT -> throw new XMLStreamException("the file ends inside of it");
                default -> {}
            }
            if (length > Lines.LONGEST) {
                throw new XMLStreamException("a document longer than %,d characters".formatted(Lines.LONGEST));
            }
        }
        return root;
    }

    private static XmlTree begun(XMLStreamReader xml) {
        var attributes = new LinkedHashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return new XmlTree(xml.getLocalName(), attributes, new ArrayList<>());
    }

    private static String entity(String name, Intake intake) {
        var known = ENTITIES.get(name);
        if (known != null) return known;
        intake.repaired(
                "file", "the entity &%s; is not known without its DTD; its name was kept".formatted(Quote.of(name)));
        return name;
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    Stream<XmlTree> elements() {
        return children.stream().filter(XmlTree.class::isInstance).map(XmlTree.class::cast);
    }

    Stream<XmlTree> elements(String wanted) {
        return elements().filter(element -> element.name.equals(wanted));
    }

    /// The first element of this name in it, however deep.
    Optional<XmlTree> find(String wanted) {
        return all(wanted).findFirst();
    }

    /// All elements of this name in it, however deep, in text order; none inside another of the name.
    Stream<XmlTree> all(String wanted) {
        return elements().flatMap(element -> element.name.equals(wanted) ? Stream.of(element) : element.all(wanted));
    }

    /// All text in it, runs of blanks as one.
    String words() {
        var text = new StringBuilder();
        collect(text);
        return text.toString().replaceAll("[\\s\u00a0\u2009\u202f]+", " ").strip();
    }

    private void collect(StringBuilder text) {
        for (var child : children) {
            if (child instanceof XmlTree element) element.collect(text);
            else text.append(child);
        }
    }
}
