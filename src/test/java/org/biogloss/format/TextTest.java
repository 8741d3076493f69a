package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void everyLineEndBecomesOne() {
        assertEquals(
                "a\nb\nc\nd\n", Reading.of("x.txt", "a\r\nb\rc\fd\n").only().text());
    }

    @Test
    void everyCommonEncodingIsRead() {
        var text = "Größe α 𝛼\nzweite Zeile";
        assertEquals(text, Reading.of("x.txt", text).only().text());
        assertEquals(text, Reading.of("x.txt", "\uFEFF" + text).only().text());
        assertEquals(
                text,
                Reading.of("x.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))
                        .only()
                        .text());
        assertEquals(
                text,
                Reading.of("x.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))
                        .only()
                        .text());
        var old = Reading.of("x.txt", "Größe".getBytes(Charset.forName("windows-1252")));
        assertEquals("Größe", old.only().text());
        assertEquals(1, old.report().repaired());
    }

    @Test
    void theFirstLineIsTheTitleIfItIsShortAndMoreFollows() {
        var titled = Reading.of("paper.txt", "\n A title \n\nThe text.\n").only();
        assertEquals("A title", titled.document().title());
        assertEquals(2, titled.document().sections().size());
        assertEquals("paper", titled.id());
        assertEquals(
                0,
                Reading.of("x.txt", "One line only.")
                        .only()
                        .document()
                        .sections()
                        .size());
        assertEquals(
                0,
                Reading.of("x.txt", "x".repeat(301) + "\ny")
                        .only()
                        .document()
                        .sections()
                        .size());
    }

    @Test
    void aLineOfAMegabyteIsATextLikeAnyOther() {
        assertEquals(
                1 << 20,
                Reading.of("x.txt", "gene ".repeat(1 << 18).substring(0, 1 << 20))
                        .only()
                        .text()
                        .length());
    }

    @Test
    void controlCharactersBecomeBlanksAndAreReported() {
        var read = Reading.of("x.txt", "a\u0000b\u0007c and more text");
        assertEquals("a b c and more text", read.only().text());
        assertEquals(1, read.report().repaired());
    }

    @Test
    void anEmptyFileIsRejected() {
        assertEquals(
                "the file is empty",
                Reading.of("x.txt", "").rejected().getFirst().why());
        assertEquals(1, Reading.of("x.txt", " \n \n").report().rejected());
    }
}
