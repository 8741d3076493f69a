package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.biogloss.document.Section;
import org.junit.jupiter.api.Test;

class PdfTest {

    private static final float LEFT = 60;
    private static final float RIGHT = 320;

    /// Twelve lines of a column, so that a page of two is one.
    private static void column(TinyPdf pdf, float x, float from, String... lines) throws IOException {
        float y = from;
        for (var line : lines) {
            pdf.line(x, y, 10, line);
            y += 12;
        }
    }

    private static String[] filled(String first, String word, String last) {
        var lines = new String[14];
        lines[0] = first;
        for (int i = 1; i < 13; i++) lines[i] = word + " goes on in this line of text";
        lines[13] = last;
        return lines;
    }

    @Test
    void columnsAreReadOneAfterTheOtherUnderATitleThatSpansBoth() throws IOException {
        try (var pdf = new TinyPdf()) {
            pdf.line(LEFT, 100, 20, "The title of a paper that spans both columns");
            column(pdf, LEFT, 140, filled("The left begins here and", "left", "and so the left col-"));
            column(pdf, RIGHT, 140, filled("umn goes on in the right", "right", "and ends."));
            var read = Reading.of("a.pdf", pdf.bytes());
            var text = read.only().text();
            assertTrue(text.startsWith("The title of a paper that spans both columns\nThe left begins here"), text);
            assertTrue(text.contains("so the left column goes on in the right right goes"), text);
            assertEquals(
                    List.of(Section.TITLE, "body"),
                    read.only().document().sections().stream()
                            .map(Section::name)
                            .distinct()
                            .toList());
        }
    }

    @Test
    void runningHeadsAndPageNumbersGo() throws IOException {
        try (var pdf = new TinyPdf()) {
            for (int page = 1; page <= 4; page++) {
                if (page > 1) pdf.newPage();
                pdf.line(LEFT, 40, 9, "Journal of Tests 2026, " + page).line(300, 770, 9, String.valueOf(page));
                column(
                        pdf,
                        LEFT,
                        120,
                        "Page of number " + "one two three four".split(" ")[page - 1] + " has this text.");
            }
            var text = Reading.of("a.pdf", pdf.bytes()).only().text();
            assertFalse(text.contains("Journal"), text);
            assertEquals(4, text.lines().count(), text);
        }
    }

    @Test
    void aHyphenStaysWhereTheTextHasTheWordWithIt() throws IOException {
        try (var pdf = new TinyPdf()) {
            column(
                    pdf,
                    LEFT,
                    120,
                    "An anti-tumour effect was seen, and the anti-",
                    "tumour effect was large in the hippo-",
                    "campus of IL-",
                    "6 deficient mice.");
            assertEquals(
                    "An anti-tumour effect was seen, and the anti-tumour effect was large in the hippocampus of IL- 6"
                            + " deficient mice.",
                    Reading.of("a.pdf", pdf.bytes()).only().text());
        }
    }

    @Test
    void numbersOfLinesAreNoPartOfAManuscript() throws IOException {
        try (var pdf = new TinyPdf()) {
            for (int i = 1; i <= 20; i++) {
                pdf.line(40, 80 + 24 * i, 12, String.valueOf(i))
                        .line(LEFT + 20, 80 + 24 * i, 12, "line of a manuscript with wide lines");
            }
            var text = Reading.of("a.pdf", pdf.bytes()).only().text();
            assertFalse(text.matches("(?s).*\\d.*"), text);
            assertEquals(1, text.lines().count(), "wide lines are one paragraph");
        }
    }

    @Test
    void paragraphsAreToldByTheirGaps() throws IOException {
        try (var pdf = new TinyPdf()) {
            column(pdf, LEFT, 120, "One paragraph with a first line", "and a second one.");
            column(pdf, LEFT, 160, "Another paragraph with a first line", "and a second one.");
            assertEquals(
                    2, Reading.of("a.pdf", pdf.bytes()).only().text().lines().count());
        }
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        try (var pdf = new TinyPdf()) {
            assertTrue(why(pdf.bytes()).contains("it may be a scan"));
        }
        try (var pdf = new TinyPdf()) {
            pdf.line(LEFT, 100, 10, "secret");
            assertTrue(why(pdf.locked()).contains("locked with a password"));
        }
        assertTrue(why("%PDF-1.7 and no more".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .contains("cannot be read"));
    }

    private static String why(byte[] content) {
        var read = Reading.of("a.pdf", content);
        assertTrue(read.documents().isEmpty());
        return read.rejected().getFirst().why();
    }
}
