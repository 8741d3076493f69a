package org.biogloss.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaChange;
import org.biogloss.document.SchemaPart;
import org.biogloss.document.Standing;
import org.biogloss.store.JournalEntry.Kind;
import org.jspecify.annotations.Nullable;

/// One project on disk. Safe for any number of threads; what a verb has returned from outlives a crash.
///
/// A project is a folder: `project.db` (all that a person made), `index/` (made again when lost), `runs/`, `models/`.
/// One process at a time writes it; any number read it meanwhile ([#openToRead]). Longer than other classes because
/// every verb of a project stands here.
public final class ProjectStore implements AutoCloseable {

    static final String DATABASE = "project.db";

    private static final String NAME = "project.name";

    private final Path folder;
    private final Database database;
    private final @Nullable ProjectLock lock;
    private final RecentDocuments recent = new RecentDocuments();

    private ProjectStore(Path folder, Database database, @Nullable ProjectLock lock) {
        this.folder = folder;
        this.database = database;
        this.lock = lock;
    }

    /// Makes a project in a folder that holds none.
    public static ProjectStore create(Path folder, String name, Schema schema) {
        try {
            for (var part : List.of("index", "runs", "models")) Files.createDirectories(folder.resolve(part));
        } catch (IOException e) {
            throw new ProjectException(
                    "Cannot make a project in " + folder + ": " + e.getMessage() + ". Choose another folder.", e);
        }
        var store = locked(folder, lock -> {
            if (isProject(folder)) {
                throw new ProjectException("Cannot make a project in " + folder
                        + ": there is one already. Open it, or choose another folder.");
            }
            return new ProjectStore(folder, Database.create(folder, folder.resolve(DATABASE)), lock);
        });
        store.putSetting(NAME, name);
        store.saveSchema(schema);
        return store;
    }

    /// Opens a project to work in it, which no other process may do meanwhile.
    public static ProjectStore open(Path folder) {
        requireProject(folder);
        return locked(folder, lock -> new ProjectStore(folder, Database.open(folder, folder.resolve(DATABASE)), lock));
    }

    /// Opens a project to read it, even while another process works in it.
    public static ProjectStore openToRead(Path folder) {
        requireProject(folder);
        var file = folder.resolve(DATABASE);
        try {
            return new ProjectStore(folder, Database.openToRead(folder, file), null);
        } catch (Database.OutdatedException _) {
            open(folder).close();
            return new ProjectStore(folder, Database.openToRead(folder, file), null);
        }
    }

    public static boolean isProject(Path folder) {
        return Files.isRegularFile(folder.resolve(DATABASE));
    }

    /// Whether a process has the project open to work in it.
    public static boolean isHeld(Path folder) {
        requireProject(folder);
        return ProjectLock.isHeld(folder);
    }

    /// Whether it was opened to be read only.
    public boolean isReadOnly() {
        return lock == null;
    }

    /// Writes the project's database, as it is at this moment, to a new file. Others may write meanwhile.
    ///
    /// @throws ProjectException if it cannot be written, or what was written is not sound
    public void snapshot(Path file) {
        database.snapshot(file);
    }

    public Path folder() {
        return folder;
    }

    public String name() {
        return setting(NAME).orElse(String.valueOf(folder.getFileName()));
    }

    public Schema schema() {
        return reading("read the schema", c -> new SchemaRows(c).now());
    }

    /// Undo passes over it: what an import or a model has brought. What a person changes goes by [#perform].
    public void saveSchema(Schema schema) {
        putSetting(SchemaRows.KEY, SchemaJson.write(schema));
    }

    public Optional<String> setting(String key) {
        return reading(
                "read a setting",
                c -> new DocumentRows(c)
                        .ids("SELECT value FROM setting WHERE key = ?", key).stream()
                                .findFirst());
    }

    public void putSetting(String key, String value) {
        putSettings(Map.of(key, value));
    }

    public void putSettings(Map<String, String> settings) {
        database.write("save settings", c -> new SettingRows(c).put(settings));
    }

    public void removeSettings(Collection<String> keys) {
        database.write("remove settings", c -> new SettingRows(c).remove(keys));
    }

    /// The settings whose keys begin so, by what follows.
    public Map<String, String> settings(String prefix) {
        return reading("read settings", c -> new DocumentRows(c).settings(prefix));
    }

    public long documentCount() {
        return reading(
                "count the documents",
                c -> new DocumentRows(c)
                        .number("SELECT (SELECT count(*) FROM document_row) - coalesce((SELECT sum("
                                + "min(last, (SELECT max(number) FROM document_row)) - first + 1) FROM absent), 0)"));
    }

    public Optional<AnnotatedDocument> find(String id) {
        return reading(
                "read document " + id, c -> Database.inTransaction(c, same -> recent.find(new DocumentRows(same), id)));
    }

    /// In import order.
    public List<String> ids() {
        return reading("list the documents", c -> new DocumentRows(c).ids("SELECT id FROM document ORDER BY number"));
    }

    /// In import order.
    public List<DocumentSummary> summaries(int offset, int limit) {
        return reading("list the documents", c -> new DocumentRows(c).summaries(offset, limit));
    }

    /// In the order asked for; ids that are not there are left out.
    public List<DocumentSummary> summaries(List<String> ids) {
        return reading("list the documents", c -> new DocumentRows(c).summaries(ids));
    }

    /// Shows each document as it was when this began, in import order and constant memory.
    public void forEach(Consumer<AnnotatedDocument> consumer) {
        reading(
                "read the documents",
                c -> Database.inTransaction(c, same -> {
                    new DocumentRows(same).forEach(consumer);
                    return true;
                }));
    }

    /// How many annotations of each type stand how, over the whole project.
    public List<TypeCount> counts() {
        return reading("count the annotations", ProjectStore::counts);
    }

    /// The documents in which this layer has suggestions, of this type if one is given.
    public List<String> withSuggestions(String layer, Optional<String> type) {
        var sql = "SELECT id FROM document WHERE number IN (SELECT document FROM annotation WHERE layer = ?"
                + " AND standing = 'SUGGESTED'" + (type.isPresent() ? " AND type = ?" : "") + ") ORDER BY number";
        var parameters = type.isPresent() ? new Object[] {layer, type.get()} : new Object[] {layer};
        return reading("find suggestions", c -> new DocumentRows(c).ids(sql, parameters));
    }

    /// Shows each suggestion of each model.
    public void forEachSuggestion(Consumer<Suggestion> consumer) {
        reading("read the suggestions", c -> new SuggestionRows(c).forEach(consumer));
    }

    /// The documents in which this layer has confirmed mentions.
    public List<String> withConfirmed(String layer) {
        var sql = "SELECT id FROM document WHERE number IN (SELECT document FROM annotation WHERE layer = ?"
                + " AND kind = 'mention' AND standing = 'CONFIRMED') ORDER BY number";
        return reading("find confirmed mentions", c -> new DocumentRows(c).ids(sql, layer));
    }

    /// The documents in which confirmed mentions have concepts, in import order.
    public List<String> withConcepts() {
        var sql = "SELECT id FROM document WHERE number IN (SELECT document FROM annotation WHERE kind = 'mention'"
                + " AND standing = 'CONFIRMED' AND instr(body, '\"concepts\"')) ORDER BY number";
        return reading("find mentions with concepts", c -> new DocumentRows(c).ids(sql));
    }

    /// The number of the last journal entry; 0 in a new project. Whatever changes documents makes it greater.
    public long generation() {
        return reading("read the journal", c -> new Journal(c).last());
    }

    /// The documents that entries after this one have changed or brought, in import order.
    public List<String> changedSince(long generation) {
        return reading(
                "read the journal",
                c -> new DocumentRows(c)
                        .ids(
                                "SELECT id FROM (SELECT number, id FROM document WHERE changed > ?1"
                                        + " UNION SELECT document.number, document.id FROM journal JOIN document"
                                        + " ON document.number BETWEEN first AND last"
                                        + " WHERE journal.number > ?1 AND first > 0) ORDER BY number",
                                generation));
    }

    /// The documents that entries after this one have taken out of the project.
    public List<String> goneSince(long generation) {
        return reading(
                "read the journal",
                c -> new DocumentRows(c)
                        .ids(
                                "SELECT " + Arrivals.ID + " FROM absent JOIN document_row"
                                        + " ON document_row.number BETWEEN first AND last WHERE absent.journal > ?1"
                                        + " AND NOT EXISTS (SELECT 1 FROM document WHERE id = " + Arrivals.ID + ")",
                                generation));
    }

    /// Begins an import. Only one at a time: until it is closed, others wait; who edits does not.
    public ImportBatch startImport() {
        return new ImportBatch(database);
    }

    /// Carries out the edits as one action, in this order, and notes it in the journal: all of it or, if it throws,
    /// nothing.
    ///
    /// @throws IllegalStateException if an edit does not fit its document as it stands now
    public JournalEntry perform(String by, String title, List<DocumentEdit> edits) {
        return perform(by, title, edits, Optional.empty(), () -> {});
    }

    /// The same, with a change to the schema as part of the action.
    ///
    /// @param beforeEach called before each edit; what it throws ends the action, and nothing is done
    public JournalEntry perform(
            String by, String title, List<DocumentEdit> edits, Optional<SchemaChange> schema, Runnable beforeEach) {
        if (edits.isEmpty() && schema.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to do in: " + title);
        }
        var before = new HashMap<String, DocumentRows.State>();
        var done = database.write("save \"" + title + "\"", connection -> {
            var journal = new Journal(connection);
            long number = journal.last() + 1;
            note(before, connection, edits);
            try (var changes = new Changes(connection, number)) {
                for (var edit : edits) {
                    beforeEach.run();
                    changes.apply(edit);
                }
            }
            var entry = journal.append(number, by, Kind.DO, title, edits);
            if (schema.isEmpty()) return entry;
            return entry.with(new SchemaRows(connection).apply(schema.get(), number));
        });
        follow(before, done);
        return done;
    }

    /// What goes by a name of the schema.
    public Usage usage(SchemaPart part, String name) {
        return reading("count what is called " + name, c -> new UsageQuery(c).count(part, name));
    }

    /// How many annotations have each attribute.
    public Map<String, Long> attributeCounts() {
        return reading("count the attributes", c -> new UsageQuery(c).attributes());
    }

    /// The documents in which something goes by that name, in import order.
    public List<String> using(SchemaPart part, String name) {
        return reading("find what is called " + name, c -> new UsageQuery(c).documents(part, name));
    }

    public boolean canUndo() {
        return stacks().undo() > 0;
    }

    /// What [#undo] would reverse next, by its title.
    public Optional<String> nextUndo() {
        return reading("read the journal", c -> {
            var journal = new Journal(c);
            long next = journal.after(journal.last()).undo();
            return next == 0
                    ? Optional.empty()
                    : Optional.of(journal.entry(next).title());
        });
    }

    public boolean canRedo() {
        return stacks().redo() > 0;
    }

    /// Reverses the last action not yet undone, of whatever document and session.
    public Optional<JournalEntry> undo(String by) {
        return reverse(by, Kind.UNDO);
    }

    /// Repeats the action undone last, unless another was done since.
    public Optional<JournalEntry> redo(String by) {
        return reverse(by, Kind.REDO);
    }

    /// The actions that changed a document, newest first, with what they did to it and to no other.
    public List<JournalEntry> history(String documentId, int limit) {
        return reading("read the history of " + documentId, c -> new Journal(c).of(documentId, 0, limit));
    }

    /// Everything that was ever done in the project, oldest first, one entry in memory at a time.
    public void history(Consumer<JournalEntry> consumer) {
        reading("read the history", c -> {
            new Journal(c).forEach(consumer);
            return true;
        });
    }

    /// A document as it was once this entry had been made, but for suggestions, of which the journal keeps only what
    /// people made of them; 0 stands for the beginning.
    public Optional<AnnotatedDocument> asOf(String documentId, long entry) {
        return reading(
                "read the past of " + documentId,
                c -> Database.inTransaction(c, same -> {
                    var since = new Journal(same)
                            .of(documentId, entry, Integer.MAX_VALUE).stream()
                                    .flatMap(later -> later.edits().reversed().stream())
                                    .map(DocumentEdit::edit)
                                    .toList();
                    return new DocumentRows(same).find(documentId).map(now -> now.before(since));
                }));
    }

    /// How many documents stand how far.
    public Map<DocumentStatus, Long> statuses() {
        return reading("count the documents", c -> {
            var counts = new EnumMap<DocumentStatus, Long>(DocumentStatus.class);
            for (var status : DocumentStatus.values()) {
                counts.put(
                        status,
                        new DocumentRows(c).number("SELECT count(*) FROM document WHERE status = ?", status.name()));
            }
            return counts;
        });
    }

    /// The same without what exactly was changed: what a person reads of it.
    public List<JournalLine> lines(String documentId, int limit) {
        return reading("read the history of " + documentId, c -> new Journal(c).lines(documentId, limit));
    }

    /// Puts a model's suggestions for a document in place of its earlier ones. What a person accepted or rejected
    /// stays. Undo passes over it. The suggestions need ids that no annotation of the document ever had.
    public void replaceSuggestions(String documentId, String modelLayer, List<? extends Annotation> suggestions) {
        replaceSuggestions(modelLayer, Map.of(documentId, suggestions));
    }

    /// The same for several documents at once.
    public void replaceSuggestions(String modelLayer, Map<String, ? extends List<? extends Annotation>> byDocument) {
        database.write("save the suggestions of " + modelLayer, connection -> {
            var journal = new Journal(connection);
            long number = journal.last() + 1;
            try (var changes = new Changes(connection, number)) {
                for (var suggested : byDocument.entrySet()) {
                    changes.replaceSuggestions(suggested.getKey(), modelLayer, suggested.getValue());
                }
            }
            return journal.append(
                    number, modelLayer, Kind.NOTE, "Suggestions for " + byDocument.size() + " documents", List.of());
        });
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            if (lock != null) lock.close();
        }
    }

    Database database() {
        return database;
    }

    private Optional<JournalEntry> reverse(String by, Kind kind) {
        var before = new HashMap<String, DocumentRows.State>();
        Optional<JournalEntry> reversed = database.write(kind == Kind.UNDO ? "undo" : "redo", connection -> {
            var journal = new Journal(connection);
            long last = journal.last();
            var stacks = journal.after(last);
            long target = kind == Kind.UNDO ? stacks.undo() : stacks.redo();
            if (target == 0) return Optional.empty();
            var entry = journal.entry(target);
            note(before, connection, entry.edits());
            var done = new ArrayList<DocumentEdit>();
            var documents = journal.documents(target);
            var arrivals = new Arrivals(connection);
            if (kind == Kind.REDO) arrivals.show(documents);
            try (var changes = new Changes(connection, last + 1)) {
                for (var edit : entry.edits().reversed()) {
                    changes.applyWhatFits(edit.inverse()).ifPresent(done::add);
                }
            }
            if (kind == Kind.UNDO) arrivals.hide(documents, last + 1);
            var appended = journal.append(last + 1, by, kind, entry.title(), done, documents);
            if (entry.schema().isEmpty()) return Optional.of(appended);
            var schema = new SchemaRows(connection).apply(entry.schema().get().inverse(), last + 1);
            return Optional.of(appended.with(schema));
        });
        reversed.ifPresent(entry -> follow(before, entry));
        return reversed;
    }

    /// How the document stands before it is changed. Of many, none is followed: they are read when they are asked for.
    private static void note(Map<String, DocumentRows.State> before, Connection connection, List<DocumentEdit> edits)
            throws SQLException {
        var ids = edits.stream().map(DocumentEdit::documentId).distinct().toList();
        if (ids.size() > 1) return;
        for (var id : ids) new DocumentRows(connection).state(id).ifPresent(state -> before.put(id, state));
    }

    private void follow(Map<String, DocumentRows.State> before, JournalEntry entry) {
        var edits = entry.edits().stream().map(DocumentEdit::edit).toList();
        before.forEach((id, state) -> recent.follow(id, state, entry.number(), new Edit.Group(edits)));
    }

    private Journal.Stacks stacks() {
        return reading("read the journal", c -> {
            var journal = new Journal(c);
            return journal.after(journal.last());
        });
    }

    private static List<TypeCount> counts(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT layer, kind, type, standing, count(*) FROM annotation"
                        + " WHERE " + Arrivals.IN_SIGHT
                        + " GROUP BY layer, kind, type, standing ORDER BY layer, kind, type, standing");
                var row = query.executeQuery()) {
            var counts = new ArrayList<TypeCount>();
            while (row.next()) {
                counts.add(new TypeCount(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Standing.valueOf(row.getString(4)),
                        row.getLong(5)));
            }
            return counts;
        }
    }

    private <R> R reading(String tried, Database.Work<R> work) {
        return database.read(tried, work);
    }

    private static void requireProject(Path folder) {
        if (!isProject(folder)) {
            throw new ProjectException("Cannot open project " + folder
                    + ": it has no project.db, so it is not a BioGloss project. Choose a project's folder or make a new"
                    + " one.");
        }
    }

    private interface Opening {
        ProjectStore with(ProjectLock lock);
    }

    private static ProjectStore locked(Path folder, Opening opening) {
        var lock = ProjectLock.take(folder);
        try {
            return opening.with(lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }
}
