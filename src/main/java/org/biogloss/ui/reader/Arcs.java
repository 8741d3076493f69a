package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Schema;
import org.biogloss.document.Standing;

/// Which relations of a scene are drawn, between which marks.
///
/// What it looks up it remembers as long as the scene is shown.
final class Arcs {

    /// How much a relation stands out.
    enum Weight {
        CHOSEN,
        OF_SELECTION,
        OTHER
    }

    /// @param mark empty where the end is not shown
    /// @param name of the end, for a person
    record End(String role, Optional<Mark> mark, String name) {}

    /// @param troubled whether its signature is broken
    record Arc(Relation relation, List<End> ends, boolean directed, boolean troubled, Weight weight) {

        String label() {
            return troubled ? "⚠ " + relation.type() : relation.type();
        }

        boolean suggested() {
            return relation.standing() == Standing.SUGGESTED;
        }
    }

    /// What is asked for.
    ///
    /// @param types relation types that are switched on
    /// @param all   whether all are
    record Wanted(Optional<Mention> selected, Optional<String> chosen, Set<String> types, boolean all) {}

    private final ReaderViewModel.Scene scene;
    private final Signatures signatures;
    private final Map<String, Mention> mentions = new HashMap<>();
    private final Map<String, List<Mention>> byConcept = new HashMap<>();

    /// Asked for at each frame while a person scrolls.
    private Wanted lastWanted = new Wanted(Optional.empty(), Optional.empty(), Set.of(), false);

    private List<Arc> last = List.of();

    Arcs(ReaderViewModel.Scene scene, Schema schema) {
        this.scene = scene;
        signatures = new Signatures(schema);
    }

    boolean isOf(ReaderViewModel.Scene other) {
        return scene == other;
    }

    /// What matters most comes first.
    List<Arc> of(Wanted wanted) {
        if (!wanted.equals(lastWanted)) {
            last = made(wanted);
            lastWanted = wanted;
        }
        return last;
    }

    private List<Arc> made(Wanted wanted) {
        var arcs = new ArrayList<Arc>();
        scene.document().relations().forEach(relation -> {
            if (!scene.sight().by().shows(relation)) return;
            weight(relation, wanted).ifPresent(weight -> arcs.add(arc(relation, wanted.selected(), weight)));
        });
        arcs.sort(Comparator.comparing(Arc::weight));
        return arcs;
    }

    private static Optional<Weight> weight(Relation relation, Wanted wanted) {
        if (wanted.chosen().filter(relation.id()::equals).isPresent()) return Optional.of(Weight.CHOSEN);
        boolean own = wanted.selected()
                .filter(mention -> relation.arguments().stream().anyMatch(argument -> Ends.is(argument.end(), mention)))
                .isPresent();
        if (own) return Optional.of(Weight.OF_SELECTION);
        return wanted.all() || wanted.types().contains(relation.type()) ? Optional.of(Weight.OTHER) : Optional.empty();
    }

    private Arc arc(Relation relation, Optional<Mention> selected, Weight weight) {
        var ends = new ArrayList<End>();
        var near = selected;
        for (var argument : relation.arguments()) {
            var before = near;
            var mention =
                    selected.filter(one -> Ends.is(argument.end(), one)).or(() -> nearest(argument.end(), before));
            if (near.isEmpty()) near = mention;
            var name = mention.map(one -> one.in(scene.document().text())).orElse(Ends.name(argument.end()));
            ends.add(new End(argument.role(), mention.flatMap(scene.plan()::find), name));
        }
        boolean troubled = signatures.trouble(relation, this::typeOf).isPresent();
        return new Arc(relation, ends, signatures.isDirected(relation.type()), troubled, weight);
    }

    /// What is wrong with a relation, in words.
    Optional<String> trouble(Relation relation) {
        return signatures.trouble(relation, this::typeOf);
    }

    private Optional<String> typeOf(Relation.End end) {
        return nearest(end, Optional.empty()).map(Mention::type);
    }

    private Optional<Mention> nearest(Relation.End end, Optional<Mention> near) {
        look();
        return switch (end) {
            case Relation.OfMention(var id) -> Optional.ofNullable(mentions.get(id));
            case Relation.OfConcept(var concept) -> {
                int at = near.map(mention -> mention.hull().start()).orElse(0);
                yield byConcept.getOrDefault(concept, List.of()).stream()
                        .min(Comparator.comparingInt(
                                mention -> Math.abs(mention.hull().start() - at)));
            }
        };
    }

    private void look() {
        if (!mentions.isEmpty()) return;
        scene.document()
                .mentions()
                .filter(mention -> mention.standing() != Standing.REJECTED)
                .forEach(mention -> {
                    mentions.put(mention.id(), mention);
                    for (var concept : mention.concepts()) {
                        byConcept
                                .computeIfAbsent(concept, _ -> new ArrayList<>())
                                .add(mention);
                    }
                });
    }
}
