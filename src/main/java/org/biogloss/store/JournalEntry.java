package org.biogloss.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.SchemaChange;

/// One action in the life of a project, as the journal keeps it for good.
///
/// @param number    counts from 1, without gaps
/// @param by        who did it: a person, or a model's id
/// @param schema    what it did to the schema, beside the edits
/// @param documents how many documents it brought; below zero, how many it took out of the project
public record JournalEntry(
        long number,
        Instant time,
        String by,
        Kind kind,
        String title,
        List<DocumentEdit> edits,
        Optional<SchemaChange> schema,
        int documents) {

    public enum Kind {
        DO,
        UNDO,
        REDO,
        /// What undo passes over: the suggestions of a model.
        NOTE
    }

    public JournalEntry {
        edits = List.copyOf(edits);
    }

    JournalEntry with(SchemaChange change) {
        return new JournalEntry(number, time, by, kind, title, edits, Optional.of(change), documents);
    }
}
