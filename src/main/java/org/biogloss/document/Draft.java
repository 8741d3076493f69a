package org.biogloss.document;

/// A document while edits are carried out on it.
final class Draft {

    private final Annotations.Next annotations;
    private Document document;
    private DocumentStatus status;

    /// @param edits about how many changes will be made
    Draft(AnnotatedDocument from, int edits) {
        document = from.document();
        status = from.status();
        annotations = from.inOrder().next(edits);
    }

    AnnotatedDocument finished() {
        return new AnnotatedDocument(document, status, annotations.done());
    }

    /// @throws IllegalStateException if the edit does not fit: it removes what is not there, or adds an id twice
    void apply(Edit edit) {
        switch (edit) {
            case Edit.Add(var added) -> annotations.add(added);
            case Edit.Remove(var removed) -> annotations.remove(removed);
            case Edit.Replace(var before, var after) -> annotations.replace(before, after);
            case Edit.SetStatus(var before, var after) -> {
                if (before != status) throw new IllegalStateException("The status is " + status + ", not " + before);
                status = after;
            }
            case Edit.SetAbout(var key, var before, var after) -> {
                var now = document.known(key).orElse("");
                if (!before.equals(now)) throw new IllegalStateException(key + " is \"" + now + "\", not " + before);
                document = document.with(key, after);
            }
            case Edit.Group(var edits) -> edits.forEach(this::apply);
        }
    }

    /// Carries out what of the edit can be: what it would remove may be gone already, and what it would add replaces
    /// what stands under the same id. Suggestions come and go without an edit, so an edit of the past may find them
    /// otherwise than it left them.
    void applyWhatFits(Edit edit) {
        switch (edit) {
            case Edit.Add(var added) -> annotations.put(added);
            case Edit.Remove(var removed) -> annotations.remove(removed.id());
            case Edit.Replace(var before, var after) -> {
                // A suggestion that a newer run of its model has replaced meanwhile does not come back by itself.
                boolean gone = annotations.find(before.id()) == null && before.standing() == Standing.SUGGESTED;
                if (!gone || after.standing() != Standing.SUGGESTED) annotations.put(after);
            }
            case Edit.SetStatus(var _, var after) -> status = after;
            case Edit.SetAbout(var key, var _, var after) -> document = document.with(key, after);
            case Edit.Group(var edits) -> edits.forEach(this::applyWhatFits);
        }
    }
}
