package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// What two say of a document and what gold has of it, case by case; and what taking one or the other means as an
/// [Edit].
///
/// Everything is read off from the document: gold is a layer like any other, and what was turned down stands in it as
/// rejected. So a decision is undone, redone and remembered with the annotations, and what a person changes in gold by
/// hand counts too.
public final class Adjudication {

    /// One case with what gold has in its place.
    ///
    /// @param gold what counts; without what was turned down
    public record Ruled(Case of, Ruling ruling, List<Annotation> gold) {

        public boolean isOpen() {
            return ruling == Ruling.OPEN;
        }
    }

    /// How far a document is.
    ///
    /// @param differing cases on which the two differ, of which so many are decided
    /// @param agreed    cases on which they agree, of which so many are taken or turned down
    public record Tally(int differing, int decided, int agreed, int taken) {

        public boolean isDone() {
            return decided == differing && taken == agreed;
        }

        public int open() {
            return differing - decided;
        }
    }

    private final AnnotatedDocument document;
    private final String gold;
    private final Cases cases;
    private final List<Annotation> ofGold;
    private final List<Annotation> turnedDown;
    private final Map<Integer, List<Mention>> goldMentions = new HashMap<>();
    private final Map<String, Integer> caseOfGold = new HashMap<>();
    private final List<Ruled> ruled = new ArrayList<>();
    private final Map<Claim, Integer> caseOfClaim = new HashMap<>();

    private record Claim(List<Span> spans, String type) {}

    /// @param gold the layer into which is adjudicated, neither of the two
    public Adjudication(AnnotatedDocument document, Side left, Side right, String gold) {
        if (gold.equals(left.layer()) || gold.equals(right.layer())) {
            throw new IllegalArgumentException("Gold cannot be " + gold + ", which is one of the layers compared");
        }
        this.document = document;
        this.gold = gold;
        cases = Cases.of(document.id(), left.opinion(document), right.opinion(document));
        ofGold = inGold(false);
        turnedDown = inGold(true);
        for (int i = 0; i < cases.all().size(); i++) {
            int number = i;
            cases.all().get(i).both().forEach(said -> {
                if (said instanceof Mention m) caseOfClaim.putIfAbsent(new Claim(m.spans(), m.type()), number);
            });
        }
        assignMentions();
        for (int i = 0; i < cases.all().size(); i++) ruled.add(rule(i));
    }

    private List<Annotation> inGold(boolean rejected) {
        return document.annotations().stream()
                .filter(one -> one.layer().equals(gold))
                .filter(one -> rejected
                        ? one.standing() == Standing.REJECTED
                        : one.standing() == Standing.CONFIRMED)
                .toList();
    }

    public AnnotatedDocument document() {
        return document;
    }

    public String gold() {
        return gold;
    }

    /// Mentions by place, then relations, then labels. What stands where depends on the two sides only, so a number
    /// means the same case after a decision.
    public List<Ruled> cases() {
        return ruled;
    }

    public Tally tally() {
        int differing = 0;
        int decided = 0;
        int agreed = 0;
        int taken = 0;
        for (var one : ruled) {
            if (one.of().isAgreed()) {
                agreed++;
                if (!one.isOpen()) taken++;
            } else {
                differing++;
                if (!one.isOpen()) decided++;
            }
        }
        return new Tally(differing, decided, agreed, taken);
    }

    /// Whether the verdict is another one than those that are simpler to say.
    public boolean allows(int number, Verdict verdict) {
        var it = cases.all().get(number);
        return switch (verdict) {
            case LEFT, RIGHT, NEITHER -> true;
            case BOTH -> it.one().isPresent() && it.other().isPresent();
            case LEFT_BORDERS, RIGHT_BORDERS -> it.kind() == Case.Kind.BORDERS_AND_TYPE
                    || (it.thing() == Case.Thing.MENTION && it.kind() == Case.Kind.BORDERS);
        };
    }

    /// The edit that makes gold say so; empty where it says so already, or the verdict makes no sense here.
    public Optional<Edit> edit(int number, Verdict verdict, String by) {
        if (!allows(number, verdict)) return Optional.empty();
        var writing = new GoldWriting(this, by);
        writing.take(number, verdict);
        return writing.edit();
    }

    /// Takes all on which both agree and that gold does not speak of yet.
    public Optional<Edit> takeAgreed(String by) {
        var writing = new GoldWriting(this, by);
        for (int i = 0; i < ruled.size(); i++) {
            if (ruled.get(i).of().isAgreed() && ruled.get(i).isOpen()) writing.take(i, Verdict.BOTH);
        }
        return writing.edit();
    }

    /// Decides everything that is open alike; agreed ones are taken whatever the verdict.
    public Optional<Edit> takeOpen(Verdict verdict, String by) {
        var writing = new GoldWriting(this, by);
        for (int i = 0; i < ruled.size(); i++) {
            var one = ruled.get(i);
            if (one.isOpen()) writing.take(i, one.of().isAgreed() ? Verdict.BOTH : verdict);
        }
        return writing.edit();
    }

    /// Each mention of gold belongs to one case at most: to that which says the same, or else to an open one that says
    /// the most similar.
    private void assignMentions() {
        var free = new ArrayList<Mention>();
        for (var one : ofGold) if (one instanceof Mention mention) free.add(mention);
        var sides = new ArrayList<Mention>();
        var caseOfSide = new HashMap<String, Integer>();
        for (int i = 0; i < cases.all().size(); i++) {
            var it = cases.all().get(i);
            int number = i;
            (it.isAgreed() ? it.one().stream() : it.both()).forEach(said -> {
                if (!(said instanceof Mention mention)) return;
                sides.add(mention);
                caseOfSide.put(mention.id(), number);
            });
        }
        assign(sides, free, Cases::same, caseOfSide);
        for (BiPredicate<Mention, Mention> match : List.<BiPredicate<Mention, Mention>>of(
                Match.EXACT::holds, Match.BORDERS::holds, Match.TYPE::holds, Match.OVERLAP::holds)) {
            sides.removeIf(mention -> goldMentions.containsKey(caseOfSide.getOrDefault(mention.id(), -1)));
            assign(sides, free, match, caseOfSide);
        }
    }

    private void assign(
            List<Mention> sides,
            List<Mention> free,
            BiPredicate<Mention, Mention> match,
            Map<String, Integer> caseOfSide) {
        var gone = new HashSet<Mention>();
        for (var pair : Pairing.of(sides, free, match)) {
            int number = caseOfSide.getOrDefault(pair.one().id(), -1);
            goldMentions.computeIfAbsent(number, _ -> new ArrayList<>()).add(pair.other());
            caseOfGold.put(pair.other().id(), number);
            gone.add(pair.other());
        }
        free.removeIf(gone::contains);
    }

    private Ruled rule(int number) {
        var it = cases.all().get(number);
        List<Annotation> has = has(number);
        if (has.isEmpty()) {
            boolean down = it.both().allMatch(said -> turnedDown(said).isPresent());
            return new Ruled(it, down ? Ruling.NEITHER : Ruling.OPEN, has);
        }
        boolean left = it.one().filter(said -> has.stream().anyMatch(g -> isSame(said, g))).isPresent();
        boolean right = it.other().filter(said -> has.stream().anyMatch(g -> isSame(said, g))).isPresent();
        if (left && right) return new Ruled(it, Ruling.BOTH, has);
        if (has.size() == 1 && left) return new Ruled(it, Ruling.LEFT, has);
        if (has.size() == 1 && right) return new Ruled(it, Ruling.RIGHT, has);
        boolean merged = has.size() == 1 && merged(it).filter(m -> isSame(m, has.getFirst())).isPresent();
        return new Ruled(it, merged ? Ruling.BOTH : Ruling.OTHER, has);
    }

    /// What gold has in the place of a case.
    private List<Annotation> has(int number) {
        return switch (cases.all().get(number).any()) {
            case Mention _ -> List.copyOf(goldMentions.getOrDefault(number, List.of()));
            case Relation relation -> {
                var ends = ends(relation);
                yield ofGold.stream()
                        .filter(one -> one instanceof Relation r && ends(r).equals(ends) && isOf(number, r))
                        .toList();
            }
            case DocumentLabel label ->
                ofGold.stream()
                        .filter(one -> one instanceof DocumentLabel && one.type().equals(label.type()))
                        .toList();
        };
    }

    /// Several cases may tie the same ends by other types: then each has its own type only.
    private boolean isOf(int number, Relation relation) {
        var it = cases.all().get(number);
        if (it.isOfType(relation.type())) return true;
        var ends = ends(relation);
        return cases.all().stream().filter(other -> other.thing() == Case.Thing.RELATION).noneMatch(other ->
                other.isOfType(relation.type()) && other.any() instanceof Relation r && ends(r).equals(ends));
    }

    /// Whether two annotations say the same, whoever says it; mentions that relations tie are known by their cases.
    boolean isSame(Annotation one, Annotation other) {
        return switch (one) {
            case Mention m -> other instanceof Mention n && Cases.same(m, n);
            case Relation r -> other instanceof Relation s
                    && r.type().equals(s.type())
                    && ends(r).equals(ends(s))
                    && Cases.said(r.attributes()).equals(Cases.said(s.attributes()));
            case DocumentLabel l -> other instanceof DocumentLabel k && l.type().equals(k.type());
        };
    }

    /// What stands in gold to say that this was turned down.
    Optional<Annotation> turnedDown(Annotation said) {
        return turnedDown.stream().filter(one -> isSame(said, one)).findFirst();
    }

    /// What a relation ties, in terms that sides and gold share.
    private List<String> ends(Relation relation) {
        return relation.arguments().stream()
                .map(argument -> argument.role() + ":"
                        + switch (argument.end()) {
                            case Relation.OfConcept(var concept) -> "concept " + concept;
                            case Relation.OfMention(var id) ->
                                caseOf(id).map(number -> "case " + number).orElse("mention " + id);
                        })
                .toList();
    }

    /// The case of a mention of a side or of gold, by what it says if need be: a model ties its relations to mentions
    /// that a person has confirmed.
    Optional<Integer> caseOf(String mentionId) {
        return cases.ofMention(mentionId)
                .or(() -> Optional.ofNullable(caseOfGold.get(mentionId)))
                .or(() -> document.find(mentionId)
                        .filter(found -> !found.layer().equals(gold))
                        .flatMap(found -> found instanceof Mention m
                                ? Optional.ofNullable(caseOfClaim.get(new Claim(m.spans(), m.type())))
                                : Optional.empty()));
    }

    /// The one annotation that has the concepts and attributes of both, where nothing else differs.
    static Optional<Annotation> merged(Case it) {
        if (it.kind() != Case.Kind.CONCEPTS && it.kind() != Case.Kind.ATTRIBUTES) return Optional.empty();
        var other = it.other().orElseThrow();
        return switch (it.one().orElseThrow()) {
            case Mention m -> {
                var n = (Mention) other;
                var concepts = new java.util.LinkedHashSet<>(m.concepts());
                concepts.addAll(n.concepts());
                yield Optional.of(new Mention(
                        m.id(),
                        m.layer(),
                        m.spans(),
                        m.type(),
                        List.copyOf(concepts),
                        merged(m.attributes(), n.attributes()),
                        m.source()));
            }
            case Relation r ->
                Optional.of(new Relation(
                        r.id(),
                        r.layer(),
                        r.type(),
                        r.arguments(),
                        merged(r.attributes(), ((Relation) other).attributes()),
                        r.source()));
            case DocumentLabel _ -> Optional.empty();
        };
    }

    /// Where both give a value, the first's stands.
    private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
        var all = new HashMap<>(other);
        all.putAll(one);
        return all;
    }

    /// Relations of gold, which follow the mentions they tie.
    Set<Relation> goldRelations() {
        var relations = new HashSet<Relation>();
        for (var one : ofGold) if (one instanceof Relation relation) relations.add(relation);
        return relations;
    }
}
