package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biogloss.document.SchemaPart;

/// Finds what goes by a name of the schema, on one connection.
record UsageQuery(Connection connection) {

    Usage count(SchemaPart part, String name) throws SQLException {
        var rows = new DocumentRows(connection);
        var from = " FROM annotation WHERE " + Arrivals.IN_SIGHT + " AND " + condition(part);
        return new Usage(
                rows.number("SELECT count(*)" + from, name),
                rows.number("SELECT count(DISTINCT document)" + from, name),
                rows.ids("SELECT DISTINCT layer" + from + " ORDER BY layer", name));
    }

    Map<String, Long> attributes() throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var query = connection.prepareStatement("SELECT key, count(*) FROM annotation,"
                        + " json_each(body, '$.attributes') WHERE instr(body, '\"attributes\"') GROUP BY key");
                var row = query.executeQuery()) {
            while (row.next()) counts.put(row.getString(1), row.getLong(2));
        }
        return counts;
    }

    /// In import order.
    List<String> documents(SchemaPart part, String name) throws SQLException {
        return new DocumentRows(connection)
                .ids(
                        "SELECT id FROM document WHERE number IN (SELECT document FROM annotation WHERE "
                                + condition(part) + ") ORDER BY number",
                        name);
    }

    /// The layer and standing come first in the index, so the planner needs the names to be all it is asked for.
    private static String condition(SchemaPart part) {
        return switch (part) {
            case ENTITY -> named(AnnotationJson.MENTION);
            case RELATION -> named(AnnotationJson.RELATION);
            case LABEL -> named(AnnotationJson.LABEL);
            case ATTRIBUTE -> "EXISTS (SELECT 1 FROM json_each(body, '$.attributes') WHERE key = ?)";
        };
    }

    private static String named(String kind) {
        return "kind = '" + kind + "' AND type = ?";
    }
}
