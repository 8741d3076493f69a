package org.biogloss.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.biogloss.document.Schema.AttributeType;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.Schema.Role;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void aRoleWithoutTypesAdmitsAnyAndOneWithTypesOnlyThose() {
        assertTrue(new Role("Site", List.of(), true).admits("Anatomy"));
        assertTrue(new Role("Theme", List.of("Gene"), false).admits("Gene"));
        assertFalse(new Role("Theme", List.of("Gene"), false).admits("Disease"));
    }

    @Test
    void directionMattersOnlyToADirectedRelation() {
        var treats = RelationType.between("treats", List.of("Chemical"), List.of("Disease"));
        var near = new RelationType("near", false, treats.roles());

        assertTrue(treats.admits("Chemical", "Disease"));
        assertFalse(treats.admits("Disease", "Chemical"));
        assertTrue(near.admits("Disease", "Chemical"));
        assertFalse(near.admits("Disease", "Disease"));
    }

    @Test
    void anAttributeFitsTheTypesItNamesAndWithoutAnyEveryType() {
        var everywhere = new AttributeType("certainty", List.of("possible"), List.of());
        var ofGenes = new AttributeType("allele", List.of(), List.of("Gene"));
        var schema = new Schema(List.of(), List.of(), List.of(), List.of(everywhere, ofGenes));

        assertEquals(List.of(everywhere, ofGenes), schema.attributesOf("Gene"));
        assertEquals(List.of(everywhere), schema.attributesOf("treats"));
        assertTrue(ofGenes.isFreeText());
    }

    @Test
    void everyStandardRelationTiesStandardTypes() {
        var schema = Schema.standard();

        for (var relation : schema.relations()) {
            for (var role : relation.roles()) {
                for (var type : role.types()) assertTrue(schema.entity(type).isPresent(), type);
            }
        }
    }

    @Test
    void aTypeWithoutANameOrWithAColourThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EntityType(" ", "#000000", "", "", false, ""));
        assertThrows(IllegalArgumentException.class, () -> new EntityType("Gene", "green", "", "G", false, ""));
        assertThrows(IllegalArgumentException.class, () -> new RelationType("lone", true, List.of()));
    }
}
