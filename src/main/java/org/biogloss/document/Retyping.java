package org.biogloss.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Gives everything of one name another: a rename where the new name is free, a merge where it is taken.
///
/// It is told apart from the schema and the documents it is done to, so that the same value counts, shows and does.
public record Retyping(SchemaPart part, String from, String to) {

    public Retyping {
        if (to.isBlank()) throw new IllegalArgumentException("A type needs a name");
        if (from.equals(to)) throw new IllegalArgumentException("It is called " + to + " already");
    }

    public boolean merges(Schema schema) {
        return part.names(schema).contains(to);
    }

    /// The schema without the old name. Of two merged relation or entity types the one that stays keeps its looks and
    /// roles; merged attributes keep the values of both.
    public Schema in(Schema schema) {
        return switch (part) {
            case ENTITY ->
                new Schema(
                        renamed(schema.entities(), Schema.EntityType::name, type -> type.named(to)),
                        schema.relations().stream().map(this::withRoles).toList(),
                        schema.labels(),
                        schema.attributes().stream().map(this::fitting).toList());
            case RELATION ->
                new Schema(
                        schema.entities(),
                        renamed(schema.relations(), Schema.RelationType::name, type -> type.named(to)),
                        schema.labels(),
                        schema.attributes().stream().map(this::fitting).toList());
            case LABEL ->
                new Schema(
                        schema.entities(),
                        schema.relations(),
                        renamed(schema.labels(), Function.identity(), _ -> to),
                        schema.attributes());
            case ATTRIBUTE ->
                new Schema(schema.entities(), schema.relations(), schema.labels(), renamedAttributes(schema));
        };
    }

    /// What it does to a document; nothing where the name does not occur.
    public Optional<Edit> in(AnnotatedDocument document) {
        var edits = new ArrayList<Edit>();
        var twins = new Twins(document);
        part.in(document, from).forEach(annotation -> edits.addAll(edits(twins, annotation)));
        return edits.isEmpty() ? Optional.empty() : Optional.of(Edit.group(edits.toArray(Edit[]::new)));
    }

    private <T> List<T> renamed(List<T> types, Function<T, String> name, Function<T, T> rename) {
        boolean taken = types.stream().anyMatch(type -> name.apply(type).equals(to));
        return types.stream()
                .filter(type -> !taken || !name.apply(type).equals(from))
                .map(type -> name.apply(type).equals(from) ? rename.apply(type) : type)
                .toList();
    }

    private Schema.RelationType withRoles(Schema.RelationType type) {
        var roles = type.roles().stream()
                .map(role -> new Schema.Role(role.name(), renamed(role.types()), role.optional()))
                .toList();
        return new Schema.RelationType(type.name(), type.directed(), roles);
    }

    private Schema.AttributeType fitting(Schema.AttributeType type) {
        return new Schema.AttributeType(type.name(), type.values(), renamed(type.types()));
    }

    private List<String> renamed(List<String> types) {
        return renamed(types, Function.identity(), _ -> to);
    }

    private List<Schema.AttributeType> renamedAttributes(Schema schema) {
        var gone = schema.attribute(from);
        return renamed(schema.attributes(), Schema.AttributeType::name, type -> type.named(to)).stream()
                .map(type -> type.name().equals(to) && gone.isPresent() ? type.joinedWith(gone.get()) : type)
                .toList();
    }

    /// What would say twice the same afterwards goes; what has a word of its own stays.
    private List<Edit> edits(Twins twins, Annotation annotation) {
        var after = switch (annotation) {
            case Mention mention when part == SchemaPart.ENTITY -> mention.relabelled(to, mention.source());
            case Mention mention -> mention.with(renamed(mention.attributes()));
            case Relation relation when part == SchemaPart.RELATION -> relation.relabelled(to);
            case Relation relation -> relation.with(renamed(relation.attributes()));
            case DocumentLabel label -> new DocumentLabel(label.id(), label.layer(), to, label.source());
        };
        if (after.equals(annotation)) return List.of();
        var twin = twins.of(after);
        if (twin.isEmpty()) return List.of(new Edit.Replace(annotation, after));
        var kept = with(twin.get(), after);
        var gone = new Edit.Remove(annotation);
        if (kept.equals(twin.get())) return List.of(gone);
        twins.now(kept);
        return List.of(gone, new Edit.Replace(twin.get(), kept));
    }

    /// Those that are called so already, as they stand while one after another joins them.
    private final class Twins {

        private final Map<String, Annotation> called = new LinkedHashMap<>();
        private final Set<String> tied = new HashSet<>();

        Twins(AnnotatedDocument document) {
            if (part == SchemaPart.ATTRIBUTE) return;
            part.in(document, to).forEach(this::now);
            document.relations()
                    .flatMap(relation -> relation.arguments().stream())
                    .forEach(argument -> {
                        if (argument.end() instanceof Relation.OfMention(var id)) tied.add(id);
                    });
        }

        void now(Annotation annotation) {
            called.put(annotation.id(), annotation);
        }

        /// None for a mention that a relation ties: it stays beside its twin.
        Optional<Annotation> of(Annotation after) {
            if (tied.contains(after.id())) return Optional.empty();
            return called.values().stream()
                    .filter(other -> other.layer().equals(after.layer()) && other.standing() == after.standing())
                    .filter(other -> saysTheSame(other, after))
                    .findFirst();
        }
    }

    private static boolean saysTheSame(Annotation one, Annotation other) {
        boolean alike = switch (one) {
            case Mention a -> other instanceof Mention b && a.spans().equals(b.spans());
            case Relation a -> other instanceof Relation b && a.arguments().equals(b.arguments());
            case DocumentLabel _ -> other instanceof DocumentLabel;
        };
        return alike
                && other.attributes().entrySet().stream()
                        .allMatch(said ->
                                said.getValue().equals(one.attributes().getOrDefault(said.getKey(), said.getValue())));
    }

    /// What stays, with the concepts and attributes of what goes.
    private static Annotation with(Annotation stays, Annotation goes) {
        var attributes = new HashMap<>(goes.attributes());
        attributes.putAll(stays.attributes());
        return switch (stays) {
            case Mention mention -> {
                var concepts = new LinkedHashSet<>(mention.concepts());
                if (goes instanceof Mention other) concepts.addAll(other.concepts());
                yield mention.with(attributes).withConcepts(List.copyOf(concepts));
            }
            case Relation relation -> relation.with(attributes);
            case DocumentLabel label -> label;
        };
    }

    /// Where both names have a value and the values differ, both stay as they are.
    private Map<String, String> renamed(Map<String, String> attributes) {
        var value = attributes.get(from);
        if (value == null || !attributes.getOrDefault(to, value).equals(value)) return attributes;
        var renamed = new HashMap<>(attributes);
        renamed.remove(from);
        renamed.put(to, value);
        return renamed;
    }
}
