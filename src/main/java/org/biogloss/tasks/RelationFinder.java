package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.biogloss.bert.Network;
import org.biogloss.document.Mention;
import org.biogloss.document.Sentences;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;

/// Judges, sentence by sentence, which mentions of a text are related, by one head.
///
/// @param curve what the head's confidence means
record RelationFinder(
        TaskHead head, PairTypes types, PieceReader reader, Network network, Calibration curve, int budget) {

    /// A list of forty drugs has 780 pairs; the nearest are asked about.
    private static final int MOST_PAIRS = 300;

    /// @param type one of the head's labels
    record Found(Mention head, Mention tail, String type, double confidence) {}

    private record Pair(int text, Mention head, Mention tail) {}

    static RelationFinder of(
            TaskHead head, PieceReader reader, Network network, Optional<Calibration> curve, int budget) {
        return new RelationFinder(
                head, new PairTypes(head.dummies()), reader, network, curve.orElse(Calibration.NONE), budget);
    }

    /// @param mentions of each text
    /// @return for each text the pairs that are related, in text order
    List<List<Found>> find(List<String> texts, List<List<Mention>> mentions, JobContext context) {
        var pairs = new ArrayList<Pair>();
        var examples = new ArrayList<RelationExample>();
        for (int text = 0; text < texts.size(); text++) {
            for (var sentence : sentences(texts.get(text), mentions.get(text))) {
                for (var pair : pairs(text, sentence, mentions.get(text))) {
                    pairs.add(pair);
                    examples.add(example(texts.get(text), sentence, pair));
                }
            }
        }
        var found = new ArrayList<List<Found>>();
        for (int text = 0; text < texts.size(); text++) found.add(new ArrayList<>());
        var answers = new HeadReader(head, reader, network, budget).read(examples, new Surprise(), context);
        for (int i = 0; i < pairs.size(); i++) {
            var choice = (Answer.Choice) answers.get(i);
            if (head.form().negative().filter(choice.label()::equals).isPresent()) continue;
            var pair = pairs.get(i);
            found.get(pair.text())
                    .add(new Found(pair.head(), pair.tail(), choice.label(), curve.of(choice.confidence())));
        }
        return found;
    }

    /// Joined where a boundary would cut a mention.
    private static List<Span> sentences(String text, List<Mention> mentions) {
        return Sentences.of(
                text,
                end -> mentions.stream()
                        .noneMatch(mention -> mention.hull().start() < end
                                && end < mention.hull().end()));
    }

    /// Each two of the sentence once. Where the head tells two types apart, the one that comes first in the
    /// alphabet is the relation's head (a chemical does something to a gene or a disease), else the one that
    /// comes first in the text.
    private List<Pair> pairs(int text, Span sentence, List<Mention> mentions) {
        var inside = mentions.stream()
                .filter(mention -> sentence.start() <= mention.hull().start()
                        && mention.hull().end() <= sentence.end())
                .sorted(Comparator.comparing(Mention::hull))
                .toList();
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < inside.size(); i++) {
            for (int j = i + 1; j < inside.size(); j++) {
                var one = inside.get(i);
                var two = inside.get(j);
                if (!types.ties(one.type(), two.type()) || one.hull().equals(two.hull())) continue;
                boolean asWritten = one.type().compareTo(two.type()) <= 0;
                pairs.add(asWritten ? new Pair(text, one, two) : new Pair(text, two, one));
            }
        }
        pairs.sort(Comparator.comparingInt(RelationFinder::apart));
        var nearest = new ArrayList<>(pairs.subList(0, Math.min(MOST_PAIRS, pairs.size())));
        nearest.sort(Comparator.comparing((Pair pair) -> pair.head().hull())
                .thenComparing(pair -> pair.tail().hull()));
        return nearest;
    }

    private static int apart(Pair pair) {
        var one = pair.head().hull();
        var two = pair.tail().hull();
        return Math.max(one.start(), two.start()) - Math.min(one.end(), two.end());
    }

    private RelationExample example(String text, Span sentence, Pair pair) {
        return new RelationExample(
                "",
                sentence.in(text),
                Optional.empty(),
                Optional.of(typed(pair.head(), sentence)),
                Optional.of(typed(pair.tail(), sentence)),
                head.labels().getFirst()); // a label it must have; nobody looks at it
    }

    private TypedSpan typed(Mention mention, Span sentence) {
        var hull = mention.hull();
        var span = new Span(hull.start() - sentence.start(), hull.end() - sentence.start());
        return new TypedSpan(span, types.of(mention.type()).orElseThrow());
    }
}
