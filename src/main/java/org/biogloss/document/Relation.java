package org.biogloss.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A typed tie between two or more mentions or concepts of a document.
///
/// @param arguments  at least two, in the order of the source; for a directed relation head first, tail second
/// @param attributes anything else a source says of it, such as `novelty`
public record Relation(
        String id, String layer, String type, List<Argument> arguments, Map<String, String> attributes, Source source)
        implements Annotation {

    public Relation {
        arguments = List.copyOf(arguments);
        attributes = Map.copyOf(attributes);
        if (arguments.size() < 2) throw new IllegalArgumentException("A relation needs two arguments");
        if (type.isBlank()) throw new IllegalArgumentException("A relation needs a type");
    }

    /// One end of a relation and the part it plays there.
    public record Argument(String role, End end) {}

    /// What a relation ties.
    public sealed interface End {}

    public record OfMention(String mentionId) implements End {}

    /// Some corpora relate concepts of the whole document rather than single mentions (BC5CDR, BioRED).
    public record OfConcept(String conceptId) implements End {}

    /// A directed relation between two mentions, with a fresh id.
    public static Relation between(String layer, String type, String headMention, String tailMention, Source source) {
        return new Relation(
                Annotation.freshId(),
                layer,
                type,
                List.of(
                        new Argument("head", new OfMention(headMention)),
                        new Argument("tail", new OfMention(tailMention))),
                Map.of(),
                source);
    }

    public End head() {
        return arguments.get(0).end();
    }

    public End tail() {
        return arguments.get(1).end();
    }

    public boolean ties(String mentionId) {
        return arguments.stream()
                .anyMatch(argument -> argument.end() instanceof OfMention(var id) && id.equals(mentionId));
    }

    /// The relation without the part that a mention plays in it, if it still ties two.
    public Optional<Relation> without(String mentionId) {
        var rest = arguments.stream()
                .filter(argument -> !argument.end().equals(new OfMention(mentionId)))
                .toList();
        return rest.size() < 2 ? Optional.empty() : Optional.of(tying(rest, source));
    }

    public Relation tying(List<Argument> newArguments, Source by) {
        return new Relation(id, layer, type, newArguments, attributes, by);
    }

    public Relation retyped(String newType, List<Argument> newArguments, Source by) {
        return new Relation(id, layer, newType, newArguments, attributes, by);
    }

    @Override
    public Relation from(String newLayer, Source newSource) {
        return new Relation(id, newLayer, type, arguments, attributes, newSource);
    }

    @Override
    public Relation with(Map<String, String> newAttributes) {
        return new Relation(id, layer, type, arguments, newAttributes, source);
    }

    public Relation relabelled(String newType) {
        return new Relation(id, layer, newType, arguments, attributes, source);
    }
}
