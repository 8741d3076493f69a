package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.biogloss.bert.Network;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.Encoding;

/// Reads examples with one head of a network and tells what it says of each.
///
/// @param budget pieces that go through the network at once
record HeadReader(TaskHead head, PieceReader reader, Network network, int budget) {

    /// So many examples are encoded at a time, which bounds memory whatever their number.
    private static final int TOGETHER = 1024;

    /// One answer for each example.
    ///
    /// @param surprise gathers the loss on the way
    List<Answer> read(List<? extends Example> examples, Surprise surprise, JobContext context) {
        if (head.kind().labelsWords()) return mentions(examples, surprise, context);
        var answers = new ArrayList<Answer>(examples.size());
        for (int from = 0; from < examples.size(); from += TOGETHER) {
            context.report(new Progress(from, examples.size(), "reading"));
            var together = examples.subList(from, Math.min(examples.size(), from + TOGETHER));
            answers.addAll(together(new RowMaker(head, reader).rows(together), surprise, context));
        }
        context.report(new Progress(examples.size(), examples.size(), "reading"));
        return answers;
    }

    private List<Answer> mentions(List<? extends Example> examples, Surprise surprise, JobContext context) {
        var codec = head.codec();
        var known = examples.stream().map(NerExample.class::cast).toList();
        var finder = MentionFinder.of(reader, network, List.of(head), budget);
        var labels = new KnownLabels(codec, known, surprise);
        return finder.find(known.stream().map(NerExample::text).toList(), labels, context).stream()
                .map(byHead -> (Answer) new Answer.Mentions(byHead.getFirst()))
                .toList();
    }

    private List<Answer> together(List<Row> rows, Surprise surprise, JobContext context) {
        var answers = new Answer[rows.size()];
        int outputs = head.labels().size();
        for (var numbers : Batches.byBudget(rows.stream().map(Row::length).toList(), budget)) {
            context.checkCancelled();
            var batch = numbers.stream().map(rows::get).toList();
            var scores = network.scores(
                    head.head(), RowBatch.of(batch, reader.tokenizer().pad()).pieces());
            for (int i = 0; i < batch.size(); i++) {
                surprise.add(batch.get(i).targets(), scores, i * outputs, outputs);
                answers[numbers.get(i)] = answer(scores, i * outputs);
            }
        }
        return List.of(answers);
    }

    private Answer answer(float[] scores, int at) {
        int outputs = head.labels().size();
        return switch (head.kind()) {
            case NER, PICO -> throw new IllegalStateException("Mentions are not told from whole rows");
            case RELATION, QUESTION -> {
                var probabilities = IntStream.range(0, outputs)
                        .mapToObj(output -> (double) Surprise.probability(scores, at, outputs, output))
                        .toList();
                int best = Surprise.best(scores, at, outputs);
                yield new Answer.Choice(head.labels().get(best), probabilities.get(best), probabilities);
            }
            case CLASSIFICATION -> {
                var labels = IntStream.range(0, outputs)
                        .filter(output -> scores[at + output] > 0)
                        .mapToObj(head.labels()::get)
                        .toList();
                var probabilities = IntStream.range(0, outputs)
                        .mapToObj(output -> Surprise.probability(scores[at + output]))
                        .toList();
                yield new Answer.Labels(labels, probabilities);
            }
            case SIMILARITY -> new Answer.Value(head.range().orElseThrow().fromUnit(scores[at]));
        };
    }

    /// Looks up what each piece should have been, text by text.
    private static final class KnownLabels implements MentionFinder.ScoreListener {

        private final TagCodec codec;
        private final List<NerExample> examples;
        private final Surprise surprise;
        private final Map<Integer, long[]> labels = new HashMap<>();

        KnownLabels(TagCodec codec, List<NerExample> examples, Surprise surprise) {
            this.codec = codec;
            this.examples = examples;
            this.surprise = surprise;
        }

        @Override
        public void scored(int text, Encoding encoding, int piece, float[] scores, int at) {
            var known = labels.computeIfAbsent(
                    text, _ -> codec.encode(encoding, examples.get(text).mentions()));
            surprise.addChoice(scores, at, codec.labels().size(), known[piece]);
        }
    }
}
