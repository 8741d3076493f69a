package org.biogloss.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.biogloss.format.RawDocument.RawArgument;
import org.biogloss.format.RawDocument.RawRelation;

/// Understands a BioC relation: its nodes are mentions, and some corpora name concepts in infons instead.
///
/// Known ways: BioRED's `entity1`, `entity2`; BC5CDR's one infon for each entity type (`Chemical`, `Disease`).
final class BioCRelation {

    static final String ENTITY = "entity";
    static final String ROLE = "role";

    private BioCRelation() {}

    /// @param concepts all ids of the document's mentions
    /// @param types    all types of its mentions
    static RawRelation of(BioCDocument.Tie tie, String place, Set<String> concepts, Set<String> types) {
        var infons = new BioCInfons(tie.infons);
        var origin = infons.origin();
        var type = infons.take("relation").or(() -> infons.take("type")).orElse("");
        infons.take("novel").ifPresent(novelty -> infons.rest().put(PubTator.NOVELTY, novelty));
        var arguments = new ArrayList<RawArgument>();
        int nodes = 0;
        for (int n = 1; n <= tie.nodes.size() + 20; n++) {
            var concept = infons.take(ENTITY + n);
            if (concept.isPresent()) {
                var role = infons.take(ROLE + n).orElse(usualRole(arguments.size()));
                arguments.add(new RawArgument(role, concept.get().strip(), true));
            } else if (nodes < tie.nodes.size()) {
                arguments.add(node(tie.nodes.get(nodes++), arguments.size()));
            }
        }
        if (arguments.isEmpty()) arguments.addAll(byType(infons, concepts, types));
        return new RawRelation(place, tie.id, type.strip(), arguments, infons.attributes(), origin);
    }

    private static RawArgument node(List<String> node, int position) {
        var role = node.get(1);
        return new RawArgument(role.isBlank() ? usualRole(position) : role, node.get(0), false);
    }

    static String usualRole(int position) {
        return switch (position) {
            case 0 -> "head";
            case 1 -> "tail";
            default -> "argument" + (position + 1);
        };
    }

    /// The infons whose key is a type or whose value is a concept of the document; or the two that there are, as a
    /// relation may name a concept that no mention has.
    private static List<RawArgument> byType(BioCInfons infons, Set<String> concepts, Set<String> types) {
        var rest = infons.rest();
        var keys = rest.keySet().stream()
                .filter(key -> types.contains(BioCInfons.bare(key))
                        || concepts.contains(rest.getOrDefault(key, "").strip()))
                .toList();
        if (keys.size() < 2 && rest.size() == 2) keys = List.copyOf(rest.keySet());
        var arguments = new ArrayList<RawArgument>();
        for (var key : keys) {
            var value = Optional.ofNullable(rest.get(key)).orElse("").strip();
            arguments.add(new RawArgument(BioCInfons.bare(key), value, true));
        }
        keys.forEach(rest::remove);
        return arguments;
    }
}
