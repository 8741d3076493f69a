package org.biogloss.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.Source;
import org.biogloss.format.RawDocument.Origin;

/// The key-value pairs of a BioC element, taken out one by one; what nobody takes is left as attributes.
final class BioCInfons {

    /// Our own keys, for what BioC has no place for.
    static final String LAYER = "biogloss-layer";
    static final String SOURCE = "biogloss-source";
    static final String STATUS = "biogloss-status";
    static final String LABEL = "label";

    /// Under which keys files keep a concept's id; the lower-case name.
    private static final Set<String> IDENTIFIERS = Set.of(
            "identifier",
            "mesh",
            "omim",
            "ncbi gene",
            "ncbi_gene",
            "ncbigene",
            "gene_id",
            "geneid",
            "ncbi taxonomy",
            "taxonomy",
            "cellosaurus",
            "dbsnp",
            "concept_id",
            "conceptid",
            "ncbi homologene");

    static final String TERMINOLOGY = "terminology";

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> infons;

    BioCInfons(Map<String, String> infons) {
        this.infons = new LinkedHashMap<>(infons);
    }

    /// The value under this key, whatever its case.
    Optional<String> take(String key) {
        var found = infons.keySet().stream().filter(key::equalsIgnoreCase).findFirst();
        return found.map(infons::remove);
    }

    /// Who says so, where BioGloss wrote the file.
    Origin origin() {
        var source = take(SOURCE).flatMap(BioCInfons::source);
        return new Origin(take(LAYER), source);
    }

    private static Optional<Source> source(String json) {
        try {
            return JsonSource.read(JSON.readTree(json));
        } catch (JsonProcessingException foreign) {
            return Optional.empty();
        }
    }

    /// All ids, under whatever keys; a key that names a terminology is kept beside them.
    List<String> concepts() {
        var ids = new ArrayList<String>();
        var keys = infons.keySet().stream().filter(BioCInfons::isIdentifier).toList();
        for (var key : keys) {
            var parsed =
                    ConceptIds.parse(Optional.ofNullable(infons.remove(key)).orElse(""));
            ids.addAll(parsed.ids());
            parsed.rememberIn(infons);
            var name = bare(key);
            if (!name.equalsIgnoreCase("identifier") && !parsed.ids().isEmpty()) infons.putIfAbsent(TERMINOLOGY, name);
        }
        return ids;
    }

    private static boolean isIdentifier(String key) {
        return IDENTIFIERS.contains(bare(key).toLowerCase(Locale.ROOT));
    }

    /// Without the number that a repeated key got.
    static String bare(String key) {
        return key.replaceFirst("#\\d+$", "");
    }

    /// The same map at every call: who takes from it changes what is left.
    Map<String, String> rest() {
        return infons;
    }

    /// What is left as attributes, keys numbered anew where they still repeat.
    Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        infons.forEach((key, value) -> {
            var free = bare(key);
            for (int n = 2; attributes.containsKey(free); n++) free = bare(key) + "#" + n;
            attributes.put(free, value);
        });
        return attributes;
    }
}
