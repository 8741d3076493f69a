package org.biogloss.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A document while edits are carried out on it: each in time that does not depend on the size of the document.
final class Draft {

    private final Map<String, Annotation> annotations = new LinkedHashMap<>();
    private Document document;
    private DocumentStatus status;

    Draft(AnnotatedDocument from) {
        document = from.document();
        status = from.status();
        for (var annotation : from.annotations()) annotations.put(annotation.id(), annotation);
    }

    AnnotatedDocument finished() {
        return new AnnotatedDocument(document, status, new ArrayList<>(annotations.values()));
    }

    /// @throws IllegalStateException if the edit does not fit: it removes what is not there, or adds an id twice
    void apply(Edit edit) {
        switch (edit) {
            case Edit.Add(var added) -> add(added);
            case Edit.Remove(var removed) -> remove(removed);
            case Edit.Replace(var before, var after) -> {
                remove(before);
                add(after);
            }
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
            case Edit.Add(var added) -> annotations.put(added.id(), added);
            case Edit.Remove(var removed) -> annotations.remove(removed.id());
            case Edit.Replace(var before, var after) -> {
                // A suggestion that a newer run of its model has replaced meanwhile does not come back by itself.
                boolean gone = !annotations.containsKey(before.id()) && before.standing() == Standing.SUGGESTED;
                if (!gone || after.standing() != Standing.SUGGESTED) annotations.put(after.id(), after);
            }
            case Edit.SetStatus(var _, var after) -> status = after;
            case Edit.SetAbout(var key, var _, var after) -> document = document.with(key, after);
            case Edit.Group(var edits) -> edits.forEach(this::applyWhatFits);
        }
    }

    private void add(Annotation added) {
        if (annotations.putIfAbsent(added.id(), added) != null) {
            throw new IllegalStateException("There is already an annotation " + added.id());
        }
    }

    private void remove(Annotation removed) {
        boolean there = Optional.ofNullable(annotations.get(removed.id()))
                .filter(removed::equals)
                .isPresent();
        if (!there) throw new IllegalStateException("There is no such annotation to remove: " + removed.id());
        annotations.remove(removed.id());
    }
}
