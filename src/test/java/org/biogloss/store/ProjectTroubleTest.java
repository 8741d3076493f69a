package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong gives one message in words, and leaves what was saved.
class ProjectTroubleTest {

    @TempDir
    Path folder;

    @Test
    void aFolderWithoutAProjectIsNoProject() {
        assertTrouble(() -> ProjectStore.open(folder), "not a BioGloss project");
        assertTrouble(() -> ProjectStore.openToRead(folder.resolve("nowhere")), "not a BioGloss project");
    }

    @Test
    void aProjectIsNotMadeOverAnother() {
        ProjectStore.create(folder, "One", Schema.standard()).close();

        assertTrouble(() -> ProjectStore.create(folder, "Two", Schema.standard()), "there is one already");
        try (var store = ProjectStore.open(folder)) {
            assertEquals("One", store.name());
        }
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() throws Exception {
        sql("CREATE TABLE precious(x)");
        var before = Files.readAllBytes(folder.resolve(ProjectStore.DATABASE));

        assertTrouble(() -> ProjectStore.open(folder), "was not made by BioGloss");
        assertArrayEquals(before, Files.readAllBytes(folder.resolve(ProjectStore.DATABASE)));
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve(ProjectStore.DATABASE), "Dear diary, today I ".repeat(500));

        assertTrouble(() -> ProjectStore.open(folder), "is damaged");
        assertTrue(Files.readString(folder.resolve(ProjectStore.DATABASE)).startsWith("Dear diary"));
    }

    @Test
    void aProjectFromTheFutureIsLeftAlone() throws Exception {
        ProjectStore.create(folder, "Tomorrow", Schema.standard()).close();
        sql("PRAGMA user_version = 99");

        assertTrouble(() -> ProjectStore.open(folder), "made by a newer BioGloss");
        assertTrouble(() -> ProjectStore.openToRead(folder), "made by a newer BioGloss");
    }

    @Test
    void oneHoldsAProjectAndOthersMayRead() {
        try (var store = ProjectStore.create(folder, "Mine", Schema.standard())) {
            put(store, Marked.text("a", "one"));
            assertTrouble(() -> ProjectStore.open(folder), "another BioGloss has it open");
            try (var reader = ProjectStore.openToRead(folder)) {
                assertEquals(List.of("a"), reader.ids());
                put(store, Marked.text("b", "two"));
                assertEquals(List.of("a", "b"), reader.ids());
                assertTrouble(() -> reader.putSetting("a", "b"), "open here to be read only");
            }
        }
        ProjectStore.open(folder).close();
    }

    @Test
    void aDatabaseThatAnotherProgramLocksGivesAMessageAndLetsGoLater() throws Exception {
        try (var store = ProjectStore.create(folder, "Mine", Schema.standard())) {
            put(store, Marked.text("a", "one two"));
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(ProjectStore.DATABASE));
                    var statement = other.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                assertTrouble(() -> store.perform("you", "Mark", List.of(mark("a"))), "holds its database locked");
                assertTrouble(() -> put(store, Marked.text("b", "two")), "holds its database locked");
                statement.execute("ROLLBACK");
            }
            store.perform("you", "Mark", List.of(mark("a")));
        }
    }

    @Test
    void aFullDiskLosesNothingThatWasSaved() throws SQLException {
        try (var store = ProjectStore.create(folder, "Full", Schema.standard())) {
            put(store, Marked.text("a", "one two three"));
            store.perform("you", "Mark", List.of(mark("a")));
            var saved = store.find("a").orElseThrow();
            var big = Document.of("big", "word ".repeat(400_000));
            limit(store, 40);

            assertTrouble(() -> put(store, AnnotatedDocument.bare(big)), "the disk is full");
            var filler = new Edit.Group(new ArrayList<>(mentions(3_000)));
            assertTrouble(
                    () -> store.perform("you", "Mark all", List.of(new DocumentEdit("a", filler))), "the disk is full");
            assertEquals(saved, store.find("a").orElseThrow());

            limit(store, 1_000_000);
            store.undo("you");
            put(store, AnnotatedDocument.bare(big));
        }
        try (var store = ProjectStore.open(folder)) {
            assertEquals(List.of("a", "big"), store.ids());
            assertEquals(List.of(), store.find("a").orElseThrow().annotations());
        }
    }

    @Test
    void aDamagedPageIsToldAndNothingIsWritten() throws IOException {
        try (var store = ProjectStore.create(folder, "Hurt", Schema.standard())) {
            for (int i = 0; i < 300; i++) put(store, Marked.text("d" + i, "word ".repeat(400) + "[p53|Gene]"));
        }
        var file = folder.resolve(ProjectStore.DATABASE);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var noise = ByteBuffer.wrap("noise".repeat(2000).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            channel.write(noise, channel.size() / 2 / 4096 * 4096);
        }
        var before = Files.readAllBytes(file);

        assertTrouble(
                () -> {
                    try (var store = ProjectStore.open(folder)) {
                        store.forEach(_ -> {});
                    }
                },
                "is damaged");
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void aProjectOfVersionOneIsBroughtUpToDate() throws SQLException {
        sql(
                Database.script(1),
                "PRAGMA application_id = " + 0x42476c73,
                "PRAGMA user_version = 1",
                "INSERT INTO setting VALUES ('project.name', 'Old')",
                "INSERT INTO journal VALUES (1, '2026-01-01T00:00:00Z', 'you', 'NOTE', 'Import', 0, 0)",
                "INSERT INTO document VALUES (1, 'a', 'Title', '1999', 'J', 9, 'DONE', 1)",
                "INSERT INTO content VALUES (1, 'Title p53', '[[\"title\",0,5]]', '{\"year\":\"1999\"}')",
                "INSERT INTO annotation VALUES (1, 'm1', 'mention', 'gold', 'Gene', 'CONFIRMED',"
                        + " '{\"spans\":[[6,9]],\"source\":{\"person\":\"you\"}}')",
                "INSERT INTO annotation VALUES (1, 'm2', 'mention', 'ner', 'Gene', 'SUGGESTED',"
                        + " '{\"spans\":[[6,9]],\"source\":{\"model\":\"ner\",\"confidence\":0.5}}')");

        try (var store = ProjectStore.openToRead(folder)) {
            var summary = store.summaries(0, 10).getFirst();
            assertEquals(
                    "1 confirmed, 1 suggested",
                    summary.confirmed() + " confirmed, " + summary.suggested() + " suggested");
            assertEquals(
                    "p53",
                    store.find("a")
                            .orElseThrow()
                            .mentions("gold")
                            .findFirst()
                            .orElseThrow()
                            .in("Title p53"));
        }
        try (var store = ProjectStore.open(folder)) {
            assertEquals(List.of("a"), store.withSuggestions("ner", java.util.Optional.of("Gene")));
        }
    }

    private static void limit(ProjectStore store, int pages) throws SQLException {
        try (var statement = store.database().writer().createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private static List<Edit> mentions(int count) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < count; i++) {
            edits.add(new Edit.Add(Mention.of("gold", Span.of(0, 3), "Gene", new Source.Person("you"))));
        }
        return edits;
    }

    private static DocumentEdit mark(String document) {
        return new DocumentEdit(document, mentions(1).getFirst());
    }

    private static void put(ProjectStore store, AnnotatedDocument document) {
        try (var batch = store.startImport()) {
            batch.add(document);
            batch.commit("test", "Import");
        }
    }

    private void sql(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(ProjectStore.DATABASE));
                var statement = connection.createStatement()) {
            for (var sql : statements) statement.executeUpdate(sql);
        }
    }

    private static void assertTrouble(Executable action, String words) {
        var trouble = assertThrows(ProjectException.class, action);
        assertTrue(trouble.getMessage().contains(words), trouble.getMessage());
    }
}
