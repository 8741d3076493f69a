package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class LayersTest {

    private static final Source FILE = new Source.Imported("file");

    private final AnnotatedDocument existing = Marked.text("Loss of [p53|Gene] in [HeLa|CellLine] cells");

    @Test
    void nothingIsMissingFromTheSame() {
        var again = with(existing, Relation.between("gold", "in", "m1", "m2", FILE));

        assertEquals(List.of(), Layers.missing(existing, existing));
        assertEquals(1, Layers.missing(existing, again).size());
        assertEquals(
                List.of(), Layers.missing(again, with(existing, Relation.between("gold", "in", "m1", "m2", FILE))));
    }

    @Test
    void takenIdsAreGivenAnewAndRelationsFollow() {
        var incoming = new AnnotatedDocument(
                existing.document(),
                DocumentStatus.NEW,
                List.of(
                        new Mention("m1", "gold", List.of(Span.of(0, 4)), "Event", List.of(), java.util.Map.of(), FILE),
                        new Mention("t2", "gold", List.of(Span.of(8, 11)), "Gene", List.of(), java.util.Map.of(), FILE),
                        Relation.between("gold", "of", "m1", "t2", FILE)));

        var missing = Layers.missing(existing, incoming);
        var merged = existing;
        for (var annotation : missing) merged = merged.apply(new Edit.Add(annotation));

        assertEquals(3, merged.mentions().count());
        var relation = merged.relations().findFirst().orElseThrow();
        var event = merged.mentions()
                .filter(m -> m.type().equals("Event"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Relation.OfMention(event.id()), relation.head());
        assertEquals(new Relation.OfMention("m1"), relation.tail(), "the p53 that was there already");
    }

    @Test
    void anotherLayerIsNoTwin() {
        var incoming = new ArrayList<Annotation>();
        existing.annotations().forEach(a -> incoming.add(a.from("mine", FILE)));

        assertEquals(
                2,
                Layers.missing(existing, new AnnotatedDocument(existing.document(), DocumentStatus.NEW, incoming))
                        .size());
    }

    private static AnnotatedDocument with(AnnotatedDocument document, Annotation added) {
        return document.apply(new Edit.Add(added));
    }
}
