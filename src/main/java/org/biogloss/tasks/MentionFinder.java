package org.biogloss.tasks;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.tokens.Encoding;

/// Reads texts with one or several heads that label words, all from one encoding, and tells which mentions they see.
record MentionFinder(PieceReader reader, Network network, List<Part> parts, int budget) {

    /// A head, and what its labels mean.
    record Part(TaskHead head, TagCodec codec) {

        Part(TaskHead head) {
            this(head, head.codec());
        }

        int labels() {
            return codec.labels().size();
        }
    }

    /// What was decided of each piece of a text by one head.
    @SuppressWarnings("ArrayRecordComponent") // one for each text, filled piece by piece
    private record Decided(int[] labels, float[] probabilities) {}

    /// Pieces a batch: a quarter of a million activations a layer for MiniLM, and no faster beyond.
    static final int USUAL_BUDGET = 4096;

    /// So many texts are encoded at a time, which bounds memory whatever the number of texts.
    private static final int TEXTS_TOGETHER = 256;

    /// A window of one of the texts, as a row.
    private record Row(int text, PieceWindow window, int[] ids) {}

    MentionFinder {
        parts = List.copyOf(parts);
    }

    static MentionFinder of(PieceReader reader, Network network, List<TaskHead> heads, int budget) {
        return new MentionFinder(reader, network, heads.stream().map(Part::new).toList(), budget);
    }

    /// Told of the first head's scores of each piece, from the window that decides it.
    @FunctionalInterface
    interface ScoreListener {

        /// @param at where the piece's scores start among the logits
        void scored(int text, Encoding encoding, int piece, float[] logits, int at);
    }

    /// For each text, and in it for each head, what it found, in text order.
    List<List<List<TagCodec.Found>>> find(List<String> texts, JobContext context) {
        return find(texts, (_, _, _, _, _) -> {}, context);
    }

    List<List<List<TagCodec.Found>>> find(List<String> texts, ScoreListener listener, JobContext context) {
        var found = new ArrayList<List<List<TagCodec.Found>>>(texts.size());
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

    private List<List<List<TagCodec.Found>>> findTogether(
            List<String> texts, ScoreListener listener, JobContext context) {
        var encodings = reader.tokenizer().encodeAll(texts);
        var rows = rows(encodings);
        var decided = new ArrayList<List<Decided>>();
        for (var encoding : encodings) {
            decided.add(parts.stream()
                    .map(part -> new Decided(part.codec().undecided(encoding.size()), new float[encoding.size()]))
                    .toList());
        }
        var lengths = rows.stream().map(row -> row.ids().length).toList();
        for (var numbers : Batches.byBudget(lengths, budget)) {
            context.checkCancelled();
            var batch = numbers.stream().map(rows::get).toList();
            decide(batch, encodings, decided, listener);
        }
        var found = new ArrayList<List<List<TagCodec.Found>>>();
        for (int text = 0; text < texts.size(); text++) {
            var byHead = new ArrayList<List<TagCodec.Found>>();
            for (int i = 0; i < parts.size(); i++) {
                var of = decided.get(text).get(i);
                byHead.add(parts.get(i).codec().decode(encodings.get(text), of.labels(), of.probabilities()));
            }
            found.add(byHead);
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

    private void decide(List<Row> rows, List<Encoding> encodings, List<List<Decided>> decided, ScoreListener listener) {
        var pad = reader.tokenizer().pad();
        var batch = PieceBatch.of(rows.stream().map(Row::ids).toList(), pad);
        var logits =
                network.scores(parts.stream().map(part -> part.head().head()).toList(), batch);
        int outputs = parts.stream().mapToInt(Part::labels).sum();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var window = row.window();
            for (int piece = window.ownFrom(); piece < window.ownTo(); piece++) {
                int at = (i * batch.length() + PieceReader.place(window, piece)) * outputs;
                listener.scored(row.text(), encodings.get(row.text()), piece, logits, at);
                decide(decided.get(row.text()), piece, logits, at);
            }
        }
    }

    private void decide(List<Decided> byHead, int piece, float[] logits, int from) {
        int at = from;
        for (int i = 0; i < parts.size(); i++) {
            int labels = parts.get(i).labels();
            int best = Surprise.best(logits, at, labels);
            byHead.get(i).labels()[piece] = best;
            byHead.get(i).probabilities()[piece] = Surprise.probability(logits, at, labels, best);
            at += labels;
        }
    }
}
