package org.biogloss.tokens;

import java.util.List;
import org.biogloss.document.Span;

/// A text as word pieces, without the special ones that frame it.
///
/// @param ids    where each piece stands in the vocabulary
/// @param pieces the pieces themselves, `##` before those that continue a word
/// @param spans  what each piece covers of the text; a combining mark belongs to the piece before it
/// @param words  the number of the word each piece belongs to, rising from 0; a punctuation mark is a word
@SuppressWarnings("ArrayRecordComponent") // millions are made; boxing them would cost more than value equality gives
public record Encoding(int[] ids, List<String> pieces, List<Span> spans, int[] words) {

    public Encoding {
        pieces = List.copyOf(pieces);
        spans = List.copyOf(spans);
        if (ids.length != pieces.size() || ids.length != spans.size() || ids.length != words.length) {
            throw new IllegalArgumentException("An encoding with %d ids, %d pieces, %d spans and %d words"
                    .formatted(ids.length, pieces.size(), spans.size(), words.length));
        }
    }

    public int size() {
        return ids.length;
    }

    /// Whether the piece is the first of its word.
    public boolean startsWord(int piece) {
        return piece == 0 || words[piece] != words[piece - 1];
    }

    /// The numbers of the pieces that cover some of a stretch of the text, as a stretch of pieces.
    public Span piecesOf(Span stretch) {
        int from = firstEndingAfter(stretch.start());
        int to = from;
        while (to < size() && spans.get(to).start() < stretch.end()) to++;
        return new Span(from, to);
    }

    /// The number of the first piece that ends after the offset, or how many there are.
    public int firstEndingAfter(int offset) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).end() <= offset) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// From the first character of the piece's word to the last.
    public Span wordAround(int piece) {
        int first = piece;
        int last = piece;
        while (!startsWord(first)) first--;
        while (last + 1 < words.length && !startsWord(last + 1)) last++;
        return new Span(spans.get(first).start(), spans.get(last).end());
    }
}
