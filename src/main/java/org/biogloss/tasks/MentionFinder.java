package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.Encoding;

/// Reads texts with a head that labels words and tells which mentions it sees in them.
record MentionFinder(PieceReader reader, Network network, TaskHead head, TagCodec codec, int budget) {

    /// Pieces a batch: a quarter of a million activations a layer for MiniLM, and no faster beyond.
    static final int USUAL_BUDGET = 4096;

    /// So many texts are encoded at a time, which bounds memory whatever the number of texts.
    private static final int TEXTS_TOGETHER = 256;

    /// A window of one of the texts, as a row.
    private record Row(int text, PieceWindow window, int[] ids) {}

    /// Told of the scores of each piece, from the window that decides it.
    @FunctionalInterface
    interface ScoreListener {

        /// @param at where the piece's scores start among the logits
        void scored(int text, Encoding encoding, int piece, float[] logits, int at);
    }

    /// One list for each text, in text order.
    List<List<TagCodec.Found>> find(List<String> texts, JobContext context) {
        return find(texts, (_, _, _, _, _) -> {}, context);
    }

    List<List<TagCodec.Found>> find(List<String> texts, ScoreListener listener, JobContext context) {
        var found = new ArrayList<List<TagCodec.Found>>(texts.size());
        for (int from = 0; from < texts.size(); from += TEXTS_TOGETHER) {
            context.report(new Progress(from, texts.size(), "reading"));
            int first = from;
            var together = texts.subList(from, Math.min(texts.size(), from + TEXTS_TOGETHER));
            ScoreListener shifted =
                    (text, encoding, piece, logits, at) -> listener.scored(first + text, encoding, piece, logits, at);
            found.addAll(findTogether(together, shifted, context));
        }
        context.report(new Progress(texts.size(), texts.size(), "reading"));
        return found;
    }

    private List<List<TagCodec.Found>> findTogether(List<String> texts, ScoreListener listener, JobContext context) {
        var encodings = reader.tokenizer().encodeAll(texts);
        var rows = rows(encodings);
        var decided = new ArrayList<int[]>();
        var probabilities = new ArrayList<float[]>();
        for (var encoding : encodings) {
            decided.add(codec.undecided(encoding.size()));
            probabilities.add(new float[encoding.size()]);
        }
        var lengths = rows.stream().map(row -> row.ids().length).toList();
        for (var numbers : Batches.byBudget(lengths, budget)) {
            context.checkCancelled();
            var batch = numbers.stream().map(rows::get).toList();
            decide(batch, encodings, decided, probabilities, listener);
        }
        var found = new ArrayList<List<TagCodec.Found>>();
        for (int i = 0; i < texts.size(); i++) {
            found.add(codec.decode(encodings.get(i), decided.get(i), probabilities.get(i)));
        }
        return found;
    }

    private List<Row> rows(List<Encoding> encodings) {
        var rows = new ArrayList<Row>();
        for (int text = 0; text < encodings.size(); text++) {
            for (var window : reader.windows(encodings.get(text))) {
                var frame = reader.single(window.of(encodings.get(text)));
                rows.add(new Row(text, window, frame.ids()));
            }
        }
        return rows;
    }

    private void decide(
            List<Row> rows,
            List<Encoding> encodings,
            List<int[]> decided,
            List<float[]> probabilities,
            ScoreListener listener) {
        var pad = reader.tokenizer().pad();
        var batch = PieceBatch.of(rows.stream().map(Row::ids).toList(), pad);
        var logits = network.scores(head.head(), batch);
        int labels = codec.labels().size();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var window = row.window();
            for (int piece = window.ownFrom(); piece < window.ownTo(); piece++) {
                int at = (i * batch.length() + PieceReader.place(window, piece)) * labels;
                int best = Surprise.best(logits, at, labels);
                decided.get(row.text())[piece] = best;
                probabilities.get(row.text())[piece] = Surprise.probability(logits, at, labels, best);
                listener.scored(row.text(), encodings.get(row.text()), piece, logits, at);
            }
        }
    }
}
