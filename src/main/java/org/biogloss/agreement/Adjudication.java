package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
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
/// hand counts too. Which case an annotation of gold belongs to stands in its id; of one that came otherwise, what it
/// says decides. Longer than other classes because reading gold back is one thing.
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
    /// What was turned down, by the annotation of a side that it was taken for, and what is not known to be of one.
    private final Map<String, Annotation> turnedDownFor = new HashMap<>();

    private final List<Annotation> turnedDown;
    private final Map<Integer, List<Mention>> goldMentions = new HashMap<>();
    private final Map<String, Integer> caseOfGold = new HashMap<>();
    private final List<Ruled> ruled = new ArrayList<>();
    private final Map<Claim, Integer> caseOfClaim = new HashMap<>();
    private final Map<String, Integer> caseOfSaid = new HashMap<>();

    /// Parts a random beginning from the id of the annotation for which one was taken into gold.
    private static final String FOR = "~";

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
        for (int i = 0; i < cases.all().size(); i++) {
            int number = i;
            cases.all().get(i).both().forEach(said -> {
                caseOfSaid.put(said.id(), number);
                if (said instanceof Mention m) caseOfClaim.putIfAbsent(new Claim(m.spans(), m.type()), number);
            });
        }
        var down = new ArrayList<Annotation>();
        for (var one : inGold(true)) {
            saidFor(one)
                    .filter(caseOfSaid::containsKey)
                    .ifPresentOrElse(said -> turnedDownFor.put(said, one), () -> down.add(one));
        }
        turnedDown = down;
        assignMentions();
        for (int i = 0; i < cases.all().size(); i++) ruled.add(rule(i));
    }

    private List<Annotation> inGold(boolean rejected) {
        return document.annotations().stream()
                .filter(one -> one.layer().equals(gold))
                .filter(one -> rejected ? one.standing() == Standing.REJECTED : one.standing() == Standing.CONFIRMED)
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

    /// Mentions that gold has beside the cases: nobody else says anything there.
    public Stream<Mention> goldBesides() {
        return ofGold.stream()
                .filter(one -> one instanceof Mention && !caseOfGold.containsKey(one.id()))
                .map(Mention.class::cast);
    }

    /// What gold has for a mention of either side.
    public List<Mention> goldFor(String mentionId) {
        return caseOf(mentionId)
                .map(number -> goldMentions.getOrDefault(number, List.of()))
                .orElse(List.of());
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
            case LEFT_BORDERS, RIGHT_BORDERS ->
                it.kind() == Case.Kind.BORDERS_AND_TYPE || (it.kind() == Case.Kind.BORDERS && !Cases.sayTheSame(it));
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
        for (var one : ofGold) {
            if (!(one instanceof Mention mention)) continue;
            takenFor(one).ifPresentOrElse(number -> assign(number, mention), () -> free.add(mention));
        }
        if (free.isEmpty()) return;
        var sides = new ArrayList<Mention>();
        for (var it : cases.all()) {
            (it.isAgreed() ? it.one().stream() : it.both()).forEach(said -> {
                if (said instanceof Mention mention) sides.add(mention);
            });
        }
        assign(sides, free, Cases::same);
        sides.removeIf(mention -> isTurnedDown(caseOfSaid.getOrDefault(mention.id(), 0)));
        for (BiPredicate<Mention, Mention> match : List.<BiPredicate<Mention, Mention>>of(
                Match.EXACT::holds, Match.BORDERS::holds, Match.TYPE::holds, Match.OVERLAP::holds)) {
            sides.removeIf(mention -> goldMentions.containsKey(caseOfSaid.getOrDefault(mention.id(), 0)));
            assign(sides, free, match);
        }
    }

    private boolean isTurnedDown(int number) {
        return cases.all().get(number).both().allMatch(said -> turnedDown(said).isPresent());
    }

    private void assign(List<Mention> sides, List<Mention> free, BiPredicate<Mention, Mention> match) {
        var gone = new HashSet<Mention>();
        for (var pair : Pairing.of(sides, free, match)) {
            assign(caseOfSaid.getOrDefault(pair.one().id(), 0), pair.other());
            gone.add(pair.other());
        }
        free.removeIf(gone::contains);
    }

    private void assign(int number, Mention mention) {
        goldMentions.computeIfAbsent(number, _ -> new ArrayList<>()).add(mention);
        caseOfGold.put(mention.id(), number);
    }

    /// An id for what is taken into gold for this.
    static String idFor(Annotation said) {
        return Annotation.freshId() + FOR + said.id();
    }

    /// The case for which something was taken into gold, if its id tells and the side still says anything there.
    private Optional<Integer> takenFor(Annotation ofGold) {
        return saidFor(ofGold).flatMap(id -> Optional.ofNullable(caseOfSaid.get(id)));
    }

    private static Optional<String> saidFor(Annotation ofGold) {
        int at = ofGold.id().indexOf(FOR);
        return at < 0 ? Optional.empty() : Optional.of(ofGold.id().substring(at + 1));
    }

    private Ruled rule(int number) {
        var it = cases.all().get(number);
        List<Annotation> has = has(number);
        if (has.isEmpty()) {
            return new Ruled(it, isTurnedDown(number) ? Ruling.NEITHER : Ruling.OPEN, has);
        }
        boolean left = it.one()
                .filter(said -> has.stream().anyMatch(g -> isSame(said, g)))
                .isPresent();
        boolean right = it.other()
                .filter(said -> has.stream().anyMatch(g -> isSame(said, g)))
                .isPresent();
        boolean merged = has.size() == 1
                && merged(it).filter(m -> isSame(m, has.getFirst())).isPresent();
        if (merged || (left && right)) return new Ruled(it, Ruling.BOTH, has);
        if (has.size() == 1 && left) return new Ruled(it, Ruling.LEFT, has);
        if (has.size() == 1 && right) return new Ruled(it, Ruling.RIGHT, has);
        return new Ruled(it, Ruling.OTHER, has);
    }

    /// What gold has in the place of a case.
    private List<Annotation> has(int number) {
        return switch (cases.all().get(number).any()) {
            case Mention _ -> List.copyOf(goldMentions.getOrDefault(number, List.of()));
            case Relation relation -> {
                var ends = ends(relation);
                yield ofGold.stream()
                        .filter(one -> one instanceof Relation r
                                && takenFor(r)
                                        .map(of -> of == number)
                                        .orElseGet(() -> ends(r).equals(ends) && isOf(number, r)))
                        .toList();
            }
            case DocumentLabel label ->
                ofGold.stream()
                        .filter(one ->
                                one instanceof DocumentLabel && one.type().equals(label.type()))
                        .toList();
        };
    }

    /// Several cases may tie the same ends by other types: then each has its own type only.
    private boolean isOf(int number, Relation relation) {
        var it = cases.all().get(number);
        if (it.isOfType(relation.type())) return true;
        var ends = ends(relation);
        return cases.all().stream()
                .filter(other -> other.thing() == Case.Thing.RELATION)
                .noneMatch(other ->
                        other.isOfType(relation.type()) && other.any() instanceof Relation r && ends(r).equals(ends));
    }

    /// Whether two annotations say the same, whoever says it; mentions that relations tie are known by their cases.
    boolean isSame(Annotation one, Annotation other) {
        return switch (one) {
            case Mention m -> other instanceof Mention n && Cases.same(m, n);
            case Relation r ->
                other instanceof Relation s
                        && r.type().equals(s.type())
                        && ends(r).equals(ends(s))
                        && Cases.said(r.attributes()).equals(Cases.said(s.attributes()));
            case DocumentLabel l -> other instanceof DocumentLabel k && l.type().equals(k.type());
        };
    }

    /// What stands in gold to say that this was turned down.
    Optional<Annotation> turnedDown(Annotation said) {
        return Optional.ofNullable(turnedDownFor.get(said.id()))
                .filter(one -> isSame(said, one))
                .or(() -> turnedDown.stream().filter(one -> isSame(said, one)).findFirst());
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
        if (it.kind() != Case.Kind.AGREED && it.kind() != Case.Kind.CONCEPTS && it.kind() != Case.Kind.ATTRIBUTES)
            return Optional.empty();
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
