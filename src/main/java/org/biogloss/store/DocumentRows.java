package org.biogloss.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;

/// Reads documents, whole or in short, on one connection.
record DocumentRows(Connection connection) {

    private static final String WHOLE =
            "SELECT number, id, status, text, sections, about FROM document JOIN content ON document = number ";
    private static final String ANNOTATIONS = "SELECT document, kind, id, layer, type, body FROM annotation ";
    private static final String SHORT = "SELECT id, title, status, confirmed, suggested, year, journal FROM document ";

    /// Where a document stands and what an edit must know of it.
    record Place(long number, String id, int length) {}

    Optional<Place> place(String id) throws SQLException {
        try (var query = connection.prepareStatement("SELECT number, length FROM document WHERE id = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new Place(row.getLong(1), id, row.getInt(2))) : Optional.empty();
            }
        }
    }

    /// What tells one state of a document from another.
    ///
    /// @param number  of its row
    /// @param changed the journal entry that changed it last
    record State(long number, long changed) {}

    Optional<State> state(String id) throws SQLException {
        try (var query = connection.prepareStatement("SELECT number, changed FROM document WHERE id = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(new State(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    Optional<AnnotatedDocument> find(String id) throws SQLException {
        try (var query = connection.prepareStatement(WHOLE + "WHERE id = ?")) {
            query.setString(1, id);
            try (var row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                return Optional.of(whole(row, annotations(row.getLong(1))));
            }
        }
    }

    /// All documents in import order, in constant memory: both tables are read side by side.
    void forEach(Consumer<AnnotatedDocument> consumer) throws SQLException {
        try (var documents = connection.prepareStatement(WHOLE + "ORDER BY number");
                var said = connection.prepareStatement(ANNOTATIONS + "ORDER BY document");
                var document = documents.executeQuery();
                var annotation = said.executeQuery()) {
            boolean more = annotation.next();
            while (document.next()) {
                var annotations = new ArrayList<Annotation>();
                long number = document.getLong(1);
                // Those of documents out of sight are passed over.
                for (; more && annotation.getLong(1) <= number; more = annotation.next()) {
                    if (annotation.getLong(1) == number) annotations.add(annotation(annotation));
                }
                consumer.accept(whole(document, annotations));
            }
        }
    }

    /// Numbers count from 1, and without gaps unless an import was undone: so a page is found without counting.
    List<DocumentSummary> summaries(int offset, int limit) throws SQLException {
        boolean gaps = number("SELECT EXISTS (SELECT 1 FROM absent WHERE journal > 0)") > 0;
        var page = gaps ? "ORDER BY number LIMIT ?2 OFFSET ?1" : "WHERE number > ?1 ORDER BY number LIMIT ?2";
        try (var query = connection.prepareStatement(SHORT + page)) {
            query.setInt(1, offset);
            query.setInt(2, limit);
            var summaries = new ArrayList<DocumentSummary>();
            try (var row = query.executeQuery()) {
                while (row.next()) summaries.add(summary(row));
            }
            return summaries;
        }
    }

    /// In the order asked for; ids that are not there are left out.
    List<DocumentSummary> summaries(List<String> ids) throws SQLException {
        try (var query = connection.prepareStatement(SHORT + "WHERE id = ?")) {
            var found = new ArrayList<DocumentSummary>();
            for (var id : ids) {
                query.setString(1, id);
                try (var row = query.executeQuery()) {
                    if (row.next()) found.add(summary(row));
                }
            }
            return found;
        }
    }

    /// The ids that a query gives in its first column.
    List<String> ids(String sql, Object... parameters) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            var ids = new ArrayList<String>();
            try (var row = query.executeQuery()) {
                while (row.next()) ids.add(row.getString(1));
            }
            return ids;
        }
    }

    /// Those of the ids that documents in sight have.
    Set<String> present(Collection<String> ids) throws SQLException {
        return Set.copyOf(
                ids("SELECT id FROM document WHERE id IN (SELECT value FROM json_each(?))", AnnotationJson.list(ids)));
    }

    /// Those of the ids that rows have, in sight or not.
    List<String> taken(Collection<String> ids) throws SQLException {
        return ids(
                "SELECT id FROM document_row WHERE id IN (SELECT value FROM json_each(?))", AnnotationJson.list(ids));
    }

    /// The number that a query gives in its only field.
    long number(String sql, Object... parameters) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /// The settings whose keys begin so, by what follows, in the order of their keys.
    Map<String, String> settings(String prefix) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        try (var query = connection.prepareStatement(
                "SELECT key, value FROM setting WHERE substr(key, 1, ?) = ? ORDER BY key")) {
            query.setInt(1, prefix.codePointCount(0, prefix.length()));
            query.setString(2, prefix);
            try (var row = query.executeQuery()) {
                while (row.next()) settings.put(row.getString(1).substring(prefix.length()), row.getString(2));
            }
        }
        return settings;
    }

    List<Annotation> annotations(long document) throws SQLException {
        try (var query = connection.prepareStatement(ANNOTATIONS + "WHERE document = ?")) {
            query.setLong(1, document);
            var annotations = new ArrayList<Annotation>();
            try (var row = query.executeQuery()) {
                while (row.next()) annotations.add(annotation(row));
            }
            return annotations;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
    }

    private static AnnotatedDocument whole(ResultSet row, List<Annotation> annotations) throws SQLException {
        var document = new Document(
                row.getString(2),
                row.getString(4),
                AnnotationJson.sections(row.getString(5)),
                AnnotationJson.map(row.getString(6)));
        return new AnnotatedDocument(document, DocumentStatus.valueOf(row.getString(3)), annotations);
    }

    private static Annotation annotation(ResultSet row) throws SQLException {
        return AnnotationJson.annotation(
                row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6));
    }

    private static DocumentSummary summary(ResultSet row) throws SQLException {
        return new DocumentSummary(
                row.getString(1),
                row.getString(2),
                DocumentStatus.valueOf(row.getString(3)),
                row.getInt(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7));
    }
}
