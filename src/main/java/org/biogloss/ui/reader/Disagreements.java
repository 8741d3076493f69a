package org.biogloss.ui.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;

/// Where the shown layers of a document differ: mentions that another layer, which marks this type at all, has not.
///
/// What a person accepted of a model is said by both.
final class Disagreements implements Predicate<Mention> {

    private record Saying(String type, List<Span> spans) {}

    private final Map<Saying, Set<String>> saidBy = new HashMap<>();
    private final Map<String, Set<String>> layersOf = new HashMap<>();

    Disagreements(AnnotatedDocument document, Visibility by) {
        document.mentions()
                .filter(mention -> mention.standing() != Standing.REJECTED && by.passes(mention))
                .forEach(this::hear);
    }

    private void hear(Mention mention) {
        var by = saidBy.computeIfAbsent(new Saying(mention.type(), mention.spans()), _ -> new HashSet<>());
        by.add(mention.layer());
        layersOf.computeIfAbsent(mention.type(), _ -> new HashSet<>()).add(mention.layer());
        if (mention.source() instanceof Source.Accepted(var _, var model)) by.add(model.name());
    }

    @Override
    public boolean test(Mention mention) {
        var by = saidBy.getOrDefault(new Saying(mention.type(), mention.spans()), Set.of());
        return !by.containsAll(layersOf.getOrDefault(mention.type(), Set.of()));
    }
}
