package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.biogloss.document.Texts.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusFilesTest {

    @TempDir
    Path folder;

    @Test
    void aRecordIsItsTitleAndWhateverTextItHas() throws IOException {
        write("a.jsonl", """
                {"id": "1", "title": "A title", "text": "And a text.", "entities": [{"text": "no"}], "year": 2004}
                {"text": "A title. It stands in the text.", "title": "A title"}

                {"id": 3, "abstract": "B", "body": "C\\nD", "title": "A"}
                {"id": "4", "question": "Why?", "contexts": ["One.", "Two."], "labels": ["yes"]}
                {"id": "5", "tokens": ["p53", "is"], "tags": ["B", "O"]}
                """);
        assertEquals(
                List.of(
                        new Text("1", "A title\nAnd a text."),
                        new Text("a-2", "A title. It stands in the text."),
                        new Text("3", "A\nB\nC\nD"),
                        new Text("4", "Why?\nOne.\nTwo."),
                        new Text("5", "p53 is")),
                read(folder.resolve("a.jsonl")));
    }

    @Test
    void aFolderIsAllFilesInItInTheOrderOfTheirNamesPackedOrNotAndAsOftenAsOpened() throws IOException {
        Files.write(folder.resolve("b.jsonl.gz"), Reading.gzip("{\"id\": \"b\", \"text\": \"B\"}\n"));
        Files.createDirectories(folder.resolve("a/deep"));
        write("a/deep/x.txt", "X\r\nx\rx");
        write("c.pubtator", "7|t|Naloxone\n7|a|It reverses.\n7\t0\t8\tNaloxone\tChemical\tD009270\n");
        write(".hidden.txt", "no");
        var corpus = CorpusFiles.of(List.of(folder));
        for (int time = 0; time < 2; time++) {
            try (var texts = corpus.open()) {
                assertEquals(
                        List.of(new Text("x", "X\nx\nx"), new Text("b", "B"), new Text("7", "Naloxone\nIt reverses.")),
                        texts.toList());
            }
            assertEquals(List.of(), corpus.report());
        }
    }

    @Test
    void papersOfEveryKindAreText() throws IOException {
        write("1.txt", "p53 binds");
        write("1.ann", "T1\tGene 0 3\tp53\n");
        write(
                "2.nxml",
                "<article><front><article-meta><article-id pub-id-type=\"pmid\">2</article-id><title-group>"
                        + "<article-title>On p53</article-title></title-group></article-meta></front></article>");
        write("3.json", "{\"documents\":[{\"id\":\"3\",\"passages\":[{\"offset\":0,\"text\":\"On MDM2\"}]}]}");
        var corpus = CorpusFiles.of(List.of(folder));
        try (var texts = corpus.open()) {
            assertEquals(
                    List.of("p53 binds", "On p53", "On MDM2"),
                    texts.map(Text::text).toList());
        }
        assertEquals(List.of(), corpus.report());
    }

    @Test
    void whatCannotBeReadIsLeftOutAndSaidSo() throws IOException {
        write("a.jsonl", "{\"text\": \"good\"}\n{\"text\": \n{\"id\": \"x\"}\n[1]\n");
        var bytes = new byte[5000];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("noise.txt"), bytes);
        Files.write(folder.resolve("paper.pdf"), "%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("cut.jsonl.gz"), Arrays.copyOf(Reading.gzip("{\"text\": \"lost\"}\n"), 20));
        write("empty.txt", "");
        var corpus = CorpusFiles.of(List.of(folder));
        try (var texts = corpus.open()) {
            assertEquals(List.of("good"), texts.map(Text::text).toList());
        }
        var report = corpus.report().stream()
                .collect(Collectors.toMap(line -> line.file().getFileName().toString(), CorpusFiles.Rejected::why));
        assertEquals(
                List.of("a.jsonl", "cut.jsonl.gz", "empty.txt", "noise.txt", "paper.pdf"),
                report.keySet().stream().sorted().toList());
        assertTrue(
                report.getOrDefault("a.jsonl", "").startsWith("3 parts were left out; the first: line 2: "),
                report::toString);
        assertTrue(report.getOrDefault("cut.jsonl.gz", "").contains("cut off"), report::toString);
    }

    @Test
    void aByteThatIsNotUtf8ChangesOnlyItsOwnLine() throws IOException {
        var text = "Größe α\nnaïve\n𝛼-amanitin\n".getBytes(StandardCharsets.UTF_8);
        var old = "Größe\n".getBytes(StandardCharsets.ISO_8859_1);
        var all = Arrays.copyOf(text, text.length + old.length);
        System.arraycopy(old, 0, all, text.length, old.length);
        Files.write(folder.resolve("a.txt"), all);
        var corpus = CorpusFiles.of(List.of(folder));
        try (var texts = corpus.open()) {
            assertEquals(
                    "Größe α\nnaïve\n𝛼-amanitin\nGröße\n",
                    texts.toList().getFirst().text());
        }
        assertEquals(List.of(), corpus.report());
        assertTrue(corpus.repaired().getFirst().what().startsWith("line 4: "));
    }

    @Test
    void aLongTextComesInPortionsThatMakeTheWholeAndNeverCutAWord() throws IOException {
        var line = "α-synuclein aggregates, ".repeat(200_000);
        var text = "first\n" + line + "\n" + "second line\n".repeat(100_000);
        write("long.txt", text);
        var texts = read(folder.resolve("long.txt"));
        assertEquals(text, texts.stream().map(Text::text).collect(Collectors.joining()));
        assertTrue(texts.size() > 5);
        for (var portion : texts.subList(1, texts.size())) {
            assertTrue(
                    portion.text().startsWith("α-syn")
                            || portion.text().startsWith("aggr")
                            || portion.text().startsWith("second"),
                    portion.text().substring(0, 20));
        }
        assertEquals(
                List.of("long", "long-2"), texts.stream().map(Text::id).limit(2).toList());
    }

    @Test
    void aLineWithoutBlanksIsCutBetweenCharacters() throws IOException {
        var text = "αβγ𝛼".repeat(400_000);
        write("long.txt", text);
        var corpus = CorpusFiles.of(List.of(folder));
        try (var texts = corpus.open()) {
            assertEquals(text, texts.map(Text::text).collect(Collectors.joining()));
        }
        assertEquals(1, corpus.repaired().size());
    }

    @Test
    void aRecordOfFiftyMegabytesIsARecordLikeAnyOther() throws IOException {
        write("long.jsonl", "{\"id\": \"1\", \"text\": \"" + "word ".repeat(10 << 20) + "\"}\n{\"text\": \"next\"}\n");
        var texts = read(folder.resolve("long.jsonl"));
        assertEquals(50 << 20, texts.getFirst().text().length());
        assertEquals("next", texts.getLast().text());
    }

    @Test
    void recordsOfAnEvaluationSplitCanBeLeftOut() throws IOException {
        write("a.jsonl", """
                {"id": "1", "text": "a", "in": ["BC5CDR/train", "BioRED/dev"]}
                {"id": "2", "text": "b", "in": ["BC5CDR/train"]}
                {"id": "3", "text": "c", "in": []}
                {"id": "4", "text": "d"}
                """);
        var corpus = CorpusFiles.of(List.of(folder)).without(".*/(dev|test)");
        try (var texts = corpus.open()) {
            assertEquals(List.of("2", "3", "4"), texts.map(Text::id).toList());
        }
        assertEquals(1, corpus.dropped());
        var nothing = CorpusFiles.of(List.of(folder)).without(".*/train");
        try (var texts = nothing.open()) {
            assertEquals(List.of("3", "4"), texts.map(Text::id).toList());
        }
    }

    @Test
    void aCorpusWithoutATextIsAnErrorInWords() throws IOException {
        write("a.txt", " \n");
        var failure = assertThrows(
                IOException.class, () -> CorpusFiles.of(List.of(folder)).open());
        assertTrue(failure.toString().contains("there is no text in it; "), failure::toString);
        assertThrows(IOException.class, () -> CorpusFiles.of(List.of(folder.resolve("b.txt"))));
    }

    @Test
    void whileItIsReadItTellsHowFar() throws IOException {
        write("a.txt", "word ".repeat(1 << 20));
        write("b.txt", "word");
        var corpus = CorpusFiles.of(List.of(folder));
        var read = new AtomicLong();
        try (var texts = corpus.open(read::set)) {
            assertEquals(7, texts.count());
        }
        assertEquals(corpus.bytes(), read.get());
    }

    private List<Text> read(Path... paths) throws IOException {
        var corpus = CorpusFiles.of(List.of(paths));
        try (var texts = corpus.open()) {
            return texts.toList();
        } finally {
            assertEquals(List.of(), corpus.report());
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
