package org.biogloss.store;

import java.time.Instant;
import java.util.List;

/// One action in the life of a project, as the journal keeps it for good.
///
/// @param number counts from 1, without gaps
/// @param by     who did it: a person, or a model's id
public record JournalEntry(long number, Instant time, String by, Kind kind, String title, List<DocumentEdit> edits) {

    public enum Kind {
        DO,
        UNDO,
        REDO,
        /// What undo passes over: an import, the suggestions of a model.
        NOTE
    }

    public JournalEntry {
        edits = List.copyOf(edits);
    }
}
