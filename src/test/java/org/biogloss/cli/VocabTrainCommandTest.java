package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.Tokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VocabTrainCommandTest {

    @TempDir
    Path folder = Path.of("");

    private Path corpus = Path.of("");
    private Path out = Path.of("");
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        corpus = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"id\": \"1\", \"text\": \"Naloxone reverses Clonidine. Naïve rats.\", \"in\": [\"X/train\"]}\n"
                                .repeat(3)
                        + "{\"id\": \"2\", \"text\": \"Secret secret\", \"in\": [\"X/dev\"]}\n");
        out = folder.resolve("V");
    }

    @Test
    void theFolderItWritesOpensAndTellsItsMerges() throws IOException {
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "200", "--out", out));
        try (var tokenizer = Tokenizer.open(out)) {
            assertEquals(
                    List.of("naloxone", "naive"),
                    tokenizer.encode("NALOXONE naïve").pieces());
        }
        assertFalse(MergeHistory.read(out).of("clonidine").isEmpty());
        assertTrue(Files.exists(out.resolve("vocab.txt")));
        assertTrue(said.contains("The corpus gives only"), said);
    }

    @Test
    void caseIsKeptWhereAskedAndAmongBytesUnlessAskedNotTo() throws IOException {
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "200", "--out", out, "--cased"));
        assertFalse(lowerCases());
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "400", "--out", out, "--kind", "bpe"));
        assertFalse(lowerCases());
        assertTrue(Files.exists(out.resolve("merges.txt")));
        assertFalse(Files.exists(out.resolve("vocab.txt")), "what was there before is gone");
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "400", "--out", out, "--kind", "bpe", "--no-cased"));
        assertTrue(lowerCases());
    }

    @Test
    void recordsOfEvaluationSplitsCanBeLeftOut() throws IOException {
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "200", "--out", out, "--without", ".*/(dev|test)"));
        try (var tokenizer = Tokenizer.open(out)) {
            assertTrue(tokenizer.id("secret").isEmpty());
        }
        assertTrue(said.contains("left out by --without: 1"), said);
    }

    @Test
    void itSaysByItsExitThatAPartCouldNotBeRead() throws IOException {
        var bytes = new byte[100_000];
        new Random(1).nextBytes(bytes);
        var noise = Files.write(folder.resolve("noise.txt"), bytes);
        var old = Files.write(folder.resolve("old.txt"), "Größe".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Exit.PARTLY_REJECTED, run("--corpus", corpus, noise, old, "--size", "200", "--out", out));
        assertTrue(said.contains("left out: " + noise + ": is no text"), said);
        assertTrue(said.contains("put right: " + old + ": line 1: it is not UTF-8"), said);
        assertTrue(Files.exists(out.resolve("vocab.txt")));
    }

    @Test
    void aLineOfFiftyMegabytesIsReadWhetherItHasBlanksOrNot() throws IOException {
        var line = Files.writeString(folder.resolve("line.txt"), "naloxone ".repeat(6_000_000));
        assertEquals(Exit.DONE, run("--corpus", line, "--size", "200", "--out", out));
        var data = Files.writeString(folder.resolve("data.txt"), "acgt".repeat(13_000_000));
        assertEquals(Exit.DONE, run("--corpus", data, corpus, "--size", "200", "--out", out));
        assertTrue(said.contains("longer than any word"), said);
    }

    @Test
    void wrongWordsAreWrongWords() {
        assertEquals(Exit.WRONG_WORDS, run("--corpus", corpus, "--size", "0", "--out", out));
        assertEquals(Exit.WRONG_WORDS, run("--corpus", corpus, "--size", "20000000", "--out", out));
        assertEquals(Exit.WRONG_WORDS, run("--corpus", corpus, "--size", "200", "--out", out, "--kind", "unigram"));
        assertEquals(Exit.WRONG_WORDS, run("--corpus", corpus, "--size", "200", "--out", out, "--without", "("));
        assertEquals(Exit.WRONG_WORDS, run("--corpus", corpus, "--out", out));
        assertFalse(Files.exists(out));
    }

    @Test
    void whatFailsLeavesTheFolderAsItWas() throws IOException {
        var note = Files.writeString(Files.createDirectories(out).resolve("note.txt"), "mine");
        assertEquals(Exit.FAILED, run("--corpus", corpus, "--size", "200", "--out", out));
        assertTrue(said.contains("other things are there already"), said);
        assertEquals("mine", Files.readString(note));
        Files.delete(note);
        assertEquals(Exit.DONE, run("--corpus", corpus, "--size", "200", "--out", out));
        var before = Files.readString(out.resolve("vocab.txt"));
        var empty = Files.writeString(folder.resolve("empty.txt"), "\n");
        assertEquals(Exit.FAILED, run("--corpus", empty, "--size", "200", "--out", out));
        assertTrue(said.contains("there is no text in it"), said);
        assertEquals(Exit.FAILED, run("--corpus", folder.resolve("absent"), "--size", "200", "--out", out));
        assertEquals(Exit.FAILED, run("--corpus", corpus, "--size", "6", "--out", out));
        assertEquals(Exit.FAILED, run("--corpus", corpus, "--size", "200", "--out", corpus));
        assertEquals(before, Files.readString(out.resolve("vocab.txt")));
    }

    private boolean lowerCases() throws IOException {
        try (var tokenizer = Tokenizer.open(out)) {
            return tokenizer.lowerCases();
        }
    }

    private int run(Object... words) {
        var line = new CommandLine(new VocabTrainCommand());
        var answers = new StringWriter();
        line.setOut(new PrintWriter(answers));
        line.setErr(new PrintWriter(answers));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            answers.append(String.valueOf(failure.getMessage()));
            return Exit.FAILED;
        });
        var all = new ArrayList<String>();
        for (var word : words) all.add(word.toString());
        int exit = line.execute(all.toArray(String[]::new));
        said = answers.toString();
        return exit;
    }
}
