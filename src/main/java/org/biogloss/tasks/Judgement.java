package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.biogloss.document.Span;
import org.biogloss.tasks.Calibration.Judged;

/// Which of a head's answers were right, one by one, for [Calibration]: only of what a person would be shown, so not of
/// the class that means none.
public final class Judgement {

    private static final Pattern WORD = Pattern.compile("\\S+");

    private Judgement() {}

    /// @param answers one for each example, in their order; of a similarity nothing can be judged
    public static List<Judged> of(TaskHead head, List<? extends Example> examples, List<Answer> answers) {
        var judged = new ArrayList<Judged>();
        boolean typed = Comparison.isTyped(head, examples);
        for (int i = 0; i < answers.size(); i++) {
            var example = examples.get(i);
            switch (answers.get(i)) {
                case Answer.Mentions(var found) -> {
                    if (head.kind() == TaskKind.PICO) words((NerExample) example, found, judged);
                    else mentions((NerExample) example, found, typed, judged);
                }
                case Answer.Choice choice -> choice(head, example, choice, judged);
                case Answer.Labels labels -> labels(head, (LabelledText) example, labels, judged);
                case Answer.Value _ -> {} // a number is near or far, not right or wrong
            }
        }
        return judged;
    }

    /// Borders and type alike.
    private static void mentions(NerExample example, List<TagCodec.Found> found, boolean typed, List<Judged> judged) {
        var known = new HashSet<TypedSpan>();
        for (var mention : example.mentions()) {
            known.add(typed ? mention : new TypedSpan(mention.span(), Tag.UNNAMED));
        }
        for (var one : found) {
            var type = typed ? one.type() : Tag.UNNAMED;
            judged.add(new Judged(one.confidence(), known.contains(new TypedSpan(one.span(), type))));
        }
    }

    /// Word by word, as PICO is measured.
    private static void words(NerExample example, List<TagCodec.Found> found, List<Judged> judged) {
        for (var one : found) {
            var words = WORD.matcher(one.span().in(example.text()));
            while (words.find()) {
                int start = one.span().start() + words.start();
                judged.add(new Judged(
                        one.confidence(),
                        isKnown(example, new Span(start, start + words.end() - words.start()), one.type())));
            }
        }
    }

    private static boolean isKnown(NerExample example, Span word, String type) {
        return example.mentions().stream()
                .anyMatch(mention -> mention.type().equals(type)
                        && mention.span().start() < word.end()
                        && word.start() < mention.span().end());
    }

    private static void choice(TaskHead head, Example example, Answer.Choice choice, List<Judged> judged) {
        var known = switch (example) {
            case RelationExample relation -> relation.label();
            case QuestionExample question -> question.label();
            case NerExample _, LabelledText _, ScoredPair _ ->
                throw new IllegalArgumentException("The example " + example.id() + " is none that has one label");
        };
        boolean none = head.form().negative().filter(choice.label()::equals).isPresent();
        if (!none) judged.add(new Judged(choice.confidence(), choice.label().equals(known)));
    }

    private static void labels(TaskHead head, LabelledText text, Answer.Labels labels, List<Judged> judged) {
        IntStream.range(0, head.labels().size())
                .filter(i -> labels.labels().contains(head.labels().get(i)))
                .mapToObj(i -> new Judged(
                        labels.probabilities().get(i),
                        text.labels().contains(head.labels().get(i))))
                .forEach(judged::add);
    }
}
