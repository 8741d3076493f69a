package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;

/// How good a head's answers are, each task in its own measure.
final class Comparison {

    private Comparison() {}

    static Scores of(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        return switch (head.kind()) {
            case NER -> mentions(examples, answers);
            case PICO -> words(examples, answers);
            case RELATION ->
                ClassScores.of(known(examples), predicted(answers), head.form().negative())
                        .byF1();
            case QUESTION ->
                ClassScores.of(known(examples), predicted(answers), head.form().negative())
                        .byAccuracy();
            case CLASSIFICATION -> labels(examples, answers);
            case SIMILARITY -> similarities(examples, answers);
        };
    }

    /// Strict: document, borders and type. Where a document is listed twice, each counts.
    private static Scores mentions(List<? extends Example> examples, List<Answer> answers) {
        var known = new ArrayList<NerScores.Scored>();
        var predicted = new ArrayList<NerScores.Scored>();
        for (int i = 0; i < examples.size(); i++) {
            var place = String.valueOf(i); // ids need not be unique
            for (var mention : ((NerExample) examples.get(i)).mentions()) {
                known.add(NerScores.Scored.of(place, mention.span(), mention.type()));
            }
            for (var mention : ((Answer.Mentions) answers.get(i)).found()) {
                predicted.add(NerScores.Scored.of(place, mention.span(), mention.type()));
            }
        }
        return NerScores.of(known, predicted).scores();
    }

    private static Scores words(List<? extends Example> examples, List<Answer> answers) {
        var predicted = new ArrayList<List<TypedSpan>>();
        for (var answer : answers) {
            predicted.add(((Answer.Mentions) answer)
                    .found().stream()
                            .map(found -> new TypedSpan(found.span(), found.type()))
                            .toList());
        }
        return WordScores.of(examples.stream().map(NerExample.class::cast).toList(), predicted)
                .scores();
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

    private static Scores labels(List<? extends Example> examples, List<Answer> answers) {
        return ClassScores.ofSets(
                        examples.stream()
                                .map(example -> ((LabelledText) example).labels())
                                .toList(),
                        answers.stream()
                                .map(answer -> ((Answer.Labels) answer).labels())
                                .toList())
                .byF1();
    }

    private static Scores similarities(List<? extends Example> examples, List<Answer> answers) {
        var known = examples.stream()
                .mapToDouble(example -> ((ScoredPair) example).score())
                .toArray();
        var predicted = answers.stream()
                .mapToDouble(answer -> ((Answer.Value) answer).value())
                .toArray();
        return Correlation.of(known, predicted).scores();
    }
}
