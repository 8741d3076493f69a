package org.biogloss.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WordSplitterTest {

    private final WordSplitter uncased = new BertWords(true, true);

    @Test
    void aFinalSigmaIsASigmaLikeAnyOther() {
        assertEquals(List.of("σασ", "ας"), words(uncased, "ΣΑΣ ας"));
    }

    @Test
    void everyBlankOfUnicodeEndsAWord() {
        assertEquals(List.of("nacl", "0", ".", "9", "%"), words(uncased, "NaCl\u00A00.9%"));
        assertEquals(List.of("a", "b", "c", "d", "e"), words(uncased, "a\u2003b\u3000c\u202Fd\u2028e"));
    }

    @Test
    void whatNobodySeesIsDroppedAndJoinsWhatItStoodBetween() {
        assertEquals(List.of("zerowidth"), words(uncased, "zero\u200Bwidth"));
        assertEquals(List.of("softhyphen"), words(uncased, "soft\u00ADhyphen"));
        assertEquals(List.of("nextline"), words(uncased, "next\u0085line"));
        assertEquals(List.of("nulandlost"), words(uncased, "nul\u0000and\uFFFDlost\uE000"));
        assertEquals(List.of("tab", "stays"), words(uncased, "tab\tstays"));
        assertEquals(List.of("half"), words(uncased, "ha\uD835lf"));
    }

    @Test
    void charactersBeyondTheFirstPlaneAreCharacters() {
        assertEquals(List.of("𝛼", "-", "amanitin"), words(uncased, "𝛼-amanitin"));
        assertEquals(List.of("𐐨"), words(uncased, "𐐀"));
        assertEquals(List.of("😀ok"), words(uncased, "😀OK"));
    }

    @Test
    void everyChineseCharacterIsAWord() {
        assertEquals(List.of("研", "究", "of", "p53", "𠀀"), words(uncased, "研究of P53𠀀"));
        assertEquals(List.of("カタカナ"), words(uncased, "カタカナ"));
    }

    @Test
    void accentsGoWithCaseWhetherComposedOrNot() {
        assertEquals(List.of("naive", "sjogren", "'", "s", "i"), words(uncased, "Naïve Sjo\u0308gren's İ"));
        assertEquals(List.of("Naïve", "İ"), words(new BertWords(false, false), "Naïve İ"));
        assertEquals(List.of("naïve", "i\u0307"), words(new BertWords(true, false), "Naïve İ"));
        assertEquals(List.of("Naive"), words(new BertWords(false, true), "Naïve"));
    }

    @Test
    void signsThatAreNoPunctuationStayInTheWord() {
        assertEquals(List.of("≥1", ".", "5", "±0", "10µg", "37°", "→"), words(uncased, "≥1.5 ±0 10µg 37° →"));
        assertEquals(List.of("t", "‑", "cells", "$", "5", "<", "6"), words(uncased, "T‑cells $5<6"));
    }

    @Test
    void lettersDigitsAndSignsAreWordsOfTheirOwnAmongBytesEachWithItsBlank() {
        assertEquals(
                List.of("Don", "'t", " use", " 0", ".", "9", "%", " NaCl", "  ", " or", "\n", "'ll", " α", "  "),
                words(new ByteWords(false), "Don't use 0.9% NaCl   or\n'll α  "));
    }

    @Test
    void wordsAreThoseOfHuggingFaceForEveryCharacter() throws IOException {
        try (var uncasedThere = HuggingFaceWords.bert(true, true);
                var casedThere = HuggingFaceWords.bert(false, false);
                var bytesThere = HuggingFaceWords.bytes(false)) {
            assertSame(uncasedThere, uncased, WordSplitterTest::isOfItsKind);
            assertSame(casedThere, new BertWords(false, false), WordSplitterTest::isOfItsKind);
            assertSame(bytesThere, new ByteWords(false), WordSplitterTest::isOfItsKind);
        }
    }

    @Test
    @Tag("slow")
    void wordsAreThoseOfHuggingFaceForEveryCharacterInEverySetting() throws IOException {
        for (boolean lower : new boolean[] {true, false}) {
            for (boolean strip : new boolean[] {true, false}) {
                try (var theirs = HuggingFaceWords.bert(lower, strip)) {
                    assertSame(theirs, new BertWords(lower, strip), _ -> true);
                }
            }
            try (var theirs = HuggingFaceWords.bytes(lower)) {
                assertSame(theirs, new ByteWords(lower), _ -> true);
            }
        }
    }

    @Test
    void wordsAreThoseOfHuggingFaceInTextsOfAnySort() throws IOException {
        var random = new Random(7);
        try (var uncasedThere = HuggingFaceWords.bert(true, true);
                var casedThere = HuggingFaceWords.bert(false, false);
                var bytesThere = HuggingFaceWords.bytes(false)) {
            var cased = new BertWords(false, false);
            var bytes = new ByteWords(false);
            for (int i = 0; i < 1000; i++) {
                var text = text(random);
                assertEquals(uncasedThere.of(text), words(uncased, text), () -> hex(text));
                assertEquals(casedThere.of(text), words(cased, text), () -> hex(text));
                assertEquals(bytesThere.of(text), words(bytes, text), () -> hex(text));
            }
        }
    }

    /// Of the thousands of ideographs and syllables, a few speak for all.
    private static boolean isOfItsKind(int point) {
        boolean many = !Character.isDefined(point)
                || Character.isIdeographic(point)
                || Character.getType(point) == Character.PRIVATE_USE
                || Character.UnicodeBlock.of(point) == Character.UnicodeBlock.HANGUL_SYLLABLES;
        return !many || point % 101 == 0;
    }

    /// Of the first three planes, where all scripts are.
    private static void assertSame(HuggingFaceWords theirs, WordSplitter ours, IntPredicate shown) {
        var points = IntStream.range(0, 0x30000)
                .filter(point -> point > 0xFFFF || !Character.isSurrogate((char) point))
                .filter(shown)
                .toArray();
        for (int from = 0; from < points.length; from += 256) {
            int to = Math.min(points.length, from + 256);
            var all = IntStream.range(from, to).mapToObj(i -> framed(points[i])).collect(Collectors.joining());
            if (theirs.of(all).equals(words(ours, all))) continue;
            for (int i = from; i < to; i++) {
                var one = framed(points[i]);
                assertEquals(theirs.of(one), words(ours, one), () -> hex(one));
            }
        }
    }

    private static String framed(int point) {
        return "a" + Character.toString(point) + "1" + Character.toString(point) + " ";
    }

    private static final String USUAL = "aAbeE'sStTlLdDvr ,.;-()%§αΣς0159  \n\t\u00A0\u0301é研µ²½ⅷ";

    private static String text(Random random) {
        var text = new StringBuilder();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x250));
                case 1 -> text.appendCodePoint(0x0300 + random.nextInt(0x2000));
                case 2 -> text.appendCodePoint(0xE000 + random.nextInt(0x11000));
                default -> text.append(USUAL.charAt(random.nextInt(USUAL.length())));
            }
        }
        return text.toString();
    }

    private static String hex(String text) {
        var points = new StringBuilder();
        text.codePoints()
                .forEach(point -> points.append(Integer.toHexString(point)).append(' '));
        return points.toString();
    }

    static List<String> words(WordSplitter splitter, String text) {
        var words = new ArrayList<String>();
        splitter.split(text, (chars, length) -> words.add(new String(chars, 0, length)));
        return words;
    }
}
