package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.SchemaChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project of the second form, as it was before the journal could change the schema.
class OlderProjectTest {

    private static final String SCHEMA = """
            {"entities":[{"name":"Gene","colour":"#009E73","key":"3","letter":"G","band":false}],
             "relations":["Gene-associated-Disease"],"labels":["review"]}""";

    private static final String MENTION = "{\"spans\":[[8,11]],\"source\":{\"person\":\"you\"}}";

    @Test
    void itIsOpenedWithoutLossAndCanBeUndone(@TempDir Path folder) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(ProjectStore.DATABASE));
                var statement = connection.createStatement()) {
            for (int version = 1; version <= 2; version++) statement.executeUpdate(Database.script(version));
            statement.executeUpdate("PRAGMA application_id = " + 0x42476c73);
            statement.executeUpdate("PRAGMA user_version = 2");
            statement.executeUpdate("INSERT INTO setting VALUES ('project.schema', '" + SCHEMA + "')");
            statement.executeUpdate(
                    "INSERT INTO journal VALUES (1, '2026-01-01T00:00:00Z', 'you', 'DO', 'Mark', 1, 0)");
            statement.executeUpdate("INSERT INTO document(number, id, title, year, journal, length, status, changed,"
                    + " confirmed) VALUES (1, 'd', 'Loss of p53', '', '', 11, 'NEW', 1, 1)");
            statement.executeUpdate("INSERT INTO content VALUES (1, 'Loss of p53', '[]', '{}')");
            statement.executeUpdate("INSERT INTO annotation VALUES (1, 'm1', 'mention', 'gold', 'Gene', 'CONFIRMED', '"
                    + MENTION + "')");
            statement.executeUpdate("INSERT INTO journal_edit VALUES (1, 0, 1, '{\"add\":{\"kind\":\"mention\","
                    + "\"id\":\"m1\",\"layer\":\"gold\",\"type\":\"Gene\"," + MENTION.substring(1) + "}')");
        }

        try (var store = ProjectStore.open(folder)) {
            var before = store.schema();
            assertEquals(List.of(RelationType.binary("Gene-associated-Disease")), before.relations());
            assertEquals(List.of("Gene"), types(store));
            assertEquals(Optional.of("Mark"), store.nextUndo());

            var without = new Schema(before.entities(), List.of(), before.labels(), before.attributes());
            store.perform("you", "Delete", List.of(), Optional.of(new SchemaChange(before, without)), () -> {});
            assertEquals(without, store.schema());
            store.undo("you");
            assertEquals(before, store.schema());
            store.undo("you");
            assertTrue(types(store).isEmpty());
            store.redo("you");
            assertEquals(List.of("Gene"), types(store));
        }
    }

    private static List<String> types(ProjectStore store) {
        return store.find("d").orElseThrow().mentions().map(Mention::type).toList();
    }
}
