package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.biogloss.bert.Targets;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;

/// Examples as rows of a head, in the encodings of the paper.
///
/// | task | row |
/// |---|---|
/// | mentions | `[CLS]` text `[SEP]`; a long text in windows that overlap, each piece labelled in one of them |
/// | relation | `[CLS]` sentence `[SEP]`; of one that is too long, the surroundings of its two entities |
/// | similarity | `[CLS]` text `[SEP]` text `[SEP]`; the longer one is cut at its end |
/// | classification | `[CLS]` text `[SEP]`; what is too long is cut at its end |
/// | question | `[CLS]` question `[SEP]` contexts `[SEP]`; the contexts are cut at their end |
///
/// A label that the head does not know becomes [Targets.UNLABELLED].
record RowMaker(TaskHead head, PieceReader reader) {

    private static final float[][] NOWHERE = {};

    List<Row> rows(List<? extends Example> examples) {
        return switch (head.kind()) {
            case NER, PICO -> mentions(all(examples, NerExample.class));
            case RELATION -> relations(all(examples, RelationExample.class));
            case SIMILARITY -> similarities(all(examples, ScoredPair.class));
            case CLASSIFICATION -> texts(all(examples, LabelledText.class));
            case QUESTION -> questions(all(examples, QuestionExample.class));
        };
    }

    private List<Row> mentions(List<NerExample> examples) {
        var codec = head.codec();
        var encodings = encoded(examples, NerExample::text);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            var encoding = encodings.get(i);
            var encoded = codec.encode(encoding, examples.get(i).mentions());
            for (var window : reader.windows(encoding)) {
                var labels = new long[window.size() + 2];
                Arrays.fill(labels, Targets.UNLABELLED);
                for (int piece = window.ownFrom(); piece < window.ownTo(); piece++) {
                    labels[PieceReader.place(window, piece)] = encoded[piece];
                }
                var frame = reader.single(window.of(encoding));
                rows.add(row(examples.get(i).id(), frame, NOWHERE, new Targets.Labels(labels)));
            }
        }
        return rows;
    }

    private List<Row> relations(List<RelationExample> examples) {
        var texts = examples.stream()
                .map(example -> RelationText.of(example, head.form(), head.dummies()))
                .toList();
        var encodings = encoded(texts, RelationText::text);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            var encoding = encodings.get(i);
            var places = texts.get(i).places().stream()
                    .map(place -> encoding.piecesOf(place))
                    .toList();
            var kept = Excerpt.around(encoding.size(), places, reader.room());
            var pieces = IntStream.of(kept).map(piece -> encoding.ids()[piece]).toArray();
            var frame = reader.single(pieces);
            var example = examples.get(i);
            rows.add(row(example.id(), frame, weights(example, places, kept, frame.length()), one(example.label())));
        }
        return rows;
    }

    /// All weight on an entity's first piece, or as much on each of its pieces.
    private float[][] weights(RelationExample example, List<Span> places, int[] kept, int length) {
        if (head.form().reading() == EntityReading.CLS) return NOWHERE;
        if (places.isEmpty()) {
            throw new IllegalArgumentException("The pair " + example.id() + " does not say where its two entities "
                    + "stand, so nothing can be read off there. Read it at cls, or give the entities.");
        }
        var weights = new float[2][length];
        for (int entity = 0; entity < 2; entity++) {
            var place = places.get(entity);
            var inside = IntStream.range(0, kept.length)
                    .filter(at -> kept[at] >= place.start() && kept[at] < place.end())
                    .limit(head.form().reading() == EntityReading.STARTS ? 1 : kept.length)
                    .toArray();
            if (inside.length == 0) inside = new int[] {-1}; // an entity of no pieces is read off at [CLS]
            for (int at : inside) weights[entity][at + 1] = 1f / inside.length;
        }
        return weights;
    }

    private List<Row> similarities(List<ScoredPair> examples) {
        var range = head.range().orElseThrow();
        var first = encoded(examples, ScoredPair::text);
        var second = encoded(examples, ScoredPair::text2);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            var frame = reader.pair(first.get(i).ids(), second.get(i).ids(), PieceReader.Cut.LONGER);
            var target = new Targets.Numbers(new float[] {range.toUnit(example.score())});
            rows.add(row(example.id(), frame, NOWHERE, target));
        }
        return rows;
    }

    private List<Row> texts(List<LabelledText> examples) {
        var encodings = encoded(examples, LabelledText::text);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            var pieces = Arrays.copyOf(
                    encodings.get(i).ids(), Math.min(encodings.get(i).size(), reader.room()));
            var marks = new float[head.labels().size()];
            for (var label : examples.get(i).labels()) {
                int at = head.labels().indexOf(label);
                if (at >= 0) marks[at] = 1;
            }
            rows.add(row(examples.get(i).id(), reader.single(pieces), NOWHERE, new Targets.Marks(marks)));
        }
        return rows;
    }

    private List<Row> questions(List<QuestionExample> examples) {
        var questions = encoded(examples, QuestionExample::question);
        var contexts = encoded(examples, QuestionExample::context);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < examples.size(); i++) {
            var frame = reader.pair(questions.get(i).ids(), contexts.get(i).ids(), PieceReader.Cut.SECOND);
            var example = examples.get(i);
            rows.add(row(example.id(), frame, NOWHERE, one(example.label())));
        }
        return rows;
    }

    private Targets one(String label) {
        int at = head.labels().indexOf(label);
        return new Targets.Classes(new long[] {at < 0 ? Targets.UNLABELLED : at});
    }

    private Row row(String id, PieceReader.Frame frame, float[][] places, Targets targets) {
        return new Row(id, head, frame.ids(), frame.types(), places, targets);
    }

    private <T> List<Encoding> encoded(List<T> examples, Function<T, String> text) {
        return reader.tokenizer().encodeAll(examples.stream().map(text).toList());
    }

    private <E extends Example> List<E> all(List<? extends Example> examples, Class<E> kind) {
        for (var example : examples) {
            if (!kind.isInstance(example)) {
                throw new IllegalArgumentException("The example " + example.id() + " is not one of the task "
                        + head.kind().id());
            }
        }
        return examples.stream().map(kind::cast).toList();
    }
}
