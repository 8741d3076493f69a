package org.biogloss.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void theTitleIsItsSectionOrElseTheFirstLine() {
        var sectioned =
                new Document("1", "A title. The rest.", List.of(new Section(Section.TITLE, Span.of(0, 8))), Map.of());

        assertEquals("A title.", sectioned.title());
        assertEquals("First line", Document.of("2", "\n First line \nsecond").title());
        assertEquals("3", Document.of("3", "").title());
    }

    @Test
    void overlappingSectionsAreRefused() {
        var sections = List.of(new Section("a", Span.of(0, 5)), new Section("b", Span.of(4, 6)));

        assertThrows(IllegalArgumentException.class, () -> new Document("1", "abcdefgh", sections, Map.of()));
    }

    @Test
    void aDiscontinuousMentionReadsAsItsPartsJoined() {
        var text = "breast and ovarian cancer";
        var mention = Mention.of("gold", Span.of(0, 6), "Disease", new Source.Person("you"))
                .covering(List.of(Span.of(0, 6), Span.of(19, 25)), new Source.Person("you"));

        assertEquals("breast cancer", mention.in(text));
        assertEquals(Span.of(0, 25), mention.hull());
    }

    @Test
    void theSourceDecidesHowAnAnnotationStands() {
        var model = new Source.Model("m", 0.9);

        assertEquals(Standing.SUGGESTED, model.standing());
        assertEquals(Standing.CONFIRMED, new Source.Accepted("you", model).standing());
        assertEquals(Standing.REJECTED, new Source.Rejected("you", model).standing());
        assertThrows(IllegalArgumentException.class, () -> new Source.Model("m", 1.01));
    }

    @Test
    void everyStandardTypeHasAColourAndAKeyOfItsOwn() {
        var types = Schema.standard().entities();

        assertEquals(
                types.size(),
                types.stream().map(Schema.EntityType::colour).distinct().count());
        assertEquals(
                types.size(),
                types.stream().map(Schema.EntityType::key).distinct().count());
        assertTrue(Schema.standard().knowing("Anatomy").entity("Anatomy").isPresent());
    }
}
