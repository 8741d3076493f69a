package org.biogloss.tokens.compare;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a piece of a vocabulary spells, whichever way the vocabulary writes its pieces.
///
/// @param spelt the letters; of a piece that is part of a character only, the piece as it is
/// @param continues whether it goes on with a word rather than beginning one; unknown for bytes, where a word's
///     beginning is marked instead
public record PieceText(String spelt, boolean continues, boolean afterSpace) {

    private static final String CONTINUES = "##";
    private static final char SENTENCE_PIECE_SPACE = '▁';

    /// @param bytes whether the vocabulary writes bytes as letters, as GPT-2's does
    public static PieceText of(String piece, boolean bytes) {
        if (bytes) {
            var text = fromBytes(piece).orElse(piece);
            return text.length() > 1 && text.charAt(0) == ' '
                    ? new PieceText(text.substring(1), false, true)
                    : new PieceText(text, false, false);
        }
        if (piece.length() > 2 && piece.startsWith(CONTINUES)) return new PieceText(piece.substring(2), true, false);
        if (piece.length() > 1 && piece.charAt(0) == SENTENCE_PIECE_SPACE) {
            return new PieceText(piece.substring(1), false, true);
        }
        return new PieceText(piece, false, false);
    }

    /// Undoes GPT-2's writing of bytes as letters; nothing where the bytes are no whole characters.
    private static Optional<String> fromBytes(String piece) {
        var bytes = new byte[piece.length()];
        for (int i = 0; i < bytes.length; i++) {
            int value = byteOf(piece.charAt(i));
            if (value < 0) return Optional.empty();
            bytes[i] = (byte) value;
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// Bytes that print stand for themselves; the 68 others, in order, for the letters from U+0100 on.
    private static int byteOf(char letter) {
        if (letter < 0x100) return prints(letter) ? letter : -1;
        int place = letter - 0x100;
        for (int value = 0, silent = 0; value < 0x100; value++) {
            if (prints(value)) continue;
            if (silent++ == place) return value;
        }
        return -1;
    }

    private static boolean prints(int value) {
        return value >= '!' && value <= '~' || value >= 0xA1 && value <= 0xAC || value >= 0xAE;
    }
}
