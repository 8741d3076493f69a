package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.biogloss.document.SchemaChange;
import org.biogloss.store.Arrivals.Range;
import org.biogloss.store.JournalEntry.Kind;

/// The journal's rows on one connection, and how undo and redo follow from them.
///
/// Each row says where undo and redo stand after it, so the last row says where they stand now. What lay below an
/// entry on either stack is what stood in the row before it: rows never change, so the stacks need no other memory.
record Journal(Connection connection) {

    private static final String COLUMNS = "SELECT journal.number, time, person, kind, journal.title, journal.first,"
            + " journal.last, " + Arrivals.ID + ", edit FROM ";
    private static final String ALL = COLUMNS + "journal LEFT JOIN journal_edit AS part ON part.journal ="
            + " journal.number LEFT JOIN document_row ON document_row.number = part.document"
            + " ORDER BY journal.number, position";
    private static final String OF_DOCUMENT = COLUMNS + "journal_edit AS part JOIN journal ON journal.number ="
            + " part.journal JOIN document_row ON document_row.number = part.document"
            + " WHERE part.document = (SELECT number FROM document WHERE id = ?1) AND part.journal IN"
            + " (SELECT DISTINCT journal FROM journal_edit WHERE document = (SELECT number FROM document WHERE id = ?1)"
            + " AND journal > ?2 ORDER BY journal DESC LIMIT ?3) ORDER BY part.journal DESC, position";

    /// @param undo the entry that an undo reverses next, 0 for none
    /// @param redo the UNDO entry that a redo reverses next, 0 for none
    record Stacks(long undo, long redo) {}

    long last() throws SQLException {
        return new DocumentRows(connection).number("SELECT max(number) FROM journal");
    }

    /// Where undo and redo stood after the entry.
    Stacks after(long number) throws SQLException {
        try (var query = connection.prepareStatement("SELECT undo, redo FROM journal WHERE number = ?")) {
            query.setLong(1, number);
            try (var row = query.executeQuery()) {
                return row.next() ? new Stacks(row.getLong(1), row.getLong(2)) : new Stacks(0, 0);
            }
        }
    }

    /// The stacks once an entry of this kind stands at `number`, after the last one.
    Stacks next(Kind kind, long number) throws SQLException {
        var now = after(number - 1);
        return switch (kind) {
            case DO -> new Stacks(number, 0);
            case UNDO -> new Stacks(after(now.undo() - 1).undo(), number);
            case REDO -> new Stacks(number, after(now.redo() - 1).redo());
            case NOTE -> now;
        };
    }

    /// Adds the entry that follows the last one.
    JournalEntry append(long number, String by, Kind kind, String title, List<DocumentEdit> edits) throws SQLException {
        return append(number, by, kind, title, edits, Range.NONE);
    }

    /// @param documents those that it brings or, as an undo, takes out
    JournalEntry append(long number, String by, Kind kind, String title, List<DocumentEdit> edits, Range documents)
            throws SQLException {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var entry = new JournalEntry(
                number, now, by, kind, title, edits, Optional.empty(), signed(documents.count(), kind));
        var stacks = next(kind, number);
        try (var insert = connection.prepareStatement("INSERT INTO journal(number, time, person, kind, title, undo,"
                + " redo, first, last) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, entry.time().toString());
            insert.setString(3, by);
            insert.setString(4, kind.name());
            insert.setString(5, title);
            insert.setLong(6, stacks.undo());
            insert.setLong(7, stacks.redo());
            insert.setLong(8, documents.first());
            insert.setLong(9, documents.last());
            insert.executeUpdate();
        }
        try (var insert = connection.prepareStatement("INSERT INTO journal_edit(journal, position, document, edit)"
                + " SELECT ?, ?, number, ? FROM document WHERE id = ?")) {
            for (int i = 0; i < edits.size(); i++) {
                insert.setLong(1, number);
                insert.setInt(2, i);
                insert.setString(3, AnnotationJson.edit(edits.get(i).edit()));
                insert.setString(4, edits.get(i).documentId());
                insert.executeUpdate();
            }
        }
        return entry;
    }

    JournalEntry entry(long number) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT time, person, kind, title, first, last FROM journal" + " WHERE number = ?")) {
            query.setLong(1, number);
            try (var row = query.executeQuery()) {
                if (!row.next()) throw new IllegalStateException("The journal has no entry " + number);
                var kind = Kind.valueOf(row.getString(3));
                return new JournalEntry(
                        number,
                        Instant.parse(row.getString(1)),
                        row.getString(2),
                        kind,
                        row.getString(4),
                        edits(number),
                        new SchemaRows(connection).of(number),
                        signed(new Range(row.getLong(5), row.getLong(6)).count(), kind));
            }
        }
    }

    /// The documents that the entry brought or took out.
    Range documents(long number) throws SQLException {
        try (var query = connection.prepareStatement("SELECT first, last FROM journal WHERE number = ?")) {
            query.setLong(1, number);
            try (var row = query.executeQuery()) {
                return row.next() ? new Range(row.getLong(1), row.getLong(2)) : Range.NONE;
            }
        }
    }

    private static int signed(int documents, Kind kind) {
        return kind == Kind.UNDO ? -documents : documents;
    }

    /// The entries after one that changed a document, newest first, with what they did to it and to no other.
    List<JournalEntry> of(String documentId, long after, int limit) throws SQLException {
        var entries = new ArrayList<JournalEntry>();
        read(OF_DOCUMENT, _ -> Optional.empty(), entries::add, documentId, after, limit);
        return entries;
    }

    /// All entries, oldest first, one in memory at a time.
    void forEach(Consumer<JournalEntry> consumer) throws SQLException {
        read(ALL, new SchemaRows(connection)::of, consumer);
    }

    /// Told of an entry's number, says what became of the schema by it.
    private interface Schemas {
        Optional<SchemaChange> of(long number) throws SQLException;
    }

    private void read(String sql, Schemas schemas, Consumer<JournalEntry> consumer, Object... parameters)
            throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) query.setObject(i + 1, parameters[i]);
            try (var row = query.executeQuery()) {
                boolean more = row.next();
                while (more) {
                    long number = row.getLong(1);
                    var time = Instant.parse(row.getString(2));
                    var by = row.getString(3);
                    var kind = Kind.valueOf(row.getString(4));
                    var title = row.getString(5);
                    int documents = signed(new Range(row.getLong(6), row.getLong(7)).count(), kind);
                    var edits = new ArrayList<DocumentEdit>();
                    do {
                        if (row.getString(8) != null) {
                            edits.add(new DocumentEdit(row.getString(8), AnnotationJson.edit(row.getString(9))));
                        }
                        more = row.next();
                    } while (more && row.getLong(1) == number);
                    consumer.accept(
                            new JournalEntry(number, time, by, kind, title, edits, schemas.of(number), documents));
                }
            }
        }
    }

    /// The same entries without their edits, each of which may be thousands.
    List<JournalLine> lines(String documentId, int limit) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT number, time, person, kind, title FROM journal WHERE number"
                        + " IN (SELECT DISTINCT journal FROM journal_edit WHERE document ="
                        + " (SELECT number FROM document WHERE id = ?) ORDER BY journal DESC LIMIT ?) ORDER BY number DESC")) {
            query.setString(1, documentId);
            query.setInt(2, limit);
            var lines = new ArrayList<JournalLine>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    lines.add(new JournalLine(
                            row.getLong(1),
                            Instant.parse(row.getString(2)),
                            row.getString(3),
                            Kind.valueOf(row.getString(4)),
                            row.getString(5)));
                }
            }
            return lines;
        }
    }

    private List<DocumentEdit> edits(long number) throws SQLException {
        try (var query =
                connection.prepareStatement("SELECT " + Arrivals.ID + ", edit FROM journal_edit JOIN document_row"
                        + " ON document_row.number = document WHERE journal_edit.journal = ? ORDER BY position")) {
            query.setLong(1, number);
            var edits = new ArrayList<DocumentEdit>();
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    edits.add(new DocumentEdit(row.getString(1), AnnotationJson.edit(row.getString(2))));
                }
            }
            return edits;
        }
    }
}
