package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.biogloss.tasks.NerScores.Counts;

/// How far a head's answers agree with what is known, each task in its own measure.
///
/// @param perType mentions, words or examples counted by type or class; none for a similarity
public record Comparison(Scores scores, Map<String, Counts> perType) {

    public Comparison {
        perType = Collections.unmodifiableMap(new TreeMap<>(perType));
    }

    /// @param answers one for each example, in their order
    public static Comparison of(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        if (examples.size() != answers.size()) {
            throw new IllegalArgumentException(examples.size() + " examples, but " + answers.size() + " answers");
        }
        return switch (head.kind()) {
            case NER -> mentions(head, examples, answers);
            case PICO -> words(examples, answers);
            case RELATION -> {
                var scores = choices(head, examples, answers);
                yield new Comparison(scores.byF1(), scores.perClass());
            }
            case QUESTION -> {
                var scores = choices(head, examples, answers);
                yield new Comparison(scores.byAccuracy(), scores.perClass());
            }
            case CLASSIFICATION -> labels(examples, answers);
            case SIMILARITY -> similarities(examples, answers);
        };
    }

    /// All types together; nothing where nothing is counted.
    public Optional<Counts> total() {
        return perType.values().stream()
                .reduce((all, more) -> all.plus(more.correct(), more.predicted(), more.known()));
    }

    /// Strict: document, borders and type. Where a document is listed twice, each counts.
    private static Comparison mentions(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        boolean typed = isTyped(head, examples);
        var known = new ArrayList<NerScores.Scored>();
        var predicted = new ArrayList<NerScores.Scored>();
        for (int i = 0; i < examples.size(); i++) {
            var place = String.valueOf(i); // ids need not be unique
            for (var mention : ((NerExample) examples.get(i)).mentions()) {
                known.add(NerScores.Scored.of(place, mention.span(), typed ? mention.type() : Tag.UNNAMED));
            }
            for (var mention : ((Answer.Mentions) answers.get(i)).found()) {
                predicted.add(NerScores.Scored.of(place, mention.span(), typed ? mention.type() : Tag.UNNAMED));
            }
        }
        var scores = NerScores.of(known, predicted);
        boolean silent = typed || head.types().equals(List.of(Tag.UNNAMED));
        var remarks = silent
                ? List.<String>of()
                : List.of("Types are not compared, borders alone: the data name none of "
                        + String.join(", ", head.types()) + ".");
        return new Comparison(scores.scores().remarking(remarks), scores.perType());
    }

    /// Whether types can be compared: not where the data know none of the head's, as corpora that call the same things
    /// otherwise or merge all types, as BLURB's JNLPBA does, nor where the head's labels say none.
    static boolean isTyped(TaskHead head, List<? extends Example> examples) {
        if (head.kind() != TaskKind.NER) return true;
        var learnt = head.types();
        var known = examples.stream()
                .flatMap(example -> ((NerExample) example).mentions().stream())
                .map(TypedSpan::type)
                .distinct()
                .toList();
        return known.isEmpty() || known.stream().anyMatch(learnt::contains);
    }

    private static Comparison words(List<? extends Example> examples, List<Answer> answers) {
        var predicted = new ArrayList<List<TypedSpan>>();
        for (var answer : answers) {
            predicted.add(((Answer.Mentions) answer)
                    .found().stream()
                            .map(found -> new TypedSpan(found.span(), found.type()))
                            .toList());
        }
        var scores = WordScores.of(examples.stream().map(NerExample.class::cast).toList(), predicted);
        return new Comparison(scores.scores(), scores.perType());
    }

    private static ClassScores choices(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        return ClassScores.of(known(examples), predicted(answers), head.form().negative());
    }

    private static List<String> known(List<? extends Example> examples) {
        var known = new ArrayList<String>();
        for (var example : examples) {
            known.add(
                    switch (example) {
                        case RelationExample relation -> relation.label();
                        case QuestionExample question -> question.label();
                        case NerExample _, LabelledText _, ScoredPair _ ->
                            throw new IllegalArgumentException(
                                    "The example " + example.id() + " is none that has one label");
                    });
        }
        return known;
    }

    private static List<String> predicted(List<Answer> answers) {
        return answers.stream().map(answer -> ((Answer.Choice) answer).label()).toList();
    }

    private static Comparison labels(List<? extends Example> examples, List<Answer> answers) {
        var scores = ClassScores.ofSets(
                examples.stream()
                        .map(example -> ((LabelledText) example).labels())
                        .toList(),
                answers.stream()
                        .map(answer -> ((Answer.Labels) answer).labels())
                        .toList());
        return new Comparison(scores.byF1(), scores.perClass());
    }

    private static Comparison similarities(List<? extends Example> examples, List<Answer> answers) {
        var known = examples.stream()
                .mapToDouble(example -> ((ScoredPair) example).score())
                .toArray();
        var predicted = answers.stream()
                .mapToDouble(answer -> ((Answer.Value) answer).value())
                .toArray();
        return new Comparison(Correlation.of(known, predicted).scores(), Map.of());
    }
}
