package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The words of a page with their places. Text that stands on its side (a publisher's stamp) is left out, and so are
/// numbers that are raised behind a word, which refer to the literature.
final class PdfWords extends PDFTextStripper {

    /// Smaller than this share of its word, a sign is raised or lowered.
    private static final float SMALL = 0.8f;

    /// So many lines that are numbered one after the other are numbered on purpose.
    private static final int LEAST_NUMBERED = 8;

    /// Of one page; a full one has some ten thousand.
    private static final int MOST_OPERATORS = 2_000_000;

    private final List<PdfWord> words = new ArrayList<>();
    private int operators;

    private PdfWords() {
        setSortByPosition(false);
    }

    /// @param page from 0
    static List<PdfWord> of(PDDocument document, int page) throws IOException {
        var reading = new PdfWords();
        reading.setStartPage(page + 1);
        reading.setEndPage(page + 1);
        reading.writeText(document, Writer.nullWriter());
        return reading.withoutLineNumbers();
    }

    /// A damaged page may draw the same for ever.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS) throw new IOException("it draws without end");
        super.processOperator(operator, operands);
    }

    /// What comes together may hold blanks that the file has itself.
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        int start = 0;
        for (int i = 0; i <= positions.size(); i++) {
            boolean blank = i == positions.size() || isBlank(positions.get(i));
            if (!blank) continue;
            if (i > start) word(positions.subList(start, i));
            start = i + 1;
        }
    }

    private static boolean isBlank(TextPosition position) {
        var sign = position.getUnicode();
        return sign == null || sign.isBlank();
    }

    private void word(List<TextPosition> positions) {
        if (positions.getFirst().getDir() != 0) return;
        float size = 0;
        float base = 0;
        for (var position : positions) {
            if (position.getFontSizeInPt() <= size) continue;
            size = position.getFontSizeInPt();
            base = position.getYDirAdj();
        }
        var kept = new StringBuilder();
        float left = Float.MAX_VALUE;
        float right = 0;
        float height = 0;
        for (var position : positions) {
            var sign = Normalizer.normalize(position.getUnicode(), Normalizer.Form.NFC);
            boolean raised = position.getFontSizeInPt() < SMALL * size && position.getYDirAdj() < base - 0.1f * size;
            if (raised && sign.matches("[\\d,–-]+")) {
                boolean power = !kept.isEmpty() && Character.isDigit(kept.charAt(kept.length() - 1));
                if (!power) continue;
                if (kept.indexOf("^") < 0) kept.append('^');
            }
            kept.append(withoutLigatures(sign));
            left = Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            height = Math.max(height, position.getHeightDir());
        }
        if (kept.isEmpty()) return;
        words.add(new PdfWord(kept.toString(), left, base - Math.max(height, size * 0.6f), right, base, size));
    }

    /// `ﬁ` is how type is set, not how words are written.
    private static String withoutLigatures(String sign) {
        boolean ligature = sign.length() == 1 && sign.charAt(0) >= '\uFB00' && sign.charAt(0) <= '\uFB06';
        return ligature ? Normalizer.normalize(sign, Normalizer.Form.NFKC) : sign;
    }

    /// Manuscripts number their lines; the numbers stand in one margin, each one more than the one above.
    private List<PdfWord> withoutLineNumbers() {
        float left = (float) words.stream().mapToDouble(PdfWord::left).min().orElse(0);
        float right = (float) words.stream().mapToDouble(PdfWord::right).max().orElse(0);
        var numbers = words.stream()
                .filter(word -> word.text().matches("\\d{1,4}"))
                .filter(word ->
                        word.left() > right - 0.08f * (right - left) || word.right() < left + 0.08f * (right - left))
                .sorted(Comparator.comparingDouble(PdfWord::bottom))
                .toList();
        int steps = 0;
        for (int i = 1; i < numbers.size(); i++) {
            int step = Integer.parseInt(numbers.get(i).text())
                    - Integer.parseInt(numbers.get(i - 1).text());
            if (step == 1 || step == 5) steps++;
        }
        if (steps < LEAST_NUMBERED || steps < 0.8 * (numbers.size() - 1)) return words;
        var gone = new HashSet<>(numbers);
        return words.stream().filter(word -> !gone.contains(word)).toList();
    }
}
