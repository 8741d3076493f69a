package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;

/// Makes one edit of one document out of any number of verdicts.
///
/// What gold has already is changed in place, so that relations keep their ends; a relation brings the mentions that it
/// ties along where gold lacks them. Worked on a copy of gold: what comes of it in the end is compared with what was.
final class GoldWriting {

    private final Adjudication adjudication;
    private final String by;

    /// What stood in gold and was touched, and what stands there in its place, by id.
    private final Map<String, Annotation> before = new LinkedHashMap<>();

    private final Map<String, Annotation> after = new LinkedHashMap<>();

    /// What gold has of a case once this is written.
    private final Map<Integer, List<Annotation>> planned = new HashMap<>();

    GoldWriting(Adjudication adjudication, String by) {
        this.adjudication = adjudication;
        this.by = by;
    }

    void take(int number, Verdict verdict) {
        var it = adjudication.cases().get(number).of();
        var wanted = wanted(it, verdict);
        it.both().forEach(said -> adjudication.turnedDown(said).ifPresent(this::remove));
        var has = gold(number);
        var now = new ArrayList<Annotation>();
        for (int i = 0; i < wanted.size(); i++) {
            var fitting = fit(wanted.get(i), it, i < has.size() ? Optional.of(has.get(i)) : Optional.empty());
            put(i < has.size() ? Optional.of(has.get(i)) : Optional.empty(), fitting);
            now.add(fitting);
        }
        planned.put(number, now);
        for (int i = wanted.size(); i < has.size(); i++) drop(has.get(i), now);
        if (wanted.isEmpty()) it.both().forEach(said -> put(Optional.empty(), asTurnedDown(said)));
    }

    Optional<Edit> edit() {
        var edits = new ArrayList<Edit>();
        // Relations go before the mentions that they tie, and come after them.
        before.forEach((id, was) -> {
            if (was instanceof Relation && !after.containsKey(id)) edits.add(new Edit.Remove(was));
        });
        before.forEach((id, was) -> {
            if (!(was instanceof Relation) && !after.containsKey(id)) edits.add(new Edit.Remove(was));
        });
        for (boolean relations : new boolean[] {false, true}) {
            after.forEach((id, is) -> {
                if (is instanceof Relation != relations) return;
                var was = before.get(id);
                if (was == null) edits.add(new Edit.Add(is));
                else if (!was.equals(is)) edits.add(new Edit.Replace(was, is));
            });
        }
        if (edits.isEmpty()) return Optional.empty();
        if (adjudication.document().status() == DocumentStatus.NEW) {
            edits.add(new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.IN_PROGRESS));
        }
        return Optional.of(edits.size() == 1 ? edits.getFirst() : new Edit.Group(edits));
    }

    private static List<Annotation> wanted(Case it, Verdict verdict) {
        return switch (verdict) {
            case LEFT -> it.one().stream().toList();
            case RIGHT -> it.other().stream().toList();
            case NEITHER -> List.of();
            case BOTH ->
                Adjudication.merged(it)
                        .map(List::of)
                        .orElseGet(() -> it.both().limit(it.isAgreed() ? 1 : 2).toList());
            case LEFT_BORDERS -> mixed(it.one(), it.other());
            case RIGHT_BORDERS -> mixed(it.other(), it.one());
        };
    }

    private static List<Annotation> mixed(Optional<Annotation> borders, Optional<Annotation> rest) {
        if (!(borders.orElseThrow() instanceof Mention m) || !(rest.orElseThrow() instanceof Mention n))
            return List.of();
        return List.of(new Mention(n.id(), n.layer(), m.spans(), n.type(), n.concepts(), n.attributes(), n.source()));
    }

    /// What gold has of a case, as written so far.
    private List<Annotation> gold(int number) {
        return planned.getOrDefault(number, adjudication.cases().get(number).gold());
    }

    /// What a side says, as gold says it: under gold's own id, with gold's own note.
    private Annotation fit(Annotation said, Case it, Optional<Annotation> place) {
        if (place.filter(has -> adjudication.isSame(said, has)).isPresent()) return place.get();
        var id = place.map(Annotation::id).orElseGet(() -> Adjudication.idFor(said));
        var source = source(said, it);
        var gold = adjudication.gold();
        return switch (said) {
            case Mention m ->
                new Mention(id, gold, m.spans(), m.type(), m.concepts(), withNote(m.attributes(), place), source);
            case Relation r -> new Relation(id, gold, r.type(), tied(r, it), withNote(r.attributes(), place), source);
            case DocumentLabel l -> new DocumentLabel(id, gold, l.type(), source);
        };
    }

    private static Map<String, String> withNote(Map<String, String> attributes, Optional<Annotation> place) {
        var own = place.map(GoldWriting::attributes).orElse(Map.of()).get(Annotation.NOTE);
        if (own == null) return attributes;
        var all = new HashMap<>(attributes);
        all.put(Annotation.NOTE, own);
        return all;
    }

    private static Map<String, String> attributes(Annotation annotation) {
        return switch (annotation) {
            case Mention m -> m.attributes();
            case Relation r -> r.attributes();
            case DocumentLabel _ -> Map.of();
        };
    }

    /// Who adjudicates stands for it; where a model alone says so, the model is named too.
    private Source source(Annotation said, Case it) {
        boolean byPeople = it.isAgreed() && it.both().anyMatch(one -> model(one).isEmpty());
        return byPeople
                ? new Source.Person(by)
                : model(said)
                        .<Source>map(model -> new Source.Accepted(by, model))
                        .orElse(new Source.Person(by));
    }

    private static Optional<Source.Model> model(Annotation said) {
        return switch (said.source()) {
            case Source.Model model -> Optional.of(model);
            case Source.Accepted(var _, var model) -> Optional.of(model);
            case Source.Rejected(var _, var model) -> Optional.of(model);
            case Source.Person _, Source.Imported _ -> Optional.empty();
        };
    }

    private Annotation asTurnedDown(Annotation said) {
        var whose = model(said).orElseGet(() -> new Source.Model(said.layer().isEmpty() ? "?" : said.layer(), 1));
        var source = new Source.Rejected(by, whose);
        var gold = adjudication.gold();
        var id = Adjudication.idFor(said);
        return switch (said) {
            case Mention m -> new Mention(id, gold, m.spans(), m.type(), m.concepts(), m.attributes(), source);
            case Relation r -> new Relation(id, gold, r.type(), r.arguments(), r.attributes(), source);
            case DocumentLabel l -> new DocumentLabel(id, gold, l.type(), source);
        };
    }

    /// The same ends, as gold has them; those that it lacks are taken along from the side that the relation is of.
    private List<Relation.Argument> tied(Relation relation, Case it) {
        boolean ofFirst = it.one().filter(relation::equals).isPresent();
        return relation.arguments().stream()
                .map(argument -> switch (argument.end()) {
                    case Relation.OfConcept _ -> argument;
                    case Relation.OfMention(var id) ->
                        new Relation.Argument(argument.role(), new Relation.OfMention(inGold(id, ofFirst)));
                })
                .toList();
    }

    private String inGold(String mentionId, boolean ofFirst) {
        var number = adjudication.caseOf(mentionId);
        if (number.isEmpty()) return alone(mentionId);
        if (gold(number.get()).isEmpty()) {
            var end = adjudication.cases().get(number.get()).of();
            var verdict = end.isAgreed() ? Verdict.BOTH : ofFirst ? Verdict.LEFT : Verdict.RIGHT;
            take(number.get(), wanted(end, verdict).isEmpty() ? other(verdict) : verdict);
        }
        var has = gold(number.get());
        return has.stream()
                .filter(one -> adjudication
                        .document()
                        .find(mentionId)
                        .filter(m -> adjudication.isSame(m, one))
                        .isPresent())
                .findFirst()
                .orElse(has.getFirst())
                .id();
    }

    private static Verdict other(Verdict verdict) {
        return verdict == Verdict.LEFT ? Verdict.RIGHT : Verdict.LEFT;
    }

    /// A mention that neither side counts as its own, such as one that a model is not sure enough of.
    private String alone(String mentionId) {
        var found = adjudication.document().find(mentionId);
        if (found.isEmpty() || found.get().layer().equals(adjudication.gold())) return mentionId;
        var copy = (Mention) found.get();
        var known = after.values().stream()
                .filter(one -> one instanceof Mention m && Cases.same(m, copy))
                .findFirst();
        if (known.isPresent()) return known.get().id();
        var id = Annotation.freshId();
        var source =
                model(copy).<Source>map(model -> new Source.Accepted(by, model)).orElse(new Source.Person(by));
        after.put(
                id,
                new Mention(
                        id,
                        adjudication.gold(),
                        copy.spans(),
                        copy.type(),
                        copy.concepts(),
                        copy.attributes(),
                        source));
        return id;
    }

    private void put(Optional<Annotation> place, Annotation now) {
        place.ifPresent(this::remember);
        after.put(now.id(), now);
    }

    private void remember(Annotation was) {
        if (!after.containsKey(was.id())) before.putIfAbsent(was.id(), was);
    }

    private void remove(Annotation was) {
        remember(was);
        after.remove(was.id());
    }

    /// Takes a mention away. Its relations go over to the one that stays in its case, or fall with it.
    private void drop(Annotation gone, List<Annotation> kept) {
        remove(gone);
        if (!(gone instanceof Mention)) return;
        for (var relation : relations()) {
            if (!relation.ties(gone.id())) continue;
            if (kept.isEmpty()) remove(relation);
            else
                put(
                        Optional.of(relation),
                        retied(
                                relation,
                                id -> id.equals(gone.id()) ? kept.getFirst().id() : id));
        }
    }

    private List<Relation> relations() {
        var all = new ArrayList<Relation>();
        for (var relation : adjudication.goldRelations()) {
            if (before.containsKey(relation.id()) || after.containsKey(relation.id())) continue;
            all.add(relation);
        }
        for (var now : after.values()) if (now instanceof Relation relation) all.add(relation);
        return all;
    }

    private static Relation retied(Relation r, UnaryOperator<String> ids) {
        var arguments = r.arguments().stream()
                .map(argument -> argument.end() instanceof Relation.OfMention(var id)
                        ? new Relation.Argument(argument.role(), new Relation.OfMention(ids.apply(id)))
                        : argument)
                .toList();
        return new Relation(r.id(), r.layer(), r.type(), arguments, r.attributes(), r.source());
    }
}
