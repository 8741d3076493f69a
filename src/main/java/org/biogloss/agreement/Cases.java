package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.biogloss.agreement.Case.Kind;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// What two say of one document, thing by thing: mentions in text order, then relations, then labels. The order depends
/// on what the two say and on nothing else.
///
/// Each mention stands in one case at most: first those are put aside that are the same in everything, then those of
/// the same stretches and type, then of the same stretches, then those that overlap are held against each other.
/// Relations are the same if they tie mentions that are held against each other, so a border that differs is one
/// difference and not several.
final class Cases {

    private final String document;
    private final List<Case> all = new ArrayList<>();
    private final Map<String, Integer> ofMention = new HashMap<>();

    private Cases(String document) {
        this.document = document;
    }

    static Cases of(String document, Study.Opinion one, Study.Opinion other) {
        var cases = new Cases(document);
        cases.mentions(one.mentions(), other.mentions());
        cases.relations(one, other);
        cases.labels(one.labels(), other.labels());
        return cases;
    }

    List<Case> all() {
        return all;
    }

    /// The number of the case that a mention of either side stands in.
    Optional<Integer> ofMention(String mentionId) {
        return Optional.ofNullable(ofMention.get(mentionId));
    }

    private void mentions(List<Mention> ofOne, List<Mention> ofOther) {
        var ones = new ArrayList<>(ofOne);
        var others = new ArrayList<>(ofOther);
        take(ones, others, Cases::same, Kind.AGREED);
        take(ones, others, (a, b) -> agreeOnConcepts(a, b) && sameAttributes(a, b), Kind.AGREED);
        take(ones, others, Cases::agreeOnConcepts, Kind.ATTRIBUTES);
        take(ones, others, Match.EXACT::holds, Kind.CONCEPTS);
        take(ones, others, Match.BORDERS::holds, Kind.TYPE);
        take(ones, others, Match.TYPE::holds, Kind.BORDERS);
        take(ones, others, Match.OVERLAP::holds, Kind.BORDERS_AND_TYPE);
        for (var mention : ones) add(Kind.ONLY_FIRST, Optional.of(mention), Optional.empty());
        for (var mention : others) add(Kind.ONLY_SECOND, Optional.empty(), Optional.of(mention));
        all.sort(Case.BY_PLACE);
        for (int i = 0; i < all.size(); i++) {
            int number = i;
            all.get(i).both().forEach(mention -> ofMention.put(mention.id(), number));
        }
    }

    private void take(List<Mention> ones, List<Mention> others, BiPredicate<Mention, Mention> match, Kind kind) {
        var gone = new HashSet<Mention>();
        for (var pair : Pairing.of(ones, others, match)) {
            add(kind, Optional.of(pair.one()), Optional.of(pair.other()));
            gone.add(pair.one());
            gone.add(pair.other());
        }
        ones.removeIf(gone::contains);
        others.removeIf(gone::contains);
    }

    private void add(Kind kind, Optional<Mention> one, Optional<Mention> other) {
        var place = one.map(Mention::hull)
                .map(hull -> other.map(second -> hull.union(second.hull())).orElse(hull))
                .or(() -> other.map(Mention::hull))
                .orElseThrow();
        all.add(new Case(document, kind, one.map(m -> m), other.map(m -> m), place));
    }

    private void relations(Study.Opinion one, Study.Opinion other) {
        var rest = new ArrayList<>(other.relations());
        var lonely = new ArrayList<Relation>();
        var found = new ArrayList<Case>();
        for (var relation : one.relations()) {
            var ends = ends(relation);
            var twin = first(rest, r -> r.type().equals(relation.type()) && ends(r).equals(ends));
            if (twin.isEmpty()) {
                lonely.add(relation);
                continue;
            }
            rest.remove(twin.get());
            boolean same = said(relation.attributes()).equals(said(twin.get().attributes()));
            found.add(of(same ? Kind.AGREED : Kind.ATTRIBUTES, Optional.of(relation), twin, one, other));
        }
        for (var relation : lonely) {
            var ends = ends(relation);
            var twin = first(rest, r -> ends(r).equals(ends));
            twin.ifPresent(rest::remove);
            found.add(of(twin.isPresent() ? Kind.TYPE : Kind.ONLY_FIRST, Optional.of(relation), twin, one, other));
        }
        for (var relation : rest) found.add(of(Kind.ONLY_SECOND, Optional.empty(), Optional.of(relation), one, other));
        found.sort(Case.BY_PLACE);
        all.addAll(found);
    }

    private Case of(
            Kind kind, Optional<Relation> relation, Optional<Relation> twin, Study.Opinion one, Study.Opinion other) {
        var place = relation.map(r -> place(r, one)).or(() -> twin.map(r -> place(r, other)));
        return new Case(document, kind, relation.map(r -> r), twin.map(r -> r), place.orElseThrow());
    }

    private static Optional<Relation> first(List<Relation> relations, java.util.function.Predicate<Relation> fits) {
        return relations.stream().filter(fits).findFirst();
    }

    private static Span place(Relation relation, Study.Opinion whose) {
        return whose.mentions().stream()
                .filter(mention -> relation.ties(mention.id()))
                .map(Mention::hull)
                .reduce(Span::union)
                .orElse(new Span(0, 0));
    }

    /// What a relation ties, in terms that both sides share: cases of mentions, and concepts.
    List<String> ends(Relation relation) {
        return relation.arguments().stream()
                .map(argument -> argument.role() + ":"
                        + switch (argument.end()) {
                            case Relation.OfConcept(var concept) -> "concept " + concept;
                            case Relation.OfMention(var id) ->
                                ofMention.containsKey(id) ? "case " + ofMention.get(id) : "mention " + id;
                        })
                .toList();
    }

    private void labels(Set<String> ones, Set<String> others) {
        var names = new TreeSet<>(ones);
        names.addAll(others);
        for (var name : names) {
            var one = ones.contains(name) ? Optional.of(label(name)) : Optional.<DocumentLabel>empty();
            var other = others.contains(name) ? Optional.of(label(name)) : Optional.<DocumentLabel>empty();
            var kind = one.isEmpty() ? Kind.ONLY_SECOND : other.isEmpty() ? Kind.ONLY_FIRST : Kind.AGREED;
            all.add(new Case(document, kind, one.map(l -> l), other.map(l -> l), new Span(0, 0)));
        }
    }

    private static DocumentLabel label(String name) {
        return new DocumentLabel("label:" + name, "", name, new Source.Person(""));
    }

    /// Whether both say the same in every respect; notes are not said of the text.
    static boolean same(Mention one, Mention other) {
        return Match.EXACT.holds(one, other) && sameConcepts(one, other) && sameAttributes(one, other);
    }

    /// Whether two mentions differ in nothing but their borders.
    static boolean sayTheSame(Case it) {
        return it.one().orElse(null) instanceof Mention one
                && it.other().orElse(null) instanceof Mention other
                && one.type().equals(other.type())
                && sameConcepts(one, other)
                && sameAttributes(one, other);
    }

    private static boolean sameConcepts(Mention one, Mention other) {
        return Set.copyOf(one.concepts()).equals(Set.copyOf(other.concepts()));
    }

    private static boolean sameAttributes(Mention one, Mention other) {
        return said(one.attributes()).equals(said(other.attributes()));
    }

    /// Whoever names no concept contradicts none: most models name none at all.
    private static boolean agreeOnConcepts(Mention one, Mention other) {
        return Match.EXACT.holds(one, other)
                && (one.concepts().isEmpty() || other.concepts().isEmpty() || sameConcepts(one, other));
    }

    static Map<String, String> said(Map<String, String> attributes) {
        var said = new TreeMap<>(attributes);
        said.remove(Annotation.NOTE);
        return said;
    }
}
