package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;
import org.biogloss.tokens.Tokenizer.Borders;

/// Cuts texts as a tokenizer does, and remembers the parts it has cut before: a corpus says most of its words many
/// times. What comes out is exactly what the tokenizer makes of the whole text. Any number of threads may use it.
///
/// A part ends where the tokenizer's [Borders] allow it: words and punctuation marks one by one for BERT's, words
/// with the white space before them for GPT-2's, whole texts for others.
final class Cutter {

    /// Enough for the words of a hundred million characters; beyond that, rare words are cut each time.
    private static final int MOST_REMEMBERED = 1_000_000;

    private static final int LONGEST_REMEMBERED = 64;

    /// A stretch of the text; its pieces, where they are remembered: the start and the end of each in the part, the
    /// end as its complement (below zero) for an unknown one.
    private record Part(int start, int end, Optional<int[]> known) {}

    private final NamedTokenizer tokenizer;
    private final Borders borders;
    private final boolean[] isBorder = new boolean[128];
    private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

    Cutter(NamedTokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.borders = tokenizer.tokenizer().borders();
        for (int c = '!'; c < 127; c++) isBorder[c] = !Character.isLetterOrDigit(c);
        for (var whole : tokenizer.tokenizer().wholePieces()) {
            whole.chars().filter(c -> c < 128).forEach(c -> isBorder[c] = false);
        }
    }

    Cuts cut(String text) {
        var parts = parts(text);
        var fresh = cutFresh(text, parts);
        var cuts = new Cuts();
        int next = 0;
        for (var part : parts) {
            var pieces = part.known().isPresent() ? part.known().get() : fresh.get(next++);
            for (int i = 0; i < pieces.length; i += 2) {
                boolean unknown = pieces[i + 1] < 0;
                int end = unknown ? ~pieces[i + 1] : pieces[i + 1];
                cuts.add(part.start() + pieces[i], part.start() + end, unknown);
            }
        }
        return cuts;
    }

    private List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        switch (borders) {
            case WORDS -> addWords(text, parts);
            case SPACES -> addWithSpaces(text, parts);
            case NONE -> addPart(text, 0, text.length(), parts);
        }
        return parts;
    }

    private void addWords(String text, List<Part> parts) {
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit == ' ' || unit == '\n') {
                addPart(text, start, at, parts);
                start = at + 1;
            } else if (unit < 128 && isBorder[unit]) {
                addPart(text, start, at, parts);
                addPart(text, at, at + 1, parts);
                start = at + 1;
            }
        }
        addPart(text, start, text.length(), parts);
    }

    private void addWithSpaces(String text, List<Part> parts) {
        int start = 0;
        for (int at = 1; at < text.length(); at++) {
            if (isSpace(text.charAt(at)) && !isSpace(text.charAt(at - 1))) {
                addPart(text, start, at, parts);
                start = at;
            }
        }
        addPart(text, start, text.length(), parts);
    }

    private static boolean isSpace(char unit) {
        return unit == ' ' || unit == '\n';
    }

    private void addPart(String text, int start, int end, List<Part> parts) {
        if (end <= start) return;
        boolean isShort = end - start <= LONGEST_REMEMBERED;
        Optional<int[]> known =
                isShort ? Optional.ofNullable(remembered.get(text.substring(start, end))) : Optional.empty();
        parts.add(new Part(start, end, known));
    }

    /// The pieces of those parts that are not remembered, in one call of the tokenizer.
    private List<int[]> cutFresh(String text, List<Part> parts) {
        var fresh = parts.stream().filter(part -> part.known().isEmpty()).toList();
        if (fresh.isEmpty()) return List.of();
        var joined = new StringBuilder();
        var places = new ArrayList<Span>(fresh.size());
        for (var part : fresh) {
            if (borders == Borders.WORDS && !joined.isEmpty()) joined.append(' ');
            int start = joined.length();
            places.add(new Span(start, start + part.end() - part.start()));
            joined.append(text, part.start(), part.end());
        }
        var cut = split(tokenizer.tokenizer().encode(joined.toString()), places);
        for (int i = 0; i < fresh.size(); i++) {
            var part = fresh.get(i);
            if (part.end() - part.start() <= LONGEST_REMEMBERED && remembered.size() < MOST_REMEMBERED) {
                remembered.putIfAbsent(text.substring(part.start(), part.end()), cut.get(i));
            }
        }
        return cut;
    }

    /// Hands each piece to the place it lies in.
    private List<int[]> split(Encoding encoding, List<Span> places) {
        var split = new ArrayList<int[]>(places.size());
        int piece = 0;
        for (int p = 0; p < places.size(); p++) {
            var place = places.get(p);
            int from = piece;
            while (piece < encoding.size()
                    && (p + 1 == places.size() || encoding.spans().get(piece).start() < place.end())) piece++;
            var pieces = new int[(piece - from) * 2];
            for (int i = from; i < piece; i++) {
                var span = encoding.spans().get(i);
                int end = Math.clamp(span.end() - place.start(), 0, place.length());
                pieces[2 * (i - from)] = Math.clamp(span.start() - place.start(), 0, place.length());
                pieces[2 * (i - from) + 1] = tokenizer.isUnknown(encoding.ids()[i]) ? ~end : end;
            }
            split.add(pieces);
        }
        return split;
    }
}
