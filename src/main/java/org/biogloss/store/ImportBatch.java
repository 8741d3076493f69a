package org.biogloss.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.store.JournalEntry.Kind;

/// Documents on their way into a project: all of them, at [#commit], or none. They are written in bursts that nobody
/// sees yet, and between which others edit. Close it on the thread that started it.
public final class ImportBatch implements AutoCloseable {

    /// In characters of text and annotations: written in a fraction of a second.
    private static final int BURST = 1 << 20;

    private static final int ANNOTATION = 200;

    private final Database database;
    private final Map<String, AnnotatedDocument> waiting = new LinkedHashMap<>();
    private final List<DocumentEdit> added = new ArrayList<>();
    private int size;
    private boolean open = true;

    ImportBatch(Database database) {
        this.database = database;
        database.beginImport();
        boolean begun = false;
        try {
            database.write("import documents", ImportBatch::begin);
            begun = true;
        } finally {
            if (!begun) database.endImport();
        }
    }

    private static boolean begin(Connection connection) throws SQLException {
        var arrivals = new Arrivals(connection);
        while (arrivals.drop()) {} // what an import left that could not even clear away after itself
        arrivals.begin();
        return true;
    }

    /// Those of the ids that documents of the project have.
    public Set<String> present(Collection<String> ids) {
        requireOpen();
        return database.read("import documents", c -> new DocumentRows(c).present(ids));
    }

    /// The project's document of that id.
    public Optional<AnnotatedDocument> find(String id) {
        requireOpen();
        return database.read(
                "import documents", c -> Database.inTransaction(c, same -> new DocumentRows(same).find(id)));
    }

    /// Takes a document that neither the project nor this import has yet.
    public void add(AnnotatedDocument document) {
        requireOpen();
        if (waiting.putIfAbsent(document.id(), document) != null) {
            throw new IllegalArgumentException("The import has document " + document.id() + " already");
        }
        size += document.text().length() + ANNOTATION * document.annotations().size();
        if (size >= BURST) write();
    }

    /// Adds annotations to a document that the project has already.
    public void annotate(String id, List<Annotation> annotations) {
        requireOpen();
        if (annotations.isEmpty()) return;
        added.add(new DocumentEdit(
                id,
                new Edit.Group(annotations.stream()
                        .map(annotation -> (Edit) new Edit.Add(annotation))
                        .toList())));
    }

    /// Brings what was added into sight, as one action that can be undone. An import of nothing is only noted.
    ///
    /// @throws ProjectException if a document that was to get annotations was changed meanwhile in the same place
    public JournalEntry commit(String by, String title) {
        requireOpen();
        write();
        var entry = database.write("import documents", connection -> {
            var journal = new Journal(connection);
            long number = journal.last() + 1;
            try (var changes = new Changes(connection, number)) {
                for (var edit : added) changes.apply(edit);
            } catch (IllegalStateException changed) {
                throw new ProjectException(
                        "Cannot import: a document was changed while its annotations were read (" + changed.getMessage()
                                + "). Nothing was imported; import again.",
                        changed);
            }
            var documents = new Arrivals(connection).take();
            var kind = documents.count() + added.size() > 0 ? Kind.DO : Kind.NOTE;
            return journal.append(number, by, kind, title, added, documents);
        });
        open = false;
        database.endImport();
        return entry;
    }

    /// Forgets everything unless it was committed.
    @Override
    public void close() {
        if (!open) return;
        open = false;
        try {
            database.forgetArrivals();
        } finally {
            database.endImport();
        }
    }

    private void write() {
        if (waiting.isEmpty()) return;
        database.writeUnhurried("import documents", connection -> {
            var arrivals = new Arrivals(connection);
            for (var id : new DocumentRows(connection).taken(waiting.keySet())) arrivals.free(id);
            try (var changes = new Changes(connection, 0)) {
                for (var document : waiting.values()) changes.addArriving(document);
            }
            return waiting.size();
        });
        waiting.clear();
        size = 0;
    }

    private void requireOpen() {
        if (!open) throw new IllegalStateException("This import is over");
    }
}
