package org.biogloss.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.AttributeType;
import org.biogloss.document.Schema.EntityType;
import org.biogloss.document.Schema.RelationType;
import org.biogloss.document.Schema.Role;
import org.junit.jupiter.api.Test;

class SchemaJsonTest {

    @Test
    void aSchemaIsReadAsItWasWritten() {
        var phosphorylation = new RelationType(
                "Phosphorylation",
                true,
                List.of(
                        new Role("Theme", List.of("Gene"), false),
                        new Role("Site", List.of(), true),
                        new Role("Cause", List.of("Gene", "Chemical"), true)));
        var schema = new Schema(
                List.of(new EntityType("Gène \"x\"", "#009E73", "g", "𝒢", true, "When is it a gene?")),
                List.of(phosphorylation, RelationType.binary("near")),
                List.of("review"),
                List.of(new AttributeType("certainty", List.of("certain", "possible"), List.of("Gene"))));

        assertEquals(schema, SchemaJson.read(SchemaJson.write(schema)));
        assertEquals(Schema.standard(), SchemaJson.read(SchemaJson.write(Schema.standard())));
    }

    @Test
    void aSchemaOfTheFirstFormIsRead() {
        var first = """
                {"entities":[{"name":"Gene","colour":"#009E73","key":"3","letter":"G","band":false}],
                 "relations":["Gene-associated-Disease"],"labels":["review"]}""";

        var schema = SchemaJson.read(first);

        assertEquals(List.of(new EntityType("Gene", "#009E73", "3", "G", false, "")), schema.entities());
        assertEquals(List.of(RelationType.binary("Gene-associated-Disease")), schema.relations());
        assertEquals(List.of("review"), schema.labels());
        assertEquals(List.of(), schema.attributes());
    }

    @Test
    void whatCannotBeReadIsSaidInWords() {
        assertThrows(ProjectException.class, () -> SchemaJson.read("{\"entities\": [{\"name\": \"\"}]}"));
        assertThrows(ProjectException.class, () -> SchemaJson.read("{\"entities\""));
    }
}
