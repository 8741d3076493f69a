package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads the suggestions of a project without its texts.
record SuggestionRows(Connection connection) {

    /// In the order of the documents.
    int forEach(Consumer<Suggestion> consumer) throws SQLException {
        try (var query = connection.prepareStatement("SELECT document.id, kind, annotation.id, layer, type, body"
                        + " FROM annotation JOIN document ON document.number = annotation.document"
                        + " WHERE standing = 'SUGGESTED' ORDER BY annotation.document");
                var row = query.executeQuery()) {
            int count = 0;
            for (; row.next(); count++) {
                consumer.accept(new Suggestion(
                        row.getString(1),
                        AnnotationJson.annotation(
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))));
            }
            return count;
        }
    }
}
