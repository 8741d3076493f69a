package org.biogloss.document;

/// Between code points, which most file formats and tokenizers count, and UTF-16 units, which a [Span] counts.
/// The two part ways after the first character beyond the basic plane, such as 𝛼.
public final class CodePointOffsets {

    private final int length;
    private final int points;

    /// Empty where the text has no such character, and both counts agree.
    private final int[] unitAt;

    public CodePointOffsets(String text) {
        length = text.length();
        points = text.codePointCount(0, length);
        unitAt = points == length ? new int[0] : unitsByPoint(text, points);
    }

    private static int[] unitsByPoint(String text, int points) {
        var units = new int[points + 1];
        for (int point = 0, unit = 0; point < points; point++) {
            units[point] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        units[points] = text.length();
        return units;
    }

    /// How many code points the text has.
    public int count() {
        return points;
    }

    /// @throws IndexOutOfBoundsException if the text has fewer code points
    public int toUnit(int point) {
        if (point < 0 || point > points) {
            throw new IndexOutOfBoundsException("Code point " + point + " of " + points);
        }
        return points == length ? point : unitAt[point];
    }

    /// The number of code points before this unit; a unit inside a pair counts as after it.
    public int toPoint(int unit) {
        if (unit < 0 || unit > length) throw new IndexOutOfBoundsException("Unit " + unit + " of " + length);
        if (points == length) return unit;
        int found = java.util.Arrays.binarySearch(unitAt, unit);
        return found >= 0 ? found : -found - 1;
    }

    /// @throws IndexOutOfBoundsException if the span ends beyond the text
    public Span toSpan(int startPoint, int endPoint) {
        return new Span(toUnit(startPoint), toUnit(endPoint));
    }
}
