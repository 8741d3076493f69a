package org.biogloss.tokens.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.biogloss.bert.Checkpoint;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cutting with memory makes the very pieces that the tokenizer makes of the whole text.
class CutterTest {

    private static final String ODD = "x  y\n\n z\tαβ κB\u00A0(p<0.05)  [MASK] [ MASK ] 5±2 mg/kg, IL-2–7 𝛼 日本 "
            + "Cafe\u0301 zero\u200Bwidth \u00AD end. " + "a".repeat(120) + " \n";

    @TempDir
    Path folder;

    private static void agrees(NamedTokenizer tokenizer, List<String> texts) {
        var cutter = new Cutter(tokenizer);
        for (int round = 0; round < 2; round++) {
            for (var text : texts) assertEquals(plain(tokenizer, text), remembered(cutter, text), text);
        }
    }

    private static List<Span> remembered(Cutter cutter, String text) {
        var cuts = cutter.cut(text);
        var spans = new ArrayList<Span>();
        for (int i = 0; i < cuts.size(); i++) spans.add(new Span(cuts.start(i), cuts.end(i)));
        return spans;
    }

    private static List<Span> plain(NamedTokenizer tokenizer, String text) {
        return tokenizer.tokenizer().encode(text).spans();
    }

    @Test
    void ofWords() throws IOException {
        try (var encoder = Checkpoint.embedded()) {
            agrees(new NamedTokenizer("general", encoder.tokenizer()), texts());
        }
    }

    @Test
    void ofBytes() throws IOException {
        var bytes = SmallVocabularies.bytes(folder, "bytes", "i n", "Ġ t", "h e", "Ġt he", "Ġ Ġ", "Ċ Ċ", "Ġ ĠĠ");
        agrees(bytes, texts());
    }

    @Test
    void unknownPiecesStayUnknownWhenTheyAreRemembered() throws IOException {
        var cutter = new Cutter(SmallVocabularies.words(folder, "few", "in", "rats"));
        for (int round = 0; round < 2; round++) {
            var cuts = cutter.cut("in naloxone rats");
            assertEquals(1, cuts.countUnknown());
            assertEquals(3, cuts.start(1));
            assertEquals(11, cuts.end(1));
        }
    }

    @Test
    void ofRandomCharacters() throws IOException {
        var random = new Random(1);
        var letters =
                ("abc .,()[]-/%\n\t ±αé𝛼日本\u0301\u200B\u00A0'\"!").codePoints().toArray();
        var texts = new ArrayList<String>();
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int at = random.nextInt(30); at >= 0; at--)
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            texts.add(text.toString());
        }
        try (var encoder = Checkpoint.embedded()) {
            var general = new NamedTokenizer("general", encoder.tokenizer());
            var cutter = new Cutter(general);
            for (var text : texts)
                assertEquals(
                        plain(general, text).size(), remembered(cutter, text).size(), text);
        }
        var bytes = SmallVocabularies.bytes(folder, "bytes", "Ġ a", "a b", "Ġ Ġ");
        var cutter = new Cutter(bytes);
        for (var text : texts)
            assertEquals(plain(bytes, text).size(), remembered(cutter, text).size(), text);
    }

    private static List<String> texts() throws IOException {
        var file = Path.of("sample-corpora/abstracts.jsonl");
        assumeTrue(Files.exists(file), "no sample corpora");
        var texts = new ArrayList<>(List.of("", " ", ODD, " " + ODD));
        var json = JsonMapper.builder().build();
        try (var lines = Files.lines(file)) {
            for (var line : lines.limit(60).toList())
                texts.add(json.readTree(line).path("text").asText());
        }
        return texts;
    }
}
