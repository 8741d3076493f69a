package org.biogloss.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One or more stretches of text that together name an entity.
///
/// @param spans      in text order, at least one, none empty; more than one where the mention is discontinuous
/// @param concepts   ids in a terminology, such as `MESH:D003000`; more than one for a composite mention
/// @param attributes anything else a source says of it, by name
public record Mention(
        String id,
        String layer,
        List<Span> spans,
        String type,
        List<String> concepts,
        Map<String, String> attributes,
        Source source)
        implements Annotation {

    public Mention {
        spans = List.copyOf(spans);
        concepts = List.copyOf(concepts);
        attributes = Map.copyOf(attributes);
        if (spans.isEmpty()) throw new IllegalArgumentException("A mention needs a span");
        if (type.isBlank()) throw new IllegalArgumentException("A mention needs a type");
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).isEmpty())
                throw new IllegalArgumentException("A mention's span is empty: " + spans.get(i));
            if (i > 0 && spans.get(i).start() < spans.get(i - 1).start()) {
                throw new IllegalArgumentException("A mention's spans are out of order: " + spans);
            }
        }
    }

    /// A plain mention of one stretch, with a fresh id.
    public static Mention of(String layer, Span span, String type, Source source) {
        return new Mention(Annotation.freshId(), layer, List.of(span), type, List.of(), Map.of(), source);
    }

    /// From the first character to the last, gaps included.
    public Span hull() {
        return new Span(spans.getFirst().start(), end());
    }

    /// Where its last character ends.
    public int end() {
        int end = 0;
        for (var span : spans) end = Math.max(end, span.end());
        return end;
    }

    /// What it covers, the stretches joined by one space.
    public String in(String text) {
        return spans.size() == 1
                ? spans.getFirst().in(text)
                : spans.stream().map(span -> span.in(text)).collect(Collectors.joining(" "));
    }

    public Mention relabelled(String newType, Source by) {
        return new Mention(id, layer, spans, newType, concepts, attributes, by);
    }

    public Mention covering(List<Span> newSpans, Source by) {
        return new Mention(id, layer, newSpans, type, concepts, attributes, by);
    }

    public Mention withConcepts(List<String> newConcepts) {
        return new Mention(id, layer, spans, type, newConcepts, attributes, source);
    }

    @Override
    public Mention from(String newLayer, Source newSource) {
        return new Mention(id, newLayer, spans, type, concepts, attributes, newSource);
    }

    @Override
    public Mention with(Map<String, String> newAttributes) {
        return new Mention(id, layer, spans, type, concepts, newAttributes, source);
    }

    /// Whether both say the same of the text, whoever says it.
    public boolean saysTheSameAs(Mention other) {
        return type.equals(other.type) && spans.equals(other.spans);
    }
}
