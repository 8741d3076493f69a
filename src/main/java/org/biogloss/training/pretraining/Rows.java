package org.biogloss.training.pretraining;

import java.util.Random;

/// A [PieceFile] cut into rows of one length, with no copy made of it.
sealed interface Rows permits Rows.Packed, Pairs {

    int count();

    /// Of a row on average, with the pieces that frame it.
    double meanLength();

    /// @param chance decides what a row that is put together anew each time becomes
    Row row(int number, Random chance);

    /// What a network is shown of the corpus at once, before anything is hidden.
    ///
    /// @param pieces with their flags, frame included
    /// @param second where the second text begins; as long as the row where there is none
    /// @param next   0 where the second text followed the first, 1 where it is another
    @SuppressWarnings("ArrayRecordComponent") // on its way into a tensor
    record Row(int[] pieces, int second, int next) {}

    /// Rows as full as can be: texts follow each other, a separator between them.
    record Packed(PieceFile file, int length, int cls, int sep) implements Rows {

        private static final int FRAME = 2;

        @Override
        public int count() {
            return Math.toIntExact((file.size() + room() - 1) / room());
        }

        private int room() {
            return length - FRAME;
        }

        @Override
        public double meanLength() {
            return count() == 0 ? 0 : (double) file.size() / count() + FRAME;
        }

        @Override
        public Row row(int number, Random chance) {
            long from = (long) number * room();
            int size = (int) Math.min(room(), file.size() - from);
            var inside = file.stretch(from, size);
            var pieces = new int[size + FRAME];
            pieces[0] = cls | PieceFile.SEPARATOR;
            System.arraycopy(inside, 0, pieces, 1, size);
            pieces[size + 1] = sep | PieceFile.SEPARATOR;
            return new Row(pieces, pieces.length, 0);
        }
    }
}
