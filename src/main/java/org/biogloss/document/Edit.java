package org.biogloss.document;

import java.util.List;

/// A change to what is said of a document. Each edit knows its opposite, so undo needs no snapshots.
///
/// The same value is applied, undone and written to the project's journal.
public sealed interface Edit {

    record Add(Annotation annotation) implements Edit {}

    record Remove(Annotation annotation) implements Edit {}

    /// Both carry the same id.
    record Replace(Annotation before, Annotation after) implements Edit {

        public Replace {
            if (!before.id().equals(after.id())) {
                throw new IllegalArgumentException("A replacement keeps the id: " + before.id() + ", " + after.id());
            }
        }
    }

    record SetStatus(DocumentStatus before, DocumentStatus after) implements Edit {}

    /// What is known of the document beside its text, such as a person's note on it ([Document#NOTE]); a value is empty
    /// where nothing is known.
    record SetAbout(String key, String before, String after) implements Edit {}

    /// Several edits that the user sees as one.
    record Group(List<Edit> edits) implements Edit {

        public Group {
            edits = List.copyOf(edits);
        }
    }

    static Edit group(Edit... edits) {
        return edits.length == 1 ? edits[0] : new Group(List.of(edits));
    }

    /// How many single changes it is made of.
    default int size() {
        return switch (this) {
            case Add _, Remove _, Replace _, SetStatus _, SetAbout _ -> 1;
            case Group(var edits) -> edits.stream().mapToInt(Edit::size).sum();
        };
    }

    default Edit inverse() {
        return switch (this) {
            case Add(var added) -> new Remove(added);
            case Remove(var removed) -> new Add(removed);
            case Replace(var before, var after) -> new Replace(after, before);
            case SetStatus(var before, var after) -> new SetStatus(after, before);
            case SetAbout(var key, var before, var after) -> new SetAbout(key, after, before);
            case Group(var edits) ->
                new Group(edits.reversed().stream().map(Edit::inverse).toList());
        };
    }
}
