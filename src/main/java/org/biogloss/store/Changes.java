package org.biogloss.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Standing;

/// Carries edits out on the rows of documents, with the meaning of [org.biogloss.document.AnnotatedDocument#apply], in
/// time that depends on the edit and not on the document. Belongs to one journal entry, inside one transaction.
final class Changes implements AutoCloseable {

    private final long journal;
    private final DocumentRows rows;
    private final PreparedStatement addDocument;
    private final PreparedStatement addContent;
    private final PreparedStatement find;
    private final PreparedStatement add;
    private final PreparedStatement remove;
    private final PreparedStatement status;
    private final PreparedStatement setStatus;
    private final PreparedStatement about;
    private final PreparedStatement setAbout;
    private final PreparedStatement setListed;
    private final PreparedStatement count;

    private DocumentRows.Place place = new DocumentRows.Place(0, "", 0);
    private int confirmed;
    private int suggested;

    Changes(Connection connection, long journal) throws SQLException {
        this.journal = journal;
        rows = new DocumentRows(connection);
        addDocument = connection.prepareStatement("INSERT INTO document_row(id, title, year, journal, length,"
                + " status, changed, confirmed, suggested) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?) RETURNING number");
        addContent =
                connection.prepareStatement("INSERT INTO content(document, text, sections, about) VALUES (?, ?, ?, ?)");
        find = connection.prepareStatement(
                "SELECT kind, layer, type, body FROM annotation WHERE document = ? AND id = ?");
        add = connection.prepareStatement("INSERT INTO annotation(document, id, kind, layer, type, standing, body)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        remove = connection.prepareStatement("DELETE FROM annotation WHERE document = ? AND id = ?");
        status = connection.prepareStatement("SELECT status FROM document WHERE number = ?");
        setStatus = connection.prepareStatement("UPDATE document_row SET status = ? WHERE number = ?");
        count = connection.prepareStatement(
                "UPDATE document_row SET confirmed = confirmed + ?, suggested = suggested + ?,"
                        + " changed = ? WHERE number = ?");
        about = connection.prepareStatement("SELECT about FROM content WHERE document = ?");
        setAbout = connection.prepareStatement("UPDATE content SET about = ? WHERE document = ?");
        setListed = connection.prepareStatement("UPDATE document_row SET year = ?, journal = ? WHERE number = ?");
    }

    /// @throws IllegalStateException if there is no such document or the edit does not fit
    void apply(DocumentEdit change) throws SQLException {
        begin(change.documentId());
        change(change.edit());
        end();
    }

    /// Like [#apply], but a suggestion that a newer run of its model has replaced meanwhile stands in nobody's way: it
    /// need not be removed, and what a person had made of it is simply added.
    ///
    /// @return what was done, or nothing if nothing of it was left to do
    Optional<DocumentEdit> applyWhatFits(DocumentEdit change) throws SQLException {
        begin(change.documentId());
        var fitting = whatFits(change.edit());
        end();
        return fitting.map(edit -> new DocumentEdit(change.documentId(), edit));
    }

    /// Adds a document that nobody sees before its import is complete.
    void addArriving(AnnotatedDocument arriving) throws SQLException {
        var document = arriving.document();
        addDocument.setString(1, document.id());
        addDocument.setString(2, document.title());
        addDocument.setString(3, document.known(Document.YEAR).orElse(""));
        addDocument.setString(4, document.known(Document.JOURNAL).orElse(""));
        addDocument.setInt(5, document.text().length());
        addDocument.setString(6, arriving.status().name());
        arriving.annotations().forEach(annotation -> tally(annotation, 1));
        addDocument.setInt(7, confirmed);
        addDocument.setInt(8, suggested);
        confirmed = 0;
        suggested = 0;
        try (var key = addDocument.executeQuery()) {
            key.next();
            place = new DocumentRows.Place(
                    key.getLong(1), document.id(), document.text().length());
        }
        addContent.setLong(1, place.number());
        addContent.setString(2, document.text());
        addContent.setString(3, AnnotationJson.sections(document.sections()));
        addContent.setString(4, AnnotationJson.map(document.about()));
        addContent.executeUpdate();
        for (var annotation : arriving.annotations()) insert(annotation);
    }

    /// Takes away the suggestions that this layer has for the document and puts others there. A document that is out
    /// of the project by now, as its import was undone while a model read it, is left alone.
    void replaceSuggestions(String documentId, String layer, List<? extends Annotation> suggestions)
            throws SQLException {
        if (rows.place(documentId).isEmpty()) return;
        begin(documentId);
        for (var annotation : rows.annotations(place.number())) {
            if (annotation.layer().equals(layer) && annotation.standing() == Standing.SUGGESTED) delete(annotation);
        }
        for (var suggestion : suggestions) {
            if (!suggestion.layer().equals(layer) || suggestion.standing() != Standing.SUGGESTED) {
                throw new IllegalArgumentException("Not a suggestion of " + layer + ": " + suggestion);
            }
            add(suggestion);
        }
        end();
    }

    private void begin(String documentId) throws SQLException {
        place = rows.place(documentId)
                .orElseThrow(() -> new IllegalStateException("There is no document " + documentId));
    }

    private void end() throws SQLException {
        count.setInt(1, confirmed);
        count.setInt(2, suggested);
        count.setLong(3, journal);
        count.setLong(4, place.number());
        count.executeUpdate();
        confirmed = 0;
        suggested = 0;
    }

    private void change(Edit edit) throws SQLException {
        switch (edit) {
            case Edit.Add(var added) -> add(added);
            case Edit.Remove(var removed) -> delete(removed);
            case Edit.Replace(var before, var after) -> {
                delete(before);
                add(after);
            }
            case Edit.SetStatus(var before, var after) -> setStatus(before, after);
            case Edit.SetAbout about -> setAbout(about);
            case Edit.Group(var edits) -> {
                for (var part : edits) change(part);
            }
        }
    }

    private Optional<Edit> whatFits(Edit edit) throws SQLException {
        switch (edit) {
            case Edit.Remove(var removed)
            when isGone(removed) -> {
                return Optional.empty();
            }
            case Edit.Replace(var before, var after)
            when isGone(before) -> {
                if (after.standing() == Standing.SUGGESTED) return Optional.empty();
                add(after);
                return Optional.of(new Edit.Add(after));
            }
            case Edit.Group(var edits) -> {
                var fitting = new ArrayList<Edit>();
                for (var part : edits) whatFits(part).ifPresent(fitting::add);
                return fitting.isEmpty() ? Optional.empty() : Optional.of(new Edit.Group(fitting));
            }
            case Edit.Add _, Edit.Remove _, Edit.Replace _, Edit.SetStatus _, Edit.SetAbout _ -> {
                change(edit);
                return Optional.of(edit);
            }
        }
    }

    private boolean isGone(Annotation annotation) throws SQLException {
        return annotation.standing() == Standing.SUGGESTED
                && stored(annotation.id()).isEmpty();
    }

    private Optional<Annotation> stored(String id) throws SQLException {
        find.setLong(1, place.number());
        find.setString(2, id);
        try (var row = find.executeQuery()) {
            if (!row.next()) return Optional.empty();
            return Optional.of(AnnotationJson.annotation(
                    row.getString(1), id, row.getString(2), row.getString(3), row.getString(4)));
        }
    }

    private void add(Annotation added) throws SQLException {
        if (stored(added.id()).isPresent()) {
            throw new IllegalStateException("There is already an annotation " + added.id());
        }
        if (added instanceof Mention mention && mention.hull().end() > place.length()) {
            throw new IllegalArgumentException("Mention " + mention.id() + " " + mention.hull()
                    + " ends beyond the text of document " + place.id() + " (" + place.length() + " characters)");
        }
        insert(added);
        tally(added, 1);
    }

    private void insert(Annotation added) throws SQLException {
        add.setLong(1, place.number());
        add.setString(2, added.id());
        add.setString(3, AnnotationJson.kind(added));
        add.setString(4, added.layer());
        add.setString(5, added.type());
        add.setString(6, added.standing().name());
        add.setString(7, AnnotationJson.body(added));
        add.executeUpdate();
    }

    private void delete(Annotation removed) throws SQLException {
        if (!stored(removed.id()).equals(Optional.of(removed))) {
            throw new IllegalStateException("There is no such annotation to remove: " + removed.id());
        }
        remove.setLong(1, place.number());
        remove.setString(2, removed.id());
        remove.executeUpdate();
        tally(removed, -1);
    }

    private void setStatus(DocumentStatus before, DocumentStatus after) throws SQLException {
        status.setLong(1, place.number());
        try (var row = status.executeQuery()) {
            row.next();
            var now = DocumentStatus.valueOf(row.getString(1));
            if (now != before) throw new IllegalStateException("The status is " + now + ", not " + before);
        }
        setStatus.setString(1, after.name());
        setStatus.setLong(2, place.number());
        setStatus.executeUpdate();
    }

    /// The list's columns of year and journal say what is known of the document too.
    private void setAbout(Edit.SetAbout edit) throws SQLException {
        about.setLong(1, place.number());
        Map<String, String> known;
        try (var row = about.executeQuery()) {
            row.next();
            known = new HashMap<>(AnnotationJson.map(row.getString(1)));
        }
        var now = known.getOrDefault(edit.key(), "");
        if (!now.equals(edit.before())) {
            throw new IllegalStateException(edit.key() + " is \"" + now + "\", not \"" + edit.before() + "\"");
        }
        if (edit.after().isEmpty()) known.remove(edit.key());
        else known.put(edit.key(), edit.after());
        setAbout.setString(1, AnnotationJson.map(known));
        setAbout.setLong(2, place.number());
        setAbout.executeUpdate();
        setListed.setString(1, known.getOrDefault(Document.YEAR, ""));
        setListed.setString(2, known.getOrDefault(Document.JOURNAL, ""));
        setListed.setLong(3, place.number());
        setListed.executeUpdate();
    }

    private void tally(Annotation annotation, int by) {
        switch (annotation.standing()) {
            case CONFIRMED -> confirmed += by;
            case SUGGESTED -> suggested += by;
            case REJECTED -> {}
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : List.of(
                addDocument, addContent, find, add, remove, status, setStatus, about, setAbout, setListed, count)) {
            statement.close();
        }
    }
}
