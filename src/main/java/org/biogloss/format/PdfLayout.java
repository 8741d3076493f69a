package org.biogloss.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lines of a page in the order in which one reads them.
///
/// A gutter is a stretch of the page's width that hardly any word crosses. What crosses it (a title, a wide table)
/// parts
/// the page into bands; in each band the left column is read before the right one, and each column may have a gutter of
/// its own.
final class PdfLayout {

    /// A gutter is looked for in this part of a region's width.
    private static final float FROM = 0.25f;
    private static final float TO = 0.75f;

    /// Of the lines of a region, at most this share may cross its gutter.
    private static final float CROSSING = 0.35f;

    /// Fewer words are no two columns.
    private static final int LEAST_WORDS = 40;

    private final int page;
    private final List<PdfLine> lines = new ArrayList<>();
    private int column;

    private PdfLayout(int page) {
        this.page = page;
    }

    static List<PdfLine> of(List<PdfWord> words, int page) {
        var layout = new PdfLayout(page);
        layout.region(words);
        return layout.lines;
    }

    private void region(List<PdfWord> words) {
        if (words.isEmpty()) return;
        float gutter = gutter(words);
        if (gutter < 0) {
            column(words);
            return;
        }
        var rows = rows(words);
        var band = new ArrayList<PdfWord>();
        var wide = new ArrayList<PdfWord>();
        for (var row : rows) {
            if (spans(row, gutter)) {
                columns(band, gutter);
                wide.addAll(row);
            } else {
                if (!wide.isEmpty()) column(List.copyOf(wide));
                wide.clear();
                band.addAll(row);
            }
        }
        columns(band, gutter);
        if (!wide.isEmpty()) column(wide);
    }

    private void columns(List<PdfWord> band, float gutter) {
        if (band.isEmpty()) return;
        var left = band.stream().filter(word -> middle(word) < gutter).toList();
        var right = band.stream().filter(word -> middle(word) >= gutter).toList();
        band.clear();
        region(left);
        region(right);
    }

    private static float middle(PdfWord word) {
        return (word.left() + word.right()) / 2;
    }

    private void column(List<PdfWord> words) {
        column++;
        for (var row : rows(words)) lines.add(PdfLine.of(row, page, column));
    }

    /// A line that goes over the gutter: a word stands on it, or words go on across it without a larger blank.
    private static boolean spans(List<PdfWord> row, float gutter) {
        for (int i = 0; i < row.size(); i++) {
            var word = row.get(i);
            if (word.left() < gutter && gutter < word.right()) return true;
            if (i == 0) continue;
            var before = row.get(i - 1);
            boolean across = before.right() <= gutter && gutter <= word.left();
            if (across && word.left() - before.right() < 0.6f * word.size()) return true;
        }
        return false;
    }

    /// Words of one height, from left to right, the highest first.
    private static List<List<PdfWord>> rows(List<PdfWord> words) {
        var sorted = new ArrayList<>(words);
        sorted.sort(Comparator.comparingDouble(PdfWord::bottom));
        var rows = new ArrayList<List<PdfWord>>();
        float base = -1;
        for (var word : sorted) {
            boolean same = !rows.isEmpty() && word.bottom() - base < 0.5f * Math.max(4, word.height());
            if (!same) rows.add(new ArrayList<>());
            rows.getLast().add(word);
            base = same ? Math.max(base, word.bottom()) : word.bottom();
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(PdfWord::left)));
        return rows;
    }

    /// The middle of the widest stretch in the middle of the region that the fewest rows cross; -1 where too many do.
    private static float gutter(List<PdfWord> words) {
        if (words.size() < LEAST_WORDS) return -1;
        float left = (float) words.stream().mapToDouble(PdfWord::left).min().orElse(0);
        float right = (float) words.stream().mapToDouble(PdfWord::right).max().orElse(0);
        int width = Math.round(right - left);
        if (width < 100) return -1;
        var rows = rows(words);
        var crossed = new int[width + 1];
        var onLeft = new int[width + 1];
        var onRight = new int[width + 1];
        for (var row : rows) {
            for (int x = Math.round(FROM * width); x < TO * width; x++) {
                float at = left + x;
                if (spans(row, at)) crossed[x]++;
                else if (row.getLast().right() <= at) onLeft[x]++;
                else if (row.getFirst().left() >= at) onRight[x]++;
                else {
                    onLeft[x]++;
                    onRight[x]++;
                }
            }
        }
        int best = -1;
        int bestWidth = 0;
        for (int x = Math.round(FROM * width); x < TO * width; x++) {
            int from = x;
            while (x < TO * width && isFree(x, crossed, onLeft, onRight, rows.size())) x++;
            if (x - from > bestWidth) {
                bestWidth = x - from;
                best = (from + x) / 2;
            }
        }
        return bestWidth < 4 ? -1 : left + best;
    }

    private static boolean isFree(int x, int[] crossed, int[] onLeft, int[] onRight, int rows) {
        return crossed[x] <= CROSSING * rows && onLeft[x] > 0.25 * rows && onRight[x] > 0.25 * rows;
    }
}
