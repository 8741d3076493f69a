package org.biogloss.format;

import java.util.List;
import java.util.stream.Collectors;

/// A line of a column, its words from left to right.
///
/// @param page   from 0
/// @param column changes where the line stands in another column, or above or below a line that spans all
record PdfLine(String text, float left, float top, float right, float bottom, float size, int page, int column) {

    /// @param words at least one
    static PdfLine of(List<PdfWord> words, int page, int column) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (var word : words) {
            left = Math.min(left, word.left());
            top = Math.min(top, word.top());
            right = Math.max(right, word.right());
            bottom = Math.max(bottom, word.bottom());
        }
        var sizes = words.stream().map(PdfWord::size).sorted().toList();
        float size = sizes.get(sizes.size() / 2); // not that of a large first letter
        var text = words.stream().map(PdfWord::text).collect(Collectors.joining(" "));
        return new PdfLine(text, left, top, right, bottom, size, page, column);
    }
}
