package org.biogloss.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.store.JournalEntry.Kind;

/// Documents on their way into a project: all of them, at [#commit()], or none. Other writers wait meanwhile, so close
/// it soon, on the thread that started it.
public final class ImportBatch implements AutoCloseable {

    private final Database database;
    private final long number;
    private final Changes changes;
    private final List<DocumentEdit> added = new ArrayList<>();
    private int documents;
    private boolean open = true;

    ImportBatch(Database database) {
        this.database = database;
        database.lockForWriting();
        try {
            var writer = database.writer();
            Database.begin(writer);
            number = new Journal(writer).last() + 1;
            changes = new Changes(writer, number);
        } catch (SQLException e) {
            end(false);
            throw Trouble.with(database.folder(), "import documents", e);
        }
    }

    /// Whether the project, or this batch so far, has a document of that id.
    public boolean contains(String id) {
        return doing(() -> rows().place(id).isPresent());
    }

    public Optional<AnnotatedDocument> find(String id) {
        return doing(() -> rows().find(id));
    }

    /// Takes a document that is not there yet.
    public void add(AnnotatedDocument document) {
        doing(() -> {
            changes.addDocument(document.document(), document.status(), document.annotations());
            return ++documents;
        });
    }

    /// Adds annotations to a document that is there already.
    public void annotate(String id, List<Annotation> annotations) {
        if (annotations.isEmpty()) return;
        var edit = new DocumentEdit(
                id,
                new Edit.Group(annotations.stream()
                        .map(annotation -> (Edit) new Edit.Add(annotation))
                        .toList()));
        doing(() -> {
            changes.apply(edit);
            return added.add(edit);
        });
    }

    /// Keeps what was added, with a note in the journal. Undo passes over it.
    public JournalEntry commit(String by, String title) {
        return doing(() -> {
            var entry = new Journal(database.writer()).append(number, by, Kind.NOTE, title, added);
            changes.close();
            Database.commit(database.writer());
            end(true);
            return entry;
        });
    }

    /// Forgets everything unless it was committed.
    @Override
    public void close() {
        if (open) end(false);
    }

    private DocumentRows rows() {
        return new DocumentRows(database.writer());
    }

    private void end(boolean committed) {
        open = false;
        try {
            if (!committed) Database.rollback(database.writer());
        } finally {
            database.unlock();
        }
    }

    private interface Step<R> {
        R run() throws SQLException;
    }

    private <R> R doing(Step<R> step) {
        if (!open) throw new IllegalStateException("This import is over");
        try {
            return step.run();
        } catch (SQLException e) {
            end(false);
            throw Trouble.with(database.folder(), "import documents", e);
        }
    }
}
