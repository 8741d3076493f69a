package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The types that the files of an export use, with the attributes that they turned out to have.
final class CasTypeSystem {

    /// In XMI each package of types has a prefix.
    static final Map<String, String> PREFIXES = prefixes();

    private static final String STRING = "uima.cas.String";

    /// What stands in UIMA's own types and in XML cannot be the name of an attribute.
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private static final Map<String, Set<String>> USED = Map.of(
            CasTypes.NAMED_ENTITY,
            Set.of("value", "identifier", "identity", "cui", "links", "ontologyConceptArr"),
            CasTypes.RELATION,
            Set.of("label", "value", "category", "links", CasTypes.SOURCE, CasTypes.TARGET, "arg1", "arg2"));

    private final Map<String, Set<String>> attributes = Map.of(
            CasTypes.NAMED_ENTITY, new TreeSet<>(),
            CasTypes.RELATION, new TreeSet<>());

    private record Feature(String name, String range, String element) {
        static Feature words(String name) {
            return new Feature(name, STRING, "");
        }
    }

    private static Map<String, String> prefixes() {
        var prefixes = new LinkedHashMap<String, String>();
        prefixes.put("cas", "http:///uima/cas.ecore");
        prefixes.put("meta", CasTypes.namespace(CasTypes.META_DATA));
        prefixes.put("segmentation", CasTypes.namespace(CasTypes.DIVISION));
        prefixes.put("ner", CasTypes.namespace(CasTypes.NAMED_ENTITY));
        prefixes.put("custom", CasTypes.namespace(CasTypes.RELATION));
        return prefixes;
    }

    static String prefixed(String type) {
        var namespace = CasTypes.namespace(type);
        var prefix = PREFIXES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(namespace))
                .findFirst()
                .orElseThrow();
        return prefix.getKey() + ":" + CasTypes.local(type);
    }

    /// Whether an attribute may be a feature of that name; it is declared from then on.
    boolean takes(String type, String name) {
        if (!NAME.matcher(name).matches() || CasTypes.STRUCTURE.contains(name)) return false;
        if (USED.getOrDefault(type, Set.of()).contains(name)) return false;
        var declared = attributes.get(type);
        if (declared == null) return false;
        declared.add(name);
        return true;
    }

    void write(Writer writer) throws IOException {
        var out = new XmlText(writer);
        out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.raw("<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n<types>\n");
        type(
                out,
                CasTypes.META_DATA,
                "uima.tcas.DocumentAnnotation",
                List.of(Feature.words("documentTitle"), Feature.words("documentId")));
        type(out, CasTypes.DIVISION, "uima.tcas.Annotation", List.of(Feature.words("divType")));
        type(
                out,
                CasTypes.NAMED_ENTITY,
                "uima.tcas.Annotation",
                List.of(Feature.words("value"), Feature.words("identifier")));
        type(
                out,
                CasTypes.LINK,
                "uima.cas.TOP",
                List.of(
                        Feature.words("role"),
                        new Feature("target", CasTypes.NAMED_ENTITY, ""),
                        Feature.words("concept")));
        type(
                out,
                CasTypes.RELATION,
                "uima.tcas.Annotation",
                List.of(
                        Feature.words("label"),
                        new Feature(CasTypes.SOURCE, CasTypes.NAMED_ENTITY, ""),
                        new Feature(CasTypes.TARGET, CasTypes.NAMED_ENTITY, ""),
                        new Feature("links", CasTypes.ARRAY, CasTypes.LINK)));
        type(out, CasTypes.LABEL, "uima.cas.AnnotationBase", List.of(Feature.words("label")));
        out.raw("</types>\n</typeSystemDescription>\n");
    }

    private void type(XmlText out, String name, String parent, List<Feature> features) throws IOException {
        out.raw("<typeDescription>\n")
                .element("name", name)
                .element("description", "")
                .element("supertypeName", parent);
        out.raw("<features>\n");
        for (var feature : features) feature(out, feature);
        for (var attribute : attributes.getOrDefault(name, Set.of())) feature(out, Feature.words(attribute));
        if (!name.equals(CasTypes.LINK) && !name.equals(CasTypes.DIVISION)) feature(out, Feature.words(CasTypes.EXTRA));
        out.raw("</features>\n</typeDescription>\n");
    }

    private static void feature(XmlText out, Feature feature) throws IOException {
        out.raw("<featureDescription>\n").element("name", feature.name()).element("description", "");
        out.element("rangeTypeName", feature.range());
        if (!feature.element().isEmpty()) out.element("elementType", feature.element());
        out.raw("</featureDescription>\n");
    }
}
