package org.biogloss.format;

import java.util.List;
import java.util.Set;

/// The types of UIMA's world that mean something here, by their names in Java's manner.
final class CasTypes {

    static final String NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    static final String META_DATA = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData";
    static final String DIVISION = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Div";
    static final String RELATION = "webanno.custom.Relation";
    static final String LINK = "webanno.custom.RelationLink";
    static final String LABEL = "webanno.custom.DocumentLabel";

    static final String SOFA = "uima.cas.Sofa";
    static final String ARRAY = "uima.cas.FSArray";

    /// Where a relation starts and where it ends, as WebAnno and INCEpTION name them.
    static final String SOURCE = "Governor";

    static final String TARGET = "Dependent";

    /// Our own feature: as a JSON object, what the others have no place for.
    static final String EXTRA = "biogloss";

    /// Features that hold a type, the first one that is there.
    static final List<String> TYPE_FEATURES = List.of("value", "label", "category");

    /// Features that hold ids in a terminology.
    static final Set<String> CONCEPT_FEATURES = Set.of("identifier", "identity", "cui");

    /// Of every annotation, and no attribute of it.
    static final Set<String> STRUCTURE = Set.of("begin", "end", "sofa", "id", EXTRA);

    private static final String SCHEME = "http:///";

    /// What segmenters, taggers and parsers leave behind: nobody's annotation.
    private static final List<String> MACHINERY = List.of(
            "uima.",
            "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
            "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
            "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
            "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
            "de.tudarmstadt.ukp.clarin.webanno.api.type.",
            "de.tudarmstadt.ukp.inception.api.type.",
            "org.apache.ctakes.typesystem.type.syntax.",
            "org.apache.ctakes.typesystem.type.structured.",
            "org.apache.ctakes.typesystem.type.textspan.");

    private CasTypes() {}

    /// `http:///webanno/custom.ecore` and `Span` are `webanno.custom.Span`.
    static String name(String namespace, String local) {
        if (!namespace.startsWith(SCHEME) || !namespace.endsWith(".ecore")) return local;
        var inside = namespace.substring(SCHEME.length(), namespace.length() - ".ecore".length());
        return inside.equals("uima/noNamespace") ? local : inside.replace('/', '.') + "." + local;
    }

    static String namespace(String type) {
        return SCHEME + type.substring(0, type.lastIndexOf('.')).replace('.', '/') + ".ecore";
    }

    static String local(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    static boolean isMachinery(String type) {
        return MACHINERY.stream().anyMatch(type::startsWith);
    }
}
