package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which types a project knows: of mentions, of relations, of attributes, and the labels of whole documents; and how
/// each is shown, set and restricted.
///
/// What a schema says binds nobody: a document may hold types that no schema knows.
public record Schema(
        List<EntityType> entities, List<RelationType> relations, List<String> labels, List<AttributeType> attributes) {

    public Schema {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
    }

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /// @param colour    `#rrggbb`, as on a light ground; a dark theme derives a lighter one
    /// @param key       the key that sets the type on the selection, "" for none
    /// @param letter    stands for the type where colour alone would
    /// @param band      whether its spans are long and shown as bars in the margin (PICO) rather than underlined
    /// @param guideline the heading in the guidelines that tells when to use it, "" for none
    public record EntityType(String name, String colour, String key, String letter, boolean band, String guideline) {

        public EntityType {
            requireName(name);
            if (!COLOUR.matcher(colour).matches()) {
                throw new IllegalArgumentException("Not a colour of the form #rrggbb: " + colour);
            }
        }

        EntityType named(String newName) {
            return new EntityType(newName, colour, key, letter, band, guideline);
        }
    }

    /// @param directed whether it matters which end is which
    /// @param roles    what it ties, in order: two make a binary relation (head, tail), more an event
    public record RelationType(String name, boolean directed, List<Role> roles) {

        public RelationType {
            requireName(name);
            roles = List.copyOf(roles);
            if (roles.size() < 2) throw new IllegalArgumentException("A relation type needs two roles: " + name);
        }

        /// Directed, from anything to anything.
        public static RelationType binary(String name) {
            return between(name, List.of(), List.of());
        }

        /// Directed, with what may fill its head and its tail; an empty list lets anything.
        public static RelationType between(String name, List<String> heads, List<String> tails) {
            return new RelationType(
                    name, true, List.of(new Role("head", heads, false), new Role("tail", tails, false)));
        }

        RelationType named(String newName) {
            return new RelationType(newName, directed, roles);
        }

        public boolean isBinary() {
            return roles.size() == 2;
        }

        /// Whether mentions of these types may be its first and second argument, in this order or, where direction does
        /// not matter, in the other.
        public boolean admits(String head, String tail) {
            var first = roles.get(0);
            var second = roles.get(1);
            return first.admits(head) && second.admits(tail) || !directed && first.admits(tail) && second.admits(head);
        }
    }

    /// A part that something plays in a relation.
    ///
    /// @param types    the entity types that may play it; empty where any may
    /// @param optional whether the relation is whole without it
    public record Role(String name, List<String> types, boolean optional) {

        public Role {
            requireName(name);
            types = List.copyOf(types);
        }

        public boolean admits(String entityType) {
            return types.isEmpty() || types.contains(entityType);
        }
    }

    /// Something further to say of a mention or a relation.
    ///
    /// @param values the worths to choose from; empty for free text
    /// @param types  the entity and relation types that it fits; empty for every type
    public record AttributeType(String name, List<String> values, List<String> types) {

        public AttributeType {
            requireName(name);
            values = List.copyOf(values);
            types = List.copyOf(types);
        }

        public boolean fits(String type) {
            return types.isEmpty() || types.contains(type);
        }

        public boolean isFreeText() {
            return values.isEmpty();
        }

        AttributeType named(String newName) {
            return new AttributeType(newName, values, types);
        }

        /// Takes all that either takes.
        AttributeType joinedWith(AttributeType other) {
            var eitherValues = isFreeText() || other.isFreeText() ? List.<String>of() : union(values, other.values);
            var eitherTypes = types.isEmpty() || other.types.isEmpty() ? List.<String>of() : union(types, other.types);
            return new AttributeType(name, eitherValues, eitherTypes);
        }

        private static List<String> union(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }
    }

    /// The six entity types and PICO, in Okabe and Ito's colours, which colour-blind people can tell apart.
    public static Schema standard() {
        return new Schema(
                List.of(
                        new EntityType("Chemical", "#0072B2", "1", "C", false, ""),
                        new EntityType("Disease", "#D55E00", "2", "D", false, ""),
                        new EntityType("Gene", "#009E73", "3", "G", false, ""),
                        new EntityType("Species", "#CC79A7", "4", "S", false, ""),
                        new EntityType("CellLine", "#E69F00", "5", "L", false, ""),
                        new EntityType("Variant", "#56B4E9", "6", "V", false, ""),
                        new EntityType("Participants", "#117733", "7", "P", true, ""),
                        new EntityType("Interventions", "#332288", "8", "I", true, ""),
                        new EntityType("Outcomes", "#882255", "9", "O", true, "")),
                List.of(
                        standard("Chemical", "treats", "Disease"),
                        standard("Chemical", "induces", "Disease"),
                        standard("Gene", "associated", "Disease"),
                        standard("Chemical", "inhibits", "Gene"),
                        standard("Chemical", "activates", "Gene"),
                        standard("Variant", "in", "Gene"),
                        new RelationType(
                                "Chemical-interacts-Chemical",
                                false,
                                standard("Chemical", "interacts", "Chemical").roles())),
                List.of("randomised trial", "case report", "review"),
                List.of(
                        new AttributeType("negation", List.of("negated"), List.of()),
                        new AttributeType("certainty", List.of("certain", "probable", "possible"), List.of())));
    }

    private static RelationType standard(String head, String verb, String tail) {
        return RelationType.between(head + "-" + verb + "-" + tail, List.of(head), List.of(tail));
    }

    public Optional<EntityType> entity(String name) {
        return entities.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public Optional<RelationType> relation(String name) {
        return relations.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    public Optional<AttributeType> attribute(String name) {
        return attributes.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// What may be said further of a mention or relation of this type.
    public List<AttributeType> attributesOf(String type) {
        return attributes.stream().filter(attribute -> attribute.fits(type)).toList();
    }

    /// This schema with a type of that name, added in a colour not yet used if it is not there.
    public Schema knowing(String entityType) {
        if (entity(entityType).isPresent()) return this;
        var more = new ArrayList<>(entities);
        int n = entities.size();
        more.add(new EntityType(entityType, SPARE[n % SPARE.length], spareKey(), letterOf(entityType), false, ""));
        return new Schema(more, relations, labels, attributes);
    }

    /// Paul Tol's muted set, for types beyond the standard ones.
    private static final String[] SPARE = {
        "#AA4499", "#44AA99", "#999933", "#661100", "#6699CC", "#DDCC77", "#AA4466", "#4477AA", "#228833"
    };

    private String spareKey() {
        for (char key = '1'; key <= '9'; key++) {
            var candidate = String.valueOf(key);
            if (entities.stream().noneMatch(type -> type.key().equals(candidate))) return candidate;
        }
        return "";
    }

    private static String letterOf(String name) {
        return name.isEmpty()
                ? "?"
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    private static void requireName(String name) {
        if (name.isBlank()) throw new IllegalArgumentException("A type needs a name");
    }
}
