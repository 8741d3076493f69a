package org.biogloss.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.Head;
import org.biogloss.bert.Network;
import org.biogloss.bert.PieceBatch;

/// What a model computes of a text, number for number: to compare with other programs.
///
/// @param pieces          with the special ones
/// @param lastHiddenState pieces × width
/// @param logits          pieces × labels, or one row for a classifier of whole texts; empty without such
///     a head
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ModelCheck(
        String architecture,
        long parameters,
        List<String> pieces,
        List<Integer> ids,
        List<float[]> lastHiddenState,
        List<float[]> logits) {

    /// Computes exactly, not fast. A text longer than the network's window is cut off.
    public static ModelCheck of(ModelCard card, String text) throws IOException {
        try (var checkpoint = card.isEmbedded() ? Checkpoint.embedded(card.id()) : Checkpoint.open(card.folder())) {
            var tokenizer = checkpoint.tokenizer();
            var encoding = tokenizer.encode(text);
            int fits = Math.min(encoding.size(), checkpoint.config().longest() - 2);
            var ids = IntStream.concat(
                            IntStream.concat(
                                    IntStream.of(tokenizer.cls()),
                                    IntStream.of(encoding.ids()).limit(fits)),
                            IntStream.of(tokenizer.sep()))
                    .toArray();
            var family = checkpoint.config().family();
            var heads = checkpoint.heads();
            try (var network = Network.open(checkpoint.config(), heads, checkpoint.weights(), Compute.exact())) {
                var batch = PieceBatch.of(List.of(ids), tokenizer.pad());
                var vocabulary = tokenizer.vocabulary();
                return new ModelCheck(
                        heads.isEmpty()
                                ? family.architecture()
                                : family.architecture(heads.getFirst().form()),
                        card.parameters(),
                        IntStream.of(ids).mapToObj(vocabulary::get).toList(),
                        IntStream.of(ids).boxed().toList(),
                        rows(network.hidden(batch), ids.length),
                        heads.isEmpty() ? List.of() : logits(network, batch));
            }
        }
    }

    private static List<float[]> logits(Network network, PieceBatch batch) {
        var head = network.heads().getFirst();
        return rows(network.scores(head, batch), head.form() == Head.Form.EACH_PIECE ? batch.length() : 1);
    }

    private static List<float[]> rows(float[] values, int count) {
        int width = values.length / count;
        var rows = new ArrayList<float[]>(count);
        for (int row = 0; row < count; row++) {
            rows.add(java.util.Arrays.copyOfRange(values, row * width, (row + 1) * width));
        }
        return rows;
    }
}
