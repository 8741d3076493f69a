package org.biogloss.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.junit.jupiter.api.Test;

class AdjudicationTest {

    private static final String TEXT = "Naloxone reverses the effect of clonidine in hypertensive rats.";
    private static final Source ANNA = new Source.Person("anna");
    private static final Source BERTA = new Source.Person("berta");

    private final List<Annotation> said = new ArrayList<>();

    private static Mention mention(String id, String layer, Span span, String type, String... concepts) {
        var by = layer.equals("anna") ? ANNA : BERTA;
        return new Mention(id, layer, List.of(span), type, List.of(concepts), Map.of(), by);
    }

    private static Relation relation(String id, String layer, String type, String head, String tail) {
        var by = layer.equals("anna") ? ANNA : BERTA;
        return new Relation(
                id,
                layer,
                type,
                List.of(
                        new Relation.Argument("head", new Relation.OfMention(head)),
                        new Relation.Argument("tail", new Relation.OfMention(tail))),
                Map.of(),
                by);
    }

    private static Span at(String words) {
        int start = TEXT.indexOf(words);
        return new Span(start, start + words.length());
    }

    private AnnotatedDocument document() {
        return new AnnotatedDocument(Document.of("d", TEXT), DocumentStatus.NEW, said);
    }

    private static Adjudication of(AnnotatedDocument document) {
        return new Adjudication(document, Side.of("anna"), Side.of("berta"), "gold");
    }

    private static AnnotatedDocument decide(AnnotatedDocument document, int number, Verdict verdict) {
        return of(document).edit(number, verdict, "carla").map(document::apply).orElseThrow();
    }

    private static List<Mention> gold(AnnotatedDocument document) {
        return document.mentions("gold")
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .toList();
    }

    private static List<Ruling> rulings(AnnotatedDocument document) {
        return of(document).cases().stream().map(Adjudication.Ruled::ruling).toList();
    }

    private void agreeOnNaloxone() {
        said.add(mention("a1", "anna", at("Naloxone"), "Chemical", "D009270"));
        said.add(mention("b1", "berta", at("Naloxone"), "Chemical", "D009270"));
    }

    private void differOnClonidine() {
        said.add(mention("a2", "anna", at("clonidine"), "Chemical"));
        said.add(mention("b2", "berta", at("clonidine in"), "Gene", "X:1"));
    }

    @Test
    void whatBothSayIsTakenAtOnceAndSignedByWhoTakesIt() {
        agreeOnNaloxone();
        differOnClonidine();
        var document = document();
        var after = document.apply(of(document).takeAgreed("carla").orElseThrow());
        assertEquals(1, gold(after).size());
        assertEquals(List.of("D009270"), gold(after).getFirst().concepts());
        assertEquals(new Source.Person("carla"), gold(after).getFirst().source());
        assertEquals(List.of(Ruling.BOTH, Ruling.OPEN), rulings(after));
        assertEquals(new Adjudication.Tally(1, 0, 1, 1), of(after).tally());
        assertEquals(DocumentStatus.IN_PROGRESS, after.status());
        assertEquals(Optional.empty(), of(after).takeAgreed("carla"), "there is nothing left to take");
    }

    @Test
    void eachVerdictSaysInGoldWhatItsNameSays() {
        differOnClonidine();
        var document = document();
        record Expected(Ruling ruling, List<String> gold) {}
        var expected = Map.of(
                Verdict.LEFT, new Expected(Ruling.LEFT, List.of("clonidine Chemical []")),
                Verdict.RIGHT, new Expected(Ruling.RIGHT, List.of("clonidine in Gene [X:1]")),
                Verdict.BOTH, new Expected(Ruling.BOTH, List.of("clonidine Chemical []", "clonidine in Gene [X:1]")),
                Verdict.NEITHER, new Expected(Ruling.NEITHER, List.of()),
                Verdict.LEFT_BORDERS, new Expected(Ruling.OTHER, List.of("clonidine Gene [X:1]")),
                Verdict.RIGHT_BORDERS, new Expected(Ruling.OTHER, List.of("clonidine in Chemical []")));
        for (var verdict : Verdict.values()) {
            var after = decide(document, 0, verdict);
            var found = new Expected(
                    rulings(after).getFirst(),
                    gold(after).stream()
                            .map(m -> m.in(TEXT) + " " + m.type() + " " + m.concepts())
                            .toList());
            assertEquals(expected.get(verdict), found, verdict.name());
        }
    }

    @Test
    void whatWasTurnedDownStaysDecidedAndCountsForNothing() {
        differOnClonidine();
        var after = decide(document(), 0, Verdict.NEITHER);
        assertEquals(List.of(), gold(after));
        assertTrue(of(after).tally().isDone());
        var again = Study.ofLayers(List.of(after), List.of("anna", "gold"));
        assertEquals(0, again.documents().getFirst().by(1).mentions().size());
    }

    @Test
    void aDecisionCanBeTakenAnewAsOftenAsOneLikes() {
        differOnClonidine();
        var document = document();
        for (var verdict : List.of(
                Verdict.NEITHER, Verdict.LEFT, Verdict.BOTH, Verdict.RIGHT, Verdict.LEFT_BORDERS, Verdict.NEITHER)) {
            document = decide(document, 0, verdict);
        }
        assertEquals(List.of(Ruling.NEITHER), rulings(document));
        document = decide(document, 0, Verdict.LEFT);
        assertEquals(1, document.mentions("gold").count(), "nothing is left of what was decided before");
    }

    @Test
    void whatIsEditedInGoldByHandIsDecided() {
        differOnClonidine();
        var document = document();
        var byHand = Mention.of("gold", at("of clonidine"), "Chemical", new Source.Person("carla"));
        var after = document.apply(new org.biogloss.document.Edit.Add(byHand));
        assertEquals(List.of(Ruling.OTHER), rulings(after));
        assertEquals(List.of(byHand), of(after).cases().getFirst().gold());
        var taken = decide(after, 0, Verdict.LEFT);
        assertEquals(byHand.id(), gold(taken).getFirst().id(), "the mention is changed, not made anew");
    }

    @Test
    void whatAnAnnotatorChangesAfterwardsIsOpenAgain() {
        said.add(mention("a2", "anna", at("clonidine"), "Chemical"));
        var after = decide(document(), 0, Verdict.NEITHER);
        var changed = after.apply(new org.biogloss.document.Edit.Replace(
                said.getFirst(), mention("a2", "anna", at("hypertensive"), "Disease")));
        assertEquals(List.of(Ruling.OPEN), rulings(changed));
    }

    @Test
    void conceptsOfBothComeTogetherInOneMention() {
        said.add(mention("a1", "anna", at("rats"), "Species", "10116"));
        said.add(mention("b1", "berta", at("rats"), "Species", "10114"));
        var document = document();
        assertEquals(Case.Kind.CONCEPTS, of(document).cases().getFirst().of().kind());
        var after = decide(document, 0, Verdict.BOTH);
        assertEquals(List.of("10116", "10114"), gold(after).getFirst().concepts());
        assertEquals(List.of(Ruling.BOTH), rulings(after));
    }

    @Test
    void whoNamesNoConceptContradictsNone() {
        said.add(mention("a1", "anna", at("rats"), "Species"));
        said.add(mention("b1", "berta", at("rats"), "Species", "10114"));
        var document = document();
        assertEquals(Case.Kind.AGREED, of(document).cases().getFirst().of().kind());
        var after = document.apply(of(document).takeAgreed("carla").orElseThrow());
        assertEquals(List.of("10114"), gold(after).getFirst().concepts());
        assertEquals(List.of(Ruling.BOTH), rulings(after));
        var left = decide(after, 0, Verdict.LEFT);
        assertEquals(List.of(Ruling.LEFT), rulings(left), "without the concept, if one insists");
    }

    @Test
    void aRelationBringsTheMentionsItTiesAlong() {
        agreeOnNaloxone();
        said.add(mention("a2", "anna", at("clonidine"), "Chemical"));
        said.add(relation("ar", "anna", "interacts", "a1", "a2"));
        var document = document();
        var after = decide(document, 2, Verdict.LEFT);
        var relation = after.relations()
                .filter(r -> r.layer().equals("gold"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("Naloxone", "clonidine"),
                relation.arguments().stream()
                        .map(argument -> ((Relation.OfMention) argument.end()).mentionId())
                        .map(id -> gold(after).stream()
                                .filter(m -> m.id().equals(id))
                                .findFirst()
                                .orElseThrow()
                                .in(TEXT))
                        .toList());
        assertEquals(List.of(Ruling.BOTH, Ruling.LEFT, Ruling.LEFT), rulings(after));
    }

    @Test
    void aBorderThatDiffersIsOneDifferenceAndNoneOfTheRelation() {
        agreeOnNaloxone();
        differOnClonidine();
        said.add(relation("ar", "anna", "interacts", "a1", "a2"));
        said.add(relation("br", "berta", "interacts", "b1", "b2"));
        var document = document();
        assertEquals(
                List.of(Case.Kind.AGREED, Case.Kind.BORDERS_AND_TYPE, Case.Kind.AGREED),
                of(document).cases().stream().map(it -> it.of().kind()).toList());
        var all = document.apply(of(document).takeOpen(Verdict.RIGHT, "carla").orElseThrow());
        assertTrue(of(all).tally().isDone());
        assertEquals(1, all.relations().filter(r -> r.layer().equals("gold")).count());
        // The relation follows when the mention is decided otherwise, and falls with it.
        var left = decide(all, 1, Verdict.LEFT);
        assertEquals(List.of(Ruling.BOTH, Ruling.LEFT, Ruling.BOTH), rulings(left));
        var neither = decide(left, 1, Verdict.NEITHER);
        assertEquals(
                0, neither.relations().filter(r -> r.layer().equals("gold")).count());
        assertEquals(Ruling.OPEN, rulings(neither).getLast());
    }

    @Test
    void aRelationGoesOverWhenOneOfTwoMentionsStays() {
        agreeOnNaloxone();
        differOnClonidine();
        said.add(relation("br", "berta", "interacts", "b1", "b2"));
        var document = decide(decide(document(), 1, Verdict.BOTH), 2, Verdict.RIGHT);
        var left = decide(document, 1, Verdict.LEFT);
        var relation = left.relations()
                .filter(r -> r.layer().equals("gold"))
                .findFirst()
                .orElseThrow();
        var ids = gold(left).stream().map(Mention::id).toList();
        assertTrue(relation.arguments().stream()
                .allMatch(argument -> ids.contains(((Relation.OfMention) argument.end()).mentionId())));
    }

    @Test
    void relationsOfAnotherTypeAndLabelsAreDecidedToo() {
        agreeOnNaloxone();
        differOnClonidine();
        said.add(relation("ar", "anna", "treats", "a1", "a2"));
        said.add(relation("br", "berta", "induces", "b1", "b2"));
        said.add(new DocumentLabel("al", "anna", "review", ANNA));
        var document = document();
        assertEquals(
                List.of(Case.Kind.AGREED, Case.Kind.BORDERS_AND_TYPE, Case.Kind.TYPE, Case.Kind.ONLY_FIRST),
                of(document).cases().stream().map(it -> it.of().kind()).toList());
        var after = decide(decide(document, 2, Verdict.RIGHT), 3, Verdict.NEITHER);
        assertEquals(
                List.of(Ruling.BOTH, Ruling.RIGHT, Ruling.RIGHT, Ruling.NEITHER),
                rulings(after),
                "the relation brought its ends");
        var label = decide(after, 3, Verdict.LEFT);
        assertEquals(1, label.labels().filter(l -> l.layer().equals("gold")).count());
        var turned = decide(label, 2, Verdict.NEITHER);
        assertEquals(Ruling.NEITHER, rulings(turned).get(2));
    }

    @Test
    void aModelIsTakenAtItsWordWithItsNameAndAboveTheThresholdOnly() {
        var sure = new Source.Model("tagger", 0.9);
        said.add(new Mention("m1", "tagger", List.of(at("Naloxone")), "Chemical", List.of(), Map.of(), sure));
        said.add(new Mention(
                "m2", "tagger", List.of(at("rats")), "Species", List.of(), Map.of(), new Source.Model("tagger", 0.4)));
        said.add(new Mention(
                "m3",
                "anna",
                List.of(at("clonidine")),
                "Chemical",
                List.of(),
                Map.of(),
                new Source.Accepted("anna", sure)));
        var document = document();
        var it = new Adjudication(document, Side.of("anna"), new Side("tagger", 0.5), "gold");
        assertEquals(
                List.of(Case.Kind.ONLY_SECOND, Case.Kind.AGREED),
                it.cases().stream().map(one -> one.of().kind()).toList(),
                "what anna accepted from the model, both say");
        var after = document.apply(it.edit(0, Verdict.RIGHT, "carla").orElseThrow());
        assertEquals(new Source.Accepted("carla", sure), gold(after).getFirst().source());
    }

    @Test
    void aModelsRelationMayTieWhatAPersonHasConfirmed() {
        said.add(mention("a1", "anna", at("Naloxone"), "Chemical"));
        var sure = new Source.Model("tagger", 0.9);
        said.add(new Mention("m2", "tagger", List.of(at("clonidine")), "Chemical", List.of(), Map.of(), sure));
        said.add(Relation.between("tagger", "interacts", "a1", "m2", sure));
        var document = document();
        var it = new Adjudication(document, Side.of("anna"), Side.of("tagger"), "gold");
        var after = document.apply(it.edit(2, Verdict.RIGHT, "carla").orElseThrow());
        var relation = after.relations()
                .filter(r -> r.layer().equals("gold"))
                .findFirst()
                .orElseThrow();
        assertEquals(2, gold(after).size());
        assertTrue(gold(after).stream().allMatch(m -> relation.ties(m.id())));
    }

    /// Whatever is decided in whatever order: it fits the document, its inverse undoes it, and taking everything open
    /// leaves nothing open.
    @Test
    void anyDecisionsFitAndCanBeUndone() {
        var random = new Random(7);
        for (int round = 0; round < 100; round++) {
            said.clear();
            for (var layer : List.of("anna", "berta")) scatter(random, layer);
            var document = document();
            for (int step = 0; step < 25; step++) {
                var it = of(document);
                if (it.cases().isEmpty()) break;
                int number = random.nextInt(it.cases().size());
                var verdict = Verdict.values()[random.nextInt(Verdict.values().length)];
                var edit = it.edit(number, verdict, "carla");
                if (edit.isEmpty()) continue;
                var after = document.apply(edit.get());
                assertEquals(document, after.apply(edit.get().inverse()));
                document = after;
            }
            var rest = of(document).takeOpen(Verdict.LEFT, "carla");
            if (rest.isPresent()) document = document.apply(rest.get());
            assertFalse(rulings(document).contains(Ruling.OPEN), "round " + round);
        }
    }

    private void scatter(Random random, String layer) {
        for (int i = 0; i < 8; i++) {
            int start = random.nextInt(TEXT.length() - 6);
            var span = new Span(start, start + 1 + random.nextInt(5));
            said.add(mention(layer + i, layer, span, random.nextBoolean() ? "A" : "B"));
        }
        for (int i = 0; i < 4; i++) {
            said.add(relation(
                    layer + "r" + i,
                    layer,
                    random.nextBoolean() ? "r" : "s",
                    layer + random.nextInt(8),
                    layer + random.nextInt(8)));
        }
    }
}
