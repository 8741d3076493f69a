package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.biogloss.document.Span;
import org.biogloss.tokens.Encoding;

/// One text as the pieces of several vocabularies, and where these disagree.
///
/// @param columns in the order in which the tokenizers were given
public record SideBySide(String text, List<Column> columns) {

    /// What one vocabulary makes of the text.
    ///
    /// @param lost stretches that no piece covers, white space aside: characters the model will never see
    public record Column(String name, List<Tile> tiles, List<Span> lost) {

        public Column {
            tiles = List.copyOf(tiles);
            lost = List.copyOf(lost);
        }

        public int count() {
            return tiles.size();
        }

        public long ringed() {
            return tiles.stream().filter(Tile::ringed).count();
        }

        public long unknown() {
            return tiles.stream().filter(Tile::unknown).count();
        }
    }

    public SideBySide {
        columns = List.copyOf(columns);
    }

    public static SideBySide of(String text, List<NamedTokenizer> tokenizers) {
        var encodings =
                tokenizers.stream().map(one -> one.tokenizer().encode(text)).toList();
        var spans = encodings.stream().map(encoding -> bare(encoding, text)).toList();
        var columns = new ArrayList<Column>();
        for (int c = 0; c < tokenizers.size(); c++) {
            var others = new ArrayList<>(spans);
            others.remove(c);
            var apart = others.stream()
                    .map(other -> (Set<Span>) new HashSet<>(other))
                    .toList();
            columns.add(column(text, tokenizers.get(c), encodings.get(c), spans.get(c), apart));
        }
        return new SideBySide(text, columns);
    }

    /// How far the columns' counts lie apart: by how much the longest exceeds the shortest, as a share of the
    /// shortest; 0 where there is nothing to compare.
    public double spread() {
        var counts = columns.stream().mapToInt(Column::count).summaryStatistics();
        return counts.getCount() == 0 || counts.getMin() == 0
                ? 0
                : (double) (counts.getMax() - counts.getMin()) / counts.getMin();
    }

    /// What the pieces cover but for white space at their ends: some vocabularies count the space before a word to it.
    private static List<Span> bare(Encoding encoding, String text) {
        return encoding.spans().stream().map(span -> bare(span, text)).toList();
    }

    private static Span bare(Span span, String text) {
        int start = span.start();
        int end = span.end();
        while (start < end && Words.isBlank(text.charAt(start))) start++;
        while (end > start && Words.isBlank(text.charAt(end - 1))) end--;
        return start == end ? span : new Span(start, end);
    }

    private static Column column(
            String text, NamedTokenizer one, Encoding encoding, List<Span> spans, List<Set<Span>> others) {
        boolean bytes = one.tokenizer().writesBytes();
        var tiles = new ArrayList<Tile>(encoding.size());
        for (int i = 0; i < encoding.size(); i++) {
            var span = spans.get(i);
            var piece = encoding.pieces().get(i);
            boolean unknown = one.isUnknown(encoding.ids()[i]);
            boolean altered = !unknown && isAltered(PieceText.of(piece, bytes).spelt(), span.in(text), bytes);
            boolean ringed = others.stream().anyMatch(other -> !other.contains(span));
            tiles.add(
                    new Tile(piece, encoding.ids()[i], span, encoding.startsWord(i), ringed, unknown, altered, bytes));
        }
        return new Column(one.name(), tiles, lost(text, encoding.spans()));
    }

    /// Bytes lose nothing: where a piece of theirs looks different, it is a part of a character.
    private static boolean isAltered(String spelt, String covered, boolean bytes) {
        return !bytes && !spelt.equalsIgnoreCase(covered);
    }

    private static List<Span> lost(String text, List<Span> covered) {
        var lost = new ArrayList<Span>();
        int at = 0;
        for (var span : covered) {
            addLost(text, at, span.start(), lost);
            at = Math.max(at, span.end());
        }
        addLost(text, at, text.length(), lost);
        return lost;
    }

    private static void addLost(String text, int from, int to, List<Span> lost) {
        int start = -1;
        for (int at = from; at < to; ) {
            int point = text.codePointAt(at);
            boolean blank = Words.isBlank(point);
            if (!blank && start < 0) start = at;
            if (blank && start >= 0) {
                lost.add(new Span(start, at));
                start = -1;
            }
            at += Character.charCount(point);
        }
        if (start >= 0) lost.add(new Span(start, to));
    }
}
