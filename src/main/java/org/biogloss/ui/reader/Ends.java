package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Standing;

/// A relation seen from one of the mentions it ties, and one of those at its other ends: an event has several.
///
/// @param forward whether the mention comes before the other in the relation
/// @param role    of the other
/// @param other   the mention at the other end: for a relation between concepts, the nearest that has the concept
/// @param name    of the other end, for a person
record Ends(Relation relation, boolean forward, String role, Optional<Mention> other, String name) {

    static List<Ends> of(AnnotatedDocument document, Mention mention) {
        var ends = new ArrayList<Ends>();
        document.relations()
                .filter(relation -> relation.standing() != Standing.REJECTED)
                .forEach(relation -> add(ends, document, relation, mention));
        return ends;
    }

    private static void add(List<Ends> ends, AnnotatedDocument document, Relation relation, Mention mention) {
        var arguments = relation.arguments();
        int own = -1;
        for (int i = 0; i < arguments.size() && own < 0; i++)
            if (is(arguments.get(i).end(), mention)) own = i;
        if (own < 0) return;
        for (int i = 0; i < arguments.size(); i++) {
            if (i == own) continue;
            var argument = arguments.get(i);
            var other = resolve(document, argument.end(), mention);
            var name = other.map(far -> far.in(document.text())).orElse(name(argument.end()));
            ends.add(new Ends(relation, own < i, argument.role(), other, name));
        }
    }

    /// What an end is called where no mention is found for it.
    static String name(Relation.End end) {
        return switch (end) {
            case Relation.OfConcept(var concept) -> concept;
            case Relation.OfMention(var id) -> id;
        };
    }

    static boolean is(Relation.End end, Mention mention) {
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
