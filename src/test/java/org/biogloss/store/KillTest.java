package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.biogloss.document.Annotation;
import org.biogloss.document.Marked;
import org.biogloss.document.Schema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle of its edits loses none that it was told is saved, and leaves a project that
/// opens.
class KillTest {

    private static final int ROUNDS = 20;

    @TempDir
    Path folder;

    private final Random random = new Random();

    @BeforeEach
    void makeProject() {
        try (var store = ProjectStore.create(folder.resolve("project"), "Kill", Schema.standard());
                var batch = store.startImport()) {
            for (int i = 0; i < 3; i++) batch.add(Marked.text("d" + i, "Loss of p53 in HeLa cells, of course"));
            batch.commit("test", "Import");
        }
    }

    @Test
    void noAcknowledgedEditIsLost() throws Exception {
        int cutShort = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var acknowledged = editUntilKilled(round);
            if (acknowledged.size() < 100) cutShort++;
            assertKept(round, acknowledged);
        }
        assertTrue(cutShort >= ROUNDS / 2, "only " + cutShort + " of " + ROUNDS + " were killed on the way");
    }

    /// The lines that the process said, each a journal number and a step, up to a random one at which it is killed.
    private List<String> editUntilKilled(int round) throws IOException, InterruptedException {
        var child = start("" + round);
        var lines = new ArrayList<String>();
        int enough = random.nextInt(95);
        try (var out = new BufferedReader(child.inputReader(StandardCharsets.UTF_8))) {
            while (lines.size() < enough) {
                var line = out.readLine();
                if (line == null) break;
                if (isAcknowledgement(line)) lines.add(line);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
            child.toHandle().destroyForcibly(); // The process itself would close the pipe with it.
            // What was still in the pipe was acknowledged too; a torn last line was not.
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (isAcknowledgement(line)) lines.add(line);
            }
        }
        assertTrue(child.waitFor(30, TimeUnit.SECONDS));
        return lines;
    }

    private static boolean isAcknowledgement(String line) {
        return line.matches("\\d+ \\d+");
    }

    private void assertKept(int round, List<String> acknowledged) throws SQLException {
        try (var store = ProjectStore.open(folder.resolve("project"))) {
            assertSound(store);
            long last = store.generation();
            var kept = new TreeSet<String>();
            store.forEach(document ->
                    document.annotations().stream().map(Annotation::type).forEach(kept::add));
            for (var line : acknowledged) {
                long number = Long.parseLong(line.substring(0, line.indexOf(' ')));
                int step = Integer.parseInt(line.substring(line.indexOf(' ') + 1));
                assertTrue(number <= last, () -> "entry " + number + " of " + last);
                if (step % 10 < 8) {
                    assertTrue(
                            kept.contains(ScriptedEditor.type("" + round, step)),
                            () -> "round " + round + " step " + step);
                }
            }
            assertTrue(store.canUndo() || acknowledged.isEmpty());
        }
    }

    private static void assertSound(ProjectStore store) throws SQLException {
        try (var statement = store.database().writer().createStatement()) {
            try (var row = statement.executeQuery("PRAGMA integrity_check")) {
                row.next();
                assertEquals("ok", row.getString(1));
            }
            try (var row = statement.executeQuery("PRAGMA foreign_key_check")) {
                assertFalse(row.next());
            }
        }
        var counted = store.counts().stream().mapToLong(TypeCount::count).sum();
        var summed = store.summaries(0, 10).stream()
                .mapToInt(DocumentSummary::confirmed)
                .sum();
        assertEquals(counted, summed);
    }

    /// A small JVM: the class path is this test's, but little of it is loaded.
    private Process start(String round) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedEditor.class.getName(),
                        folder.resolve("project").toString(),
                        round)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
