package org.biogloss.ui.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.SchemaPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaEditsTest {

    private final Schema standard = Schema.standard();

    @ParameterizedTest
    @EnumSource(SchemaPart.class)
    void whatIsAddedComesLastAndIsGoneWhenDeleted(SchemaPart part) {
        var more = SchemaEdits.add(standard, part, "Fresh");

        assertEquals("Fresh", part.names(more).getLast());
        assertEquals(more, SchemaEdits.add(more, part, "Fresh"), "a name stands once");
        assertEquals(standard, SchemaEdits.without(more, part, "Fresh"));
    }

    @ParameterizedTest
    @EnumSource(SchemaPart.class)
    void movingUpAndDownChangesPlacesAndStopsAtTheEnds(SchemaPart part) {
        var names = part.names(standard);
        var moved = SchemaEdits.moved(standard, part, names.get(0), 1);

        assertEquals(List.of(names.get(1), names.get(0)), part.names(moved).subList(0, 2));
        assertEquals(standard, SchemaEdits.moved(moved, part, names.get(0), -1));
        assertEquals(standard, SchemaEdits.moved(standard, part, names.get(0), -1));
        assertEquals(standard, SchemaEdits.moved(standard, part, names.getLast(), 1));
    }

    @Test
    void aKeyOfTwoTypesIsToldAtBoth() {
        var schema = SchemaEdits.entity(
                        "Gene", type -> new EntityType("Gene", type.colour(), "1", type.letter(), false, ""))
                .apply(standard);
        var problems = problems(schema);

        assertTrue(problems.of(SchemaPart.ENTITY, "Gene").getFirst().contains("Chemical"));
        assertTrue(problems.of(SchemaPart.ENTITY, "Chemical").getFirst().contains("Gene"));
        assertEquals(List.of(), problems.of(SchemaPart.ENTITY, "Disease"));
    }

    @Test
    void aKeyOfTheReadersIsToldWithWhatItDoes() {
        var schema = SchemaEdits.entity(
                        "Gene", type -> new EntityType("Gene", type.colour(), "A", type.letter(), false, ""))
                .apply(standard);

        assertTrue(problems(schema).of(SchemaPart.ENTITY, "Gene").getFirst().contains("Accept"));
    }

    @Test
    void aRoleForATypeThatIsNotThereIsTold() {
        var schema = SchemaEdits.relation(
                        "Variant-in-Gene",
                        type -> RelationType.between(type.name(), List.of("Allele"), List.of("Gene")))
                .apply(standard);

        assertEquals(
                1, problems(schema).of(SchemaPart.RELATION, "Variant-in-Gene").size());
        assertEquals(List.of(), problems(schema).of(SchemaPart.ATTRIBUTE, "certainty"));
    }

    private static SchemaProblems problems(Schema schema) {
        return new SchemaProblems(schema, key -> key.equals("A") ? Optional.of("Accept") : Optional.empty());
    }
}
