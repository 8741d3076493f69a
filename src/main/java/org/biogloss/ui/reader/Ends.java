package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// A relation seen from one of the mentions it ties.
///
/// @param forward whether the mention is the head
/// @param other   the mention at the other end: for a relation between concepts, the nearest that has the concept
/// @param name    of the other end, for a person
record Ends(Relation relation, boolean forward, Optional<Mention> other, String name) {

    static List<Ends> of(AnnotatedDocument document, Mention mention) {
        var ends = new ArrayList<Ends>();
        for (var relation : document.relations().toList()) {
            if (relation.standing() == Standing.REJECTED) continue;
            boolean head = is(relation.head(), mention);
            if (!head && !is(relation.tail(), mention)) continue;
            var far = head ? relation.tail() : relation.head();
            var other = resolve(document, far, mention);
            ends.add(new Ends(
                    relation,
                    head,
                    other,
                    other.map(m -> m.in(document.text()))
                            .orElse(
                                    switch (far) {
                                        case Relation.OfConcept(var concept) -> concept;
                                        case Relation.OfMention(var id) -> id;
                                    })));
        }
        return ends;
    }

    private static boolean is(Relation.End end, Mention mention) {
        return switch (end) {
            case Relation.OfMention(var id) -> id.equals(mention.id());
            case Relation.OfConcept(var concept) -> mention.concepts().contains(concept);
        };
    }

    private static Optional<Mention> resolve(AnnotatedDocument document, Relation.End end, Mention near) {
        int at = near.hull().start();
        return document.mentions()
                .filter(mention -> mention.standing() != Standing.REJECTED && is(end, mention))
                .min(Comparator.comparingInt(mention -> Math.abs(mention.hull().start() - at)));
    }
}
