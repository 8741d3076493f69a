package org.biogloss.training.pretraining;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The word pieces of many texts, one after the other, on disk and mapped into memory: four bytes a piece,
/// the id in the lower ones and what begins with it in the upper ones. After each text stands a separator.
final class PieceFile implements AutoCloseable {

    /// The piece is the first of its word.
    static final int WORD = 1 << 31;

    /// The piece is the first of its sentence.
    static final int SENTENCE = 1 << 30;

    /// The piece is the first of its text.
    static final int TEXT = 1 << 29;

    /// Not a piece of the text, but what stands behind it.
    static final int SEPARATOR = 1 << 28;

    private static final int ID = SEPARATOR - 1;

    private static final ValueLayout.OfInt PIECE = ValueLayout.JAVA_INT.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena;
    private final MemorySegment pieces;

    private PieceFile(Arena arena, MemorySegment pieces) {
        this.arena = arena;
        this.pieces = pieces;
    }

    @SuppressWarnings("MustBeClosedChecker") // closed with the file
    static PieceFile open(Path file) throws IOException {
        var arena = Arena.ofShared();
        try (var channel = FileChannel.open(file)) {
            return new PieceFile(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    static int id(int piece) {
        return piece & ID;
    }

    static boolean is(int piece, int flag) {
        return (piece & flag) != 0;
    }

    /// How many pieces there are, separators included.
    long size() {
        return pieces.byteSize() / Integer.BYTES;
    }

    int at(long index) {
        return pieces.getAtIndex(PIECE, index);
    }

    int[] stretch(long from, int count) {
        var copy = new int[count];
        MemorySegment.copy(pieces, PIECE, from * Integer.BYTES, copy, 0, count);
        return copy;
    }

    @Override
    public void close() {
        arena.close();
    }

    /// Writes such a file from its beginning.
    static final class Writer implements AutoCloseable {

        private final DataOutputStream out;
        private long written;

        Writer(Path file) throws IOException {
            OutputStream raw = Files.newOutputStream(file);
            out = new DataOutputStream(new BufferedOutputStream(raw, 1 << 20));
        }

        void add(int piece) throws IOException {
            out.writeInt(piece);
            written++;
        }

        long written() {
            return written;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
