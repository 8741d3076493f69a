package org.biogloss.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which types a project knows, in which colour each is shown and by which key it is set.
public record Schema(List<EntityType> entities, List<String> relations, List<String> labels) {

    public Schema {
        entities = List.copyOf(entities);
        relations = List.copyOf(relations);
        labels = List.copyOf(labels);
    }

    /// @param colour `#rrggbb`, as on a light ground; a dark theme derives a lighter one
    /// @param key    the key that sets the type on the selection
    /// @param letter stands for the type where colour alone would
    /// @param band   whether its spans are long and shown as bars in the margin (PICO) rather than underlined
    public record EntityType(String name, String colour, String key, String letter, boolean band) {}

    /// The six entity types and PICO, in Okabe and Ito's colours, which colour-blind people can tell apart.
    public static Schema standard() {
        return new Schema(
                List.of(
                        new EntityType("Chemical", "#0072B2", "1", "C", false),
                        new EntityType("Disease", "#D55E00", "2", "D", false),
                        new EntityType("Gene", "#009E73", "3", "G", false),
                        new EntityType("Species", "#CC79A7", "4", "S", false),
                        new EntityType("CellLine", "#E69F00", "5", "L", false),
                        new EntityType("Variant", "#56B4E9", "6", "V", false),
                        new EntityType("Participants", "#117733", "7", "P", true),
                        new EntityType("Interventions", "#332288", "8", "I", true),
                        new EntityType("Outcomes", "#882255", "9", "O", true)),
                List.of(
                        "Chemical-treats-Disease",
                        "Chemical-induces-Disease",
                        "Gene-associated-Disease",
                        "Chemical-inhibits-Gene",
                        "Chemical-activates-Gene",
                        "Variant-in-Gene",
                        "Chemical-interacts-Chemical"),
                List.of("randomised trial", "case report", "review"));
    }

    public Optional<EntityType> entity(String name) {
        return entities.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /// This schema with a type of that name, added in a colour not yet used if it is not there.
    public Schema knowing(String entityType) {
        if (entity(entityType).isPresent()) return this;
        var more = new ArrayList<>(entities);
        int n = entities.size();
        more.add(new EntityType(entityType, SPARE[n % SPARE.length], spareKey(), letterOf(entityType), false));
        return new Schema(more, relations, labels);
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
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT);
    }
}
