package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {

    private static final String FINE = "1|t|On p53\n1|a|x\n1\t3\t6\tp53\tGene\t7157\n";

    @TempDir
    Path folder = Path.of("");

    private static int run(Object... words) {
        var line = new java.util.ArrayList<String>(List.of("convert"));
        for (var word : words) line.add(word.toString());
        return BioGlossCommand.execute(() -> 0, List.of(new ConvertCommand()), line.toArray(String[]::new));
    }

    @Test
    void convertsByContentAndName() throws IOException {
        var in = Files.writeString(folder.resolve("a.txt"), FINE);
        var out = folder.resolve("b.jsonl");
        assertEquals(Exit.DONE, run(in, out));
        assertTrue(Files.readString(out).contains("\"start\":3,\"end\":6,\"text\":\"p53\""), Files.readString(out));
        assertEquals(Exit.DONE, run(out, folder.resolve("c"), "--to", "pubtator"));
        assertEquals(FINE + "\n", Files.readString(folder.resolve("c")));
    }

    @Test
    void saysByItsExitThatAPartWasRejected() throws IOException {
        var in = Files.writeString(folder.resolve("a.txt"), FINE + "1\t0\t3\tzzz\tGene\t1\n");
        var report = folder.resolve("report.json");
        assertEquals(Exit.PARTLY_REJECTED, run(in, folder.resolve("b.xml"), "--report", report));
        assertTrue(Files.readString(report).contains("\"rejected\" : 1"), Files.readString(report));
    }

    @Test
    void failsAndWritesNothingWhereNothingCouldBeRead() throws IOException {
        var in = Files.writeString(folder.resolve("a.pdf"), "%PDF-1.7");
        var out = folder.resolve("b.jsonl");
        assertEquals(Exit.FAILED, run(in, out));
        assertFalse(Files.exists(out));
        assertEquals(Exit.FAILED, run(folder.resolve("absent"), out));
    }

    @Test
    void wrongWordsAreWrongWords() throws IOException {
        var in = Files.writeString(folder.resolve("a.txt"), FINE);
        assertEquals(Exit.WRONG_WORDS, run(in, folder.resolve("b.jsonl"), "--from", "nonsense"));
        assertEquals(Exit.WRONG_WORDS, run(in, folder.resolve("noname")));
    }
}
