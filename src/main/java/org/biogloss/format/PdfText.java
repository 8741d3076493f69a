package org.biogloss.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Paragraphs out of lines: running heads and page numbers go, hyphens at line ends are undone, and what a column or a
/// page
/// breaks is joined again.
final class PdfText {

    /// The share of a page's height, above and below, in which running heads stand.
    private static final float MARGIN = 0.1f;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)+");
    private static final Pattern BROKEN = Pattern.compile(".*\\p{L}[-\\u00ad\\u2010]$");

    /// @param title whether it is the largest type of the first page
    /// @param pages where, in the text, a page starts that has lines of it
    record Paragraph(String text, boolean title, Map<Integer, Integer> pages) {}

    private final List<PdfLine> lines;
    private final Map<Integer, Float> heights;

    /// @param heights of the pages
    PdfText(List<PdfLine> lines, Map<Integer, Float> heights) {
        this.lines = lines;
        this.heights = heights;
    }

    List<Paragraph> paragraphs() {
        var body = withoutRunningHeads();
        var compounds = compounds(body);
        float title = titleSize(body);
        float usualGap = usualGap(body);
        var paragraphs = new ArrayList<Paragraph>();
        var text = new StringBuilder();
        var pages = new HashMap<Integer, Integer>();
        PdfLine last = null;
        for (var line : body) {
            if (last != null && begins(last, line, text, usualGap)) {
                add(paragraphs, text, pages, last, title);
            }
            pages.putIfAbsent(line.page(), text.length());
            append(text, line.text(), compounds);
            last = line;
        }
        if (last != null) add(paragraphs, text, pages, last, title);
        return paragraphs;
    }

    private static void add(
            List<Paragraph> paragraphs, StringBuilder text, Map<Integer, Integer> pages, PdfLine last, float title) {
        boolean isTitle =
                last.page() == 0 && last.size() >= title && paragraphs.stream().noneMatch(Paragraph::title);
        if (!text.isEmpty()) paragraphs.add(new Paragraph(text.toString(), isTitle, Map.copyOf(pages)));
        text.setLength(0);
        pages.clear();
    }

    /// A line that stands at the edge of three pages or more, but for its numbers, is no part of the text.
    private List<PdfLine> withoutRunningHeads() {
        var pages = new HashMap<String, Set<Integer>>();
        for (var line : lines) {
            if (isAtEdge(line))
                pages.computeIfAbsent(plain(line), _ -> new HashSet<>()).add(line.page());
        }
        int enough = Math.min(3, Math.max(2, heights.size()));
        return lines.stream()
                .filter(line -> !isAtEdge(line)
                        || pages.getOrDefault(plain(line), Set.of()).size() < enough
                                && !line.text().matches("\\d{1,5}|\\d+ of \\d+|Page \\d+.*"))
                .toList();
    }

    private boolean isAtEdge(PdfLine line) {
        float height = heights.getOrDefault(line.page(), 800f);
        return line.bottom() < MARGIN * height || line.top() > (1 - MARGIN) * height;
    }

    private static String plain(PdfLine line) {
        return line.text().toLowerCase(Locale.ROOT).replaceAll("\\d+", "#").replaceAll("\\s+", " ");
    }

    /// Words with a hyphen inside, as the text has them within lines.
    private static Set<String> compounds(List<PdfLine> lines) {
        var compounds = new HashSet<String>();
        for (var line : lines) {
            WORD.matcher(line.text())
                    .results()
                    .forEach(word -> compounds.add(word.group().toLowerCase(Locale.ROOT)));
        }
        return compounds;
    }

    private static float titleSize(List<PdfLine> lines) {
        return (float) lines.stream()
                .filter(line -> line.page() == 0 && line.text().length() > 3)
                .mapToDouble(PdfLine::size)
                .max()
                .orElse(Double.MAX_VALUE);
    }

    /// Between two lines of a column; large where a manuscript is set with wide lines.
    private static float usualGap(List<PdfLine> lines) {
        var gaps = new ArrayList<Float>();
        for (int i = 1; i < lines.size(); i++) {
            var above = lines.get(i - 1);
            var below = lines.get(i);
            boolean together = above.column() == below.column() && above.page() == below.page();
            if (together && Math.abs(above.size() - below.size()) < 0.6) gaps.add(below.top() - above.bottom());
        }
        Collections.sort(gaps);
        return gaps.isEmpty() ? 0 : gaps.get(gaps.size() / 2);
    }

    /// Whether a line begins a paragraph: other type, a larger gap above, an indent behind the end of a sentence, or
    /// another column where the last line ended a sentence.
    private static boolean begins(PdfLine last, PdfLine line, StringBuilder text, float usualGap) {
        if (Math.abs(line.size() - last.size()) > 0.6) return !goesOn(line, text) || line.column() == last.column();
        boolean ended = text.toString().matches("(?s).*[.:?!)\\]\"”]$");
        if (line.column() != last.column() || line.page() != last.page()) return !goesOn(line, text);
        float gap = line.top() - last.bottom();
        if (gap > usualGap + 0.5f * line.size() || gap < -3 * line.size()) return true;
        boolean indented =
                line.left() > last.left() + 0.8f * line.size() && line.left() < last.left() + 4 * line.size();
        boolean wasShort = last.right() < line.right() - 4 * line.size();
        return ended && (indented || wasShort);
    }

    /// A sentence that goes on beyond a column or a page: no full stop before, or a small letter behind.
    private static boolean goesOn(PdfLine line, StringBuilder text) {
        boolean ended = text.toString().matches("(?s).*[.:?!]$");
        return !ended
                        && !line.text().isEmpty()
                        && !Character.isUpperCase(line.text().codePointAt(0))
                || BROKEN.matcher(text).matches();
    }

    /// A hyphen at the end of a line goes, unless the text has the word with it elsewhere or what follows is no small
    /// letter.
    private static void append(StringBuilder text, String line, Set<String> compounds) {
        if (text.isEmpty()) {
            text.append(line);
            return;
        }
        var tail = text.substring(Math.max(0, text.length() - 60));
        if (!BROKEN.matcher(tail).matches() || line.isEmpty() || !Character.isLetter(line.charAt(0))) {
            text.append(' ').append(line);
            return;
        }
        var before = tail.substring(tail.lastIndexOf(' ') + 1, tail.length() - 1);
        var behind = line.split("[^\\p{L}\\p{N}]", 2)[0];
        boolean compound = compounds.contains((before + "-" + behind).toLowerCase(Locale.ROOT));
        boolean small = Character.isLowerCase(line.charAt(0));
        if (small && !compound) text.setLength(text.length() - 1);
        text.append(line);
    }
}
