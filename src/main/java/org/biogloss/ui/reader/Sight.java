package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;

/// What is seen of a document: its visible mentions in text order, and the mark of each.
///
/// After an edit it is made from what was seen before it, in time that depends on the edit.
record Sight(AnnotatedDocument document, Visibility by, Set<String> bands, List<Mention> mentions, List<Mark> marks) {

    /// From so many changes on, everything is looked at again.
    private static final int MANY = 200;

    private static final Comparator<Mention> ORDER = Comparator.<Mention>comparingInt(
                    mention -> mention.spans().getFirst().start())
            .thenComparingInt(Mention::end)
            .thenComparing(Mention::id);

    static Sight of(AnnotatedDocument document, Visibility by, Schema schema) {
        return of(document, by, bands(schema));
    }

    private static Sight of(AnnotatedDocument document, Visibility by, Set<String> bands) {
        var mentions = by.of(document);
        var marks = new ArrayList<Mark>(mentions.size());
        for (var mention : mentions) marks.add(Mark.of(mention, bands.contains(mention.type())));
        return new Sight(document, by, bands, mentions, marks);
    }

    /// What is seen of a later state of the same document.
    Sight after(AnnotatedDocument next, Visibility nextBy, Schema schema) {
        var nextBands = bands(schema);
        if (!nextBy.equals(by) || !nextBands.equals(bands)) return of(next, nextBy, nextBands);
        var difference = next.since(document);
        if (difference.size() > MANY) return of(next, by, bands);
        var now = new ArrayList<>(mentions);
        var nowMarks = new ArrayList<>(marks);
        var changed = new HashSet<Mention>();
        for (var annotations : List.of(difference.gone(), difference.come())) {
            for (var annotation : annotations) if (annotation instanceof Mention mention) changed.add(mention);
        }
        for (var mention : changed) {
            by.ofThoseLike(mention, document).forEach(shown -> take(shown, now, nowMarks));
        }
        for (var mention : changed) {
            by.ofThoseLike(mention, next).forEach(shown -> put(shown, now, nowMarks));
        }
        return new Sight(next, by, bands, now, nowMarks);
    }

    private static void take(Mention mention, List<Mention> now, List<Mark> nowMarks) {
        int at = java.util.Collections.binarySearch(now, mention, ORDER);
        if (at < 0) return;
        now.remove(at);
        nowMarks.remove(at);
    }

    private void put(Mention mention, List<Mention> now, List<Mark> nowMarks) {
        int at = java.util.Collections.binarySearch(now, mention, ORDER);
        if (at >= 0) return;
        now.add(-at - 1, mention);
        nowMarks.add(-at - 1, Mark.of(mention, bands.contains(mention.type())));
    }

    private static Set<String> bands(Schema schema) {
        return schema.entities().stream()
                .filter(Schema.EntityType::band)
                .map(Schema.EntityType::name)
                .collect(Collectors.toSet());
    }
}
