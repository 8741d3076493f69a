package org.biogloss.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.DocumentStatus;
import org.biogloss.format.CasReader.Structure;
import org.biogloss.format.RawDocument.Origin;
import org.biogloss.format.RawDocument.Range;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawLabel;
import org.biogloss.format.RawDocument.RawMention;
import org.biogloss.format.RawDocument.RawRelation;
import org.biogloss.format.RawDocument.RawSection;
import org.biogloss.format.RawDocument.Segment;

/// What stands in one CAS, sorted into documents once all of it is there: one for each view that has a text.
final class CasDocument {

    private static final JsonMapper JSON = new JsonMapper();

    /// What nobody said something with: the values that features have by themselves.
    private static final Set<String> UNSAID = Set.of("", "0", "0.0", "false");

    private static final Set<String> ENDS = Set.of(CasTypes.SOURCE, CasTypes.TARGET, "arg1", "arg2");

    private final String stem;
    private final String where;
    private final Intake intake;
    private final Map<String, Structure> structures = new LinkedHashMap<>();
    private int unnamed;

    CasDocument(String stem, String where, Intake intake) {
        this.stem = stem;
        this.where = where;
        this.intake = intake;
    }

    void take(Structure one) {
        boolean kept = one.type().equals(CasTypes.SOFA)
                || one.type().equals(CasTypes.META_DATA)
                || one.type().equals(CasTypes.DIVISION)
                || one.type().equals(CasTypes.ARRAY)
                || !CasTypes.isMachinery(one.type());
        if (kept) structures.put(one.id().isEmpty() ? "unnamed " + ++unnamed : one.id(), one);
    }

    void offer() {
        var views = structures.values().stream()
                .filter(one -> one.type().equals(CasTypes.SOFA))
                .toList();
        if (views.isEmpty()) intake.rejected(where + "file", "there is no text in it: it has no <cas:Sofa>");
        boolean first = true;
        for (var view : views) {
            if (!view.has("sofaString")) {
                intake.rejected(where + "view " + view.feature("sofaID"), "its text does not stand in the file");
                continue;
            }
            intake.offer(document(view, first));
            first = false;
        }
    }

    private RawDocument document(Structure view, boolean first) {
        var raw = new RawDocument(where + "view " + view.feature("sofaID"));
        raw.unit = Optional.of(OffsetUnit.UTF16);
        raw.id = stem;
        raw.segments.add(new Segment(view.feature("sofaString"), 0, 0, ""));
        var mine = structures.values().stream()
                .filter(one -> one.feature("sofa").equals(view.id()))
                .toList();
        for (var one : mine) if (one.type().equals(CasTypes.META_DATA)) particulars(one, raw);
        if (!first) raw.id += "-" + view.feature("sofaID");
        for (var one : mine) if (one.type().equals(CasTypes.DIVISION)) section(one, raw);
        raw.sections.sort(
                java.util.Comparator.comparing((RawSection s) -> s.range().start()));
        for (var one : mine) annotation(one, raw);
        return raw;
    }

    private void particulars(Structure one, RawDocument raw) {
        if (!one.feature("documentId").isBlank())
            raw.id = one.feature("documentId").strip();
        var extra = extra(one);
        extra.path("about")
                .properties()
                .forEach(e -> raw.about.put(e.getKey(), e.getValue().asText()));
        for (var status : DocumentStatus.values()) {
            if (status.name().equals(extra.path("status").asText())) raw.status = status;
        }
    }

    private static void section(Structure one, RawDocument raw) {
        var range = range(one);
        if (range.isPresent() && !one.feature("divType").isBlank()) {
            raw.sections.add(new RawSection(one.feature("divType"), range.get()));
        }
    }

    private void annotation(Structure one, RawDocument raw) {
        if (CasTypes.isMachinery(one.type())) return;
        if (one.has(CasTypes.SOURCE, CasTypes.TARGET)) {
            relation(
                    one,
                    List.of(end("head", one.feature(CasTypes.SOURCE)), end("tail", one.feature(CasTypes.TARGET))),
                    raw);
        } else if (one.has("arg1", "arg2")) {
            relation(one, List.of(argument(one.feature("arg1"), "head"), argument(one.feature("arg2"), "tail")), raw);
        } else if (one.type().equals(CasTypes.RELATION)) {
            relation(one, links(one), raw);
        } else if (one.has("begin", "end")) {
            mention(one, raw);
        } else {
            raw.labels.add(new RawLabel(id(one), type(one), origin(one)));
        }
    }

    private void mention(Structure one, RawDocument raw) {
        var extra = extra(one);
        var ranges = new ArrayList<Range>();
        extra.path("spans")
                .forEach(span -> ranges.add(
                        new Range(span.path(0).asLong(-1), span.path(1).asLong(-1))));
        if (ranges.isEmpty()) range(one).ifPresent(ranges::add);
        var attributes = attributes(one);
        raw.mentions.add(new RawMention(
                raw.place(CasTypes.local(one.type()) + " " + one.id()),
                name(one.id()),
                0,
                ranges,
                "",
                type(one),
                concepts(one, attributes),
                attributes,
                origin(one)));
        var links = links(one);
        if (links.isEmpty()) return;
        var arguments = new ArrayList<>(List.of(end(BratReader.TRIGGER, one.id())));
        arguments.addAll(links);
        raw.relations.add(
                new RawRelation(raw.place("links of " + one.id()), "", type(one), arguments, Map.of(), Origin.UNTOLD));
    }

    private void relation(Structure one, List<RawArgument> arguments, RawDocument raw) {
        raw.relations.add(new RawRelation(
                raw.place(CasTypes.local(one.type()) + " " + one.id()),
                id(one),
                type(one),
                arguments,
                attributes(one),
                origin(one)));
    }

    private RawArgument end(String role, String reference) {
        return new RawArgument(role, name(reference), false);
    }

    /// The id that a mention had before we wrote it, or else the file's own.
    private String name(String reference) {
        return Optional.ofNullable(structures.get(reference))
                .map(CasDocument::id)
                .filter(id -> !id.isEmpty())
                .orElse(reference);
    }

    /// cTAKES puts a structure of its own between a relation and what it ties.
    private RawArgument argument(String reference, String role) {
        var between = Optional.ofNullable(structures.get(reference));
        return end(
                role,
                between.map(one -> one.feature("argument"))
                        .filter(to -> !to.isEmpty())
                        .orElse(reference));
    }

    /// What structures with a role point to, in whatever features it is that lead to them.
    private List<RawArgument> links(Structure one) {
        var links = new ArrayList<RawArgument>();
        one.features().forEach((name, value) -> {
            if (CasTypes.STRUCTURE.contains(name)) return;
            for (var link : referred(value)) {
                var role = link.feature("role");
                if (link.has("target")) links.add(end(role.isBlank() ? name : role, link.feature("target")));
                else if (link.has("concept")) links.add(new RawArgument(role, link.feature("concept"), true));
            }
        });
        return links;
    }

    /// The structures that a feature names; none where it names none.
    private List<Structure> referred(String value) {
        var found = new ArrayList<Structure>();
        if (value.isEmpty() || !value.chars().allMatch(c -> c == ' ' || c >= '0' && c <= '9')) return found;
        for (var id : value.strip().split(" +")) {
            var one = structures.get(id);
            if (one == null) continue;
            if (!one.type().equals(CasTypes.ARRAY)) found.add(one);
            else if (!one.feature("elements").equals(value)) found.addAll(members(one));
        }
        return found;
    }

    private List<Structure> members(Structure array) {
        var found = new ArrayList<Structure>();
        for (var id : array.feature("elements").strip().split(" +")) {
            var one = structures.get(id);
            if (one != null && !one.type().equals(CasTypes.ARRAY)) found.add(one);
        }
        return found;
    }

    private List<String> concepts(Structure one, Map<String, String> attributes) {
        var ids = new LinkedHashSet<String>();
        var extra = extra(one).path("concepts");
        extra.forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty()) {
            var parsed = ConceptIds.parse(
                    one.feature("identifier").isEmpty() ? one.feature("identity") : one.feature("identifier"));
            ids.addAll(parsed.ids());
            parsed.rememberIn(attributes);
        }
        for (var concept : referred(one.feature("ontologyConceptArr"))) {
            var code = concept.feature("code").isEmpty()
                    ? ""
                    : concept.feature("codingScheme") + ":" + concept.feature("code");
            var id = concept.feature("cui").isEmpty() ? code : concept.feature("cui");
            if (!id.isEmpty()) ids.add(id);
        }
        return List.copyOf(ids);
    }

    /// The features that are neither structure nor type nor references.
    private Map<String, String> attributes(Structure one) {
        var attributes = new LinkedHashMap<String, String>();
        var typed = typeFeature(one);
        boolean foreign = extra(one).isMissingNode();
        one.features().forEach((name, value) -> {
            if (CasTypes.STRUCTURE.contains(name) || name.equals(typed) || CasTypes.CONCEPT_FEATURES.contains(name))
                return;
            if (ENDS.contains(name) || !referred(value).isEmpty() && (foreign || name.equals("links"))) return;
            if (foreign && UNSAID.contains(value)) return;
            attributes.put(name, value);
        });
        extra(one)
                .path("attributes")
                .properties()
                .forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
        return attributes;
    }

    private static String type(Structure one) {
        var feature = typeFeature(one);
        return feature.isEmpty()
                ? CasTypes.local(one.type())
                : one.feature(feature).strip();
    }

    /// DKPro's and our own types leave the type to a feature; of a layer that somebody made, its name says more.
    private static String typeFeature(Structure one) {
        boolean general = one.type().equals(CasTypes.NAMED_ENTITY)
                || one.type().equals(CasTypes.RELATION)
                || one.type().equals(CasTypes.LABEL)
                || one.type().contains(".ner.type.")
                || one.type().endsWith("TextRelation");
        if (!general) return "";
        return CasTypes.TYPE_FEATURES.stream()
                .filter(name -> !one.feature(name).isBlank())
                .findFirst()
                .orElse("");
    }

    private static String id(Structure one) {
        return extra(one).path("id").asText("");
    }

    private static Origin origin(Structure one) {
        var extra = extra(one);
        var layer = Optional.of(extra.path("layer").asText("")).filter(name -> !name.isBlank());
        return new Origin(layer, JsonSource.read(extra.path("source")));
    }

    private static JsonNode extra(Structure one) {
        if (one.feature(CasTypes.EXTRA).isEmpty()) return MissingNode.getInstance();
        try {
            return JSON.readTree(one.feature(CasTypes.EXTRA));
        } catch (JsonProcessingException foreign) {
            return MissingNode.getInstance();
        }
    }

    private static Optional<Range> range(Structure one) {
        var start = Numbers.offset(one.feature("begin"));
        var end = Numbers.offset(one.feature("end"));
        if (start.isEmpty() || end.isEmpty()) return Optional.empty();
        return Optional.of(new Range(start.get(), end.get()));
    }
}
