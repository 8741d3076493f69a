package org.biogloss.training.pretraining;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.biogloss.bert.PieceBatch;
import org.biogloss.bert.Targets;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.training.PretrainingRecipe.Masking;
import org.biogloss.training.PretrainingRecipe.Unit;

/// Hides pieces of rows: which ones is drawn by words or by pieces, what stands in their place for each
/// piece.
public final class MaskedRows {

    /// A row as the network sees it, and what it is to guess.
    ///
    /// @param types  the segment of each piece
    /// @param places of the pieces to guess, rising
    /// @param pieces that stood there
    /// @param next   0 where the second text followed the first, 1 where it is another
    @SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
    public record MaskedRow(int[] ids, int[] types, int[] places, int[] pieces, int next) {

        public int length() {
            return ids.length;
        }
    }

    /// Rows side by side.
    public record MaskedBatch(PieceBatch pieces, Targets.Masked targets) {}

    private final Masking masking;
    private final int mask;
    private final int pad;
    private final int vocabulary;
    private final HashSet<Integer> special;

    public MaskedRows(Masking masking, Tokenizer tokenizer) {
        this.masking = masking;
        mask = tokenizer.mask();
        pad = tokenizer.pad();
        vocabulary = tokenizer.vocabularySize();
        special = new HashSet<>(List.of(tokenizer.cls(), tokenizer.sep(), pad, tokenizer.unk(), mask));
    }

    /// @param chance the same hides the same
    MaskedRow hide(Rows.Row row, Random chance) {
        var pieces = row.pieces();
        var hidden = chosen(pieces, chance);
        var ids = new int[pieces.length];
        var types = new int[pieces.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = PieceFile.id(pieces[i]);
            types[i] = i < row.second() ? 0 : 1;
        }
        var were = new int[hidden.length];
        for (int i = 0; i < hidden.length; i++) {
            were[i] = ids[hidden[i]];
            ids[hidden[i]] = instead(were[i], chance);
        }
        return new MaskedRow(ids, types, hidden, were, row.next());
    }

    /// Places to hide, rising: whole words in random order, each taken if it does not go beyond the share to
    /// hide.
    private int[] chosen(int[] pieces, Random chance) {
        var starts = new int[pieces.length];
        int units = 0;
        int size = 0;
        for (int i = 0; i < pieces.length; i++) {
            if (PieceFile.is(pieces[i], PieceFile.SEPARATOR)) continue;
            size++;
            if (begins(pieces, i)) starts[units++] = i;
        }
        int wanted = Math.max(1, (int) Math.round(masking.rate() * size));
        Chance.shuffle(starts, units, chance);
        var chosen = new int[Math.min(wanted, size)];
        int count = 0;
        for (int unit = 0; unit < units && count < wanted; unit++) {
            int end = end(pieces, starts[unit]);
            if (end - starts[unit] > wanted - count) continue;
            for (int i = starts[unit]; i < end; i++) chosen[count++] = i;
        }
        if (count == 0 && units > 0) { // a single long word
            for (int i = starts[0]; count < chosen.length; i++) chosen[count++] = i;
        }
        var rising = Arrays.copyOf(chosen, count);
        Arrays.sort(rising);
        return rising;
    }

    /// A word that a row begins in the middle of counts as one.
    private boolean begins(int[] pieces, int at) {
        return masking.unit() == Unit.PIECES
                || PieceFile.is(pieces[at], PieceFile.WORD)
                || PieceFile.is(pieces[at - 1], PieceFile.SEPARATOR);
    }

    private int end(int[] pieces, int start) {
        int end = start + 1;
        while (!PieceFile.is(pieces[end], PieceFile.SEPARATOR) && !begins(pieces, end)) end++;
        return end;
    }

    private int instead(int piece, Random chance) {
        double drawn = chance.nextDouble();
        if (drawn < masking.masked()) return mask;
        if (drawn >= masking.masked() + masking.random()) return piece;
        if (vocabulary <= special.size()) return piece;
        int other = chance.nextInt(vocabulary);
        while (special.contains(other)) other = chance.nextInt(vocabulary);
        return other;
    }

    /// Fills rows up to one length.
    public MaskedBatch batch(List<MaskedRow> rows) {
        var pieces = PieceBatch.of(
                rows.stream().map(MaskedRow::ids).toList(),
                rows.stream().map(MaskedRow::types).toList(),
                pad);
        int hidden = rows.stream().mapToInt(row -> row.places().length).sum();
        var places = new int[hidden];
        var were = new long[hidden];
        int at = 0;
        for (int row = 0; row < rows.size(); row++) {
            var masked = rows.get(row);
            for (int i = 0; i < masked.places().length; i++, at++) {
                places[at] = row * pieces.length() + masked.places()[i];
                were[at] = masked.pieces()[i];
            }
        }
        Optional<long[]> next = masking.nextSentence()
                ? Optional.of(rows.stream().mapToLong(MaskedRow::next).toArray())
                : Optional.empty();
        return new MaskedBatch(pieces, new Targets.Masked(places, were, next));
    }
}
