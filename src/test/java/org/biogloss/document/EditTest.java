package org.biogloss.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditTest {

    private static final Source YOU = new Source.Person("you");

    private final AnnotatedDocument document = Marked.text("Loss of [p53|Gene] in [HeLa|CellLine] cells");

    @Test
    void groupThenItsInverseLeavesTheDocumentAsItWas() {
        var first = document.mentions().findFirst().orElseThrow();
        var group = Edit.group(
                new Edit.Replace(first, first.relabelled("Protein", YOU)),
                new Edit.Add(Mention.of("gold", Span.of(0, 4), "Event", YOU)),
                new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.DONE));

        assertEquals(document, document.apply(group).apply(group.inverse()));
    }

    @Test
    void anySequenceOfEditsIsUndoneByItsInversesBackwards() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var done = new ArrayList<Edit>();
            var now = document;
            for (int step = 0; step < 12; step++) {
                var edit = anyEdit(now, random);
                now = now.apply(edit);
                done.add(edit);
            }
            for (var edit : done.reversed()) now = now.apply(edit.inverse());
            assertEquals(document, now);
        }
    }

    @Test
    void theOrderOfAddingDoesNotMatter() {
        var one = new Edit.Add(Mention.of("gold", Span.of(0, 4), "Event", YOU));
        var two = new Edit.Add(Mention.of("gold", Span.of(5, 7), "Event", YOU));

        assertEquals(document.apply(one).apply(two), document.apply(two).apply(one));
    }

    @Test
    void removingAMentionTakesItsRelationsAlongAndUndoBringsBothBack() {
        var related = document.apply(new Edit.Add(Relation.between("gold", "in", "m1", "m2", YOU)));
        var removal = related.removing(related.find("m1").orElseThrow());

        var without = related.apply(removal);

        assertEquals(0, without.relations().count());
        assertEquals(1, without.mentions().count());
        assertEquals(related, without.apply(removal.inverse()));
    }

    @Test
    void whatIsNotThereCannotBeRemoved() {
        var stranger = Mention.of("gold", Span.of(0, 4), "Gene", YOU);

        assertThrows(IllegalStateException.class, () -> document.apply(new Edit.Remove(stranger)));
    }

    @Test
    void anIdIsGivenOnce() {
        var first = document.annotations().getFirst();

        assertThrows(IllegalStateException.class, () -> document.apply(new Edit.Add(first)));
    }

    @Test
    void aMentionBeyondTheTextIsRefused() {
        var beyond = new Edit.Add(Mention.of("gold", Span.of(0, 400), "Gene", YOU));

        assertThrows(IllegalArgumentException.class, () -> document.apply(beyond));
    }

    private static Edit anyEdit(AnnotatedDocument now, Random random) {
        var mentions = now.mentions().toList();
        if (mentions.isEmpty() || random.nextInt(3) == 0) {
            int start = random.nextInt(now.text().length() - 1);
            int end = start + 1 + random.nextInt(now.text().length() - start - 1);
            return new Edit.Add(Mention.of("gold", Span.of(start, end), "Gene", YOU));
        }
        var chosen = mentions.get(random.nextInt(mentions.size()));
        return switch (random.nextInt(3)) {
            case 0 -> now.removing(chosen);
            case 1 -> new Edit.Replace(chosen, chosen.relabelled("T" + random.nextInt(5), YOU));
            default -> new Edit.Replace(chosen, chosen.covering(List.of(Span.of(0, 3), Span.of(5, 7)), YOU));
        };
    }
}
