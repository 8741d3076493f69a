package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.Test;

class SightTest {

    private static final List<Visibility> VIEWS = List.of(
            Visibility.ALL,
            new Visibility(true, 0.5, Set.of("Gene"), Set.of()),
            new Visibility(true, 0, Set.of(), Set.of("gold")),
            Visibility.ALL.withSuggestions(false));

    private final Random random = new Random(11);

    @Test
    void whatIsSeenAfterAnEditIsWhatWouldBeSeenFromScratch() {
        for (var by : VIEWS) {
            var document = AnnotatedDocument.bare(Document.of("d", "x".repeat(40)));
            var sight = Sight.of(document, by, Schema.standard());
            for (int step = 0; step < 600; step++) {
                document = document.apply(anyEdit(document));
                sight = sight.after(document, by, Schema.standard());
                assertEquals(Sight.of(document, by, Schema.standard()), sight);
            }
        }
    }

    @Test
    void aChangeOfWhatIsShownIsSeen() {
        var document = AnnotatedDocument.bare(Document.of("d", "x".repeat(40)));
        for (int step = 0; step < 30; step++) document = document.apply(anyEdit(document));
        var sight = Sight.of(document, Visibility.ALL, Schema.standard());
        for (var by : VIEWS) {
            assertEquals(Sight.of(document, by, Schema.standard()), sight.after(document, by, Schema.standard()));
        }
    }

    /// Few places, few types and few confidences, so that many mentions say the same.
    private Edit anyEdit(AnnotatedDocument now) {
        var mentions = now.mentions().toList();
        if (mentions.size() < 5 || mentions.size() < 60 && random.nextBoolean())
            return new Edit.Add(any("m" + random.nextLong()));
        var chosen = mentions.get(random.nextInt(mentions.size()));
        return switch (random.nextInt(3)) {
            case 0 -> new Edit.Remove(chosen);
            case 1 -> new Edit.Replace(chosen, any(chosen.id()));
            default ->
                new Edit.Group(List.of(
                        new Edit.Remove(chosen),
                        new Edit.Add(any("m" + random.nextLong())),
                        new Edit.SetStatus(now.status(), DocumentStatus.DONE)));
        };
    }

    private Mention any(String id) {
        int start = random.nextInt(8) * 4;
        var model = new Source.Model("m", random.nextInt(4) / 4.0);
        var source = List.of(
                        new Source.Person("ada"),
                        model,
                        new Source.Accepted("ada", model),
                        new Source.Rejected("ada", model))
                .get(random.nextInt(4));
        return new Mention(
                id,
                random.nextBoolean() ? "gold" : "m",
                List.of(new Span(start, start + 3 + random.nextInt(2))),
                random.nextBoolean() ? "Gene" : "Outcomes",
                List.of(),
                Map.of(),
                source);
    }
}
