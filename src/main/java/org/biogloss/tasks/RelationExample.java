package org.biogloss.tasks;

import java.util.Optional;

/// A sentence, two entities in it, and how they are related.
///
/// @param text   as written
/// @param masked the sentence with a dummy in place of each entity, where its source gives that form
/// @param head   one entity; there are both or none
/// @param tail   the other
/// @param label  the relation, or the class that means none
public record RelationExample(
        String id,
        String text,
        Optional<String> masked,
        Optional<TypedSpan> head,
        Optional<TypedSpan> tail,
        String label)
        implements Example {

    public RelationExample {
        if (label.isBlank()) throw new IllegalArgumentException("The pair " + id + " has no label");
        if (head.isPresent() != tail.isPresent()) {
            throw new IllegalArgumentException("The pair " + id + " has one entity; a relation is between two");
        }
        if (head.isEmpty() && masked.isEmpty()) {
            throw new IllegalArgumentException("The pair " + id + " says neither where its two entities stand"
                    + " nor how the sentence reads with dummies in their places");
        }
        head.ifPresent(entity -> entity.requireWithin(text, id));
        tail.ifPresent(entity -> entity.requireWithin(text, id));
    }
}
