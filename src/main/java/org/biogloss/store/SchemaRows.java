package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaChange;

/// The schema as it stands, and the changes to it that journal entries carry, on one connection.
record SchemaRows(Connection connection) {

    static final String KEY = "project.schema";

    Schema now() throws SQLException {
        return new DocumentRows(connection)
                .ids("SELECT value FROM setting WHERE key = ?", KEY).stream()
                        .findFirst()
                        .map(SchemaJson::read)
                        .orElseGet(Schema::standard);
    }

    /// Changes the schema as it stands now, and notes at the entry what became of it.
    SchemaChange apply(SchemaChange change, long journal) throws SQLException {
        var before = now();
        var done = new SchemaChange(before, change.on(before));
        var after = SchemaJson.write(done.after());
        try (var put = connection.prepareStatement("INSERT OR REPLACE INTO setting VALUES (?, ?)")) {
            put.setString(1, KEY);
            put.setString(2, after);
            put.executeUpdate();
        }
        try (var insert = connection.prepareStatement("INSERT INTO journal_schema VALUES (?, ?, ?)")) {
            insert.setLong(1, journal);
            insert.setString(2, SchemaJson.write(before));
            insert.setString(3, after);
            insert.executeUpdate();
        }
        return done;
    }

    /// What the entry did to the schema, if it did.
    Optional<SchemaChange> of(long journal) throws SQLException {
        try (var query = connection.prepareStatement("SELECT before, after FROM journal_schema WHERE journal = ?")) {
            query.setLong(1, journal);
            try (var row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                return Optional.of(
                        new SchemaChange(SchemaJson.read(row.getString(1)), SchemaJson.read(row.getString(2))));
            }
        }
    }
}
