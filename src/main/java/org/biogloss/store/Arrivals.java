package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;

/// Stretches of documents that come into sight, go out of it, or never arrive: see `schema-4.sql`.
record Arrivals(Connection connection) {

    /// So many rows are removed in one transaction, between which other writers have their turn.
    private static final int BURST = 5_000;

    /// The id that people know, of a row in sight or not.
    static final String ID = "substr(document_row.id, instr(document_row.id, char(31)) + 1)";

    /// True of an annotation whose document is in sight.
    static final String IN_SIGHT = "NOT EXISTS (SELECT 1 FROM absent WHERE annotation.document BETWEEN first AND last)";

    /// Rows by their numbers, both included; none where `first` is 0.
    record Range(long first, long last) {
        static final Range NONE = new Range(0, 0);

        int count() {
            return first == 0 ? 0 : (int) (last - first + 1);
        }
    }

    /// From now on, new documents are out of sight.
    void begin() throws SQLException {
        update("INSERT INTO absent SELECT coalesce(max(number), 0) + 1, 9223372036854775807, 0 FROM document_row");
    }

    /// Lets a row that is out of sight give up its id.
    void free(String id) throws SQLException {
        update("UPDATE document_row SET id = number || char(31) || id WHERE id = ?", id);
    }

    /// Brings into sight what has arrived.
    Range take() throws SQLException {
        long first = number("SELECT min(first) FROM absent WHERE journal = 0");
        long last = number("SELECT max(number) FROM document_row");
        update("DELETE FROM absent WHERE journal = 0");
        return last < first ? Range.NONE : new Range(first, last);
    }

    /// @param journal the entry that takes them out
    void hide(Range range, long journal) throws SQLException {
        if (range.first() == 0) return;
        update("INSERT INTO absent VALUES (?, ?, ?)", range.first(), range.last(), journal);
    }

    void show(Range range) throws SQLException {
        if (range.first() == 0) return;
        update(
                "UPDATE document_row SET id = substr(id, instr(id, char(31)) + 1)"
                        + " WHERE number BETWEEN ? AND ? AND instr(id, char(31)) > 0",
                range.first(),
                range.last());
        update("DELETE FROM absent WHERE first = ? AND journal > 0", range.first());
    }

    /// Removes some of what has arrived and will never be taken, from the end, so that numbers stay without gaps.
    ///
    /// @return whether there is more
    boolean drop() throws SQLException {
        long first = number("SELECT min(first) FROM absent WHERE journal = 0");
        if (first == 0) return false;
        long from = Math.max(first, number("SELECT max(number) FROM document_row") - BURST + 1);
        update("DELETE FROM annotation WHERE document >= ?", from);
        update("DELETE FROM content WHERE document >= ?", from);
        update("DELETE FROM document_row WHERE number >= ?", from);
        if (from > first) return true;
        update("DELETE FROM absent WHERE journal = 0");
        return false;
    }

    private long number(String sql) throws SQLException {
        return new DocumentRows(connection).number(sql);
    }

    private void update(String sql, Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
            statement.executeUpdate();
        }
    }
}
