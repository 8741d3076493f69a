package org.biogloss.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.Schema.AttributeType;
import org.junit.jupiter.api.Test;

class RetypingTest {

    private static final Source YOU = new Source.Person("you");

    private final AnnotatedDocument document = Marked.text("[p53|Gene] binds [MDM2|Protein] in [HeLa|CellLine]");

    @Test
    void aRenameKeepsEverythingButTheNameAndItsInverseRestoresAll() {
        var rename = new Retyping(SchemaPart.ENTITY, "Gene", "GeneOrProduct");
        var edit = rename.in(document).orElseThrow();
        var after = document.apply(edit);

        assertEquals(
                List.of("GeneOrProduct", "Protein", "CellLine"),
                after.mentions().map(Mention::type).toList());
        assertEquals(
                document.annotations().stream().map(Annotation::id).toList(),
                after.annotations().stream().map(Annotation::id).toList());
        assertEquals(document, after.apply(edit.inverse()));
        assertEquals(Optional.empty(), rename.in(after));
    }

    @Test
    void theSchemaFollowsWhereverTheNameStands() {
        var schema = Schema.standard();
        var renamed = new Retyping(SchemaPart.ENTITY, "Gene", "GeneOrProduct").in(schema);

        assertEquals(
                schema.entity("Gene").orElseThrow().colour(),
                renamed.entity("GeneOrProduct").orElseThrow().colour());
        assertTrue(renamed.relation("Chemical-inhibits-Gene").orElseThrow().admits("Chemical", "GeneOrProduct"));
        assertFalse(renamed.toString().contains("[Gene]"));
        assertEquals(schema, new Retyping(SchemaPart.ENTITY, "GeneOrProduct", "Gene").in(renamed));
    }

    @Test
    void aMergeLeavesTheTypeThatStaysAsItWas() {
        var schema = Schema.standard();
        var merge = new Retyping(SchemaPart.ENTITY, "Variant", "Gene");
        var merged = merge.in(schema);

        assertTrue(merge.merges(schema));
        assertEquals(Optional.empty(), merged.entity("Variant"));
        assertEquals(schema.entity("Gene"), merged.entity("Gene"));
        assertEquals(schema.entities().size() - 1, merged.entities().size());
    }

    @Test
    void whatWouldSayTheSameTwiceIsSaidOnceWithTheConceptsOfBoth() {
        var gene = mention("g", "Gene", List.of("HGNC:11998"), Map.of());
        var protein = mention("p", "Protein", List.of("UniProt:P04637"), Map.of("note", "look again"));
        var third = mention("q", "Protein", List.of(), Map.of());
        var twice = with(gene, protein, third);
        var edit = new Retyping(SchemaPart.ENTITY, "Protein", "Gene").in(twice).orElseThrow();

        assertEquals(
                List.of(mention("g", "Gene", List.of("HGNC:11998", "UniProt:P04637"), Map.of("note", "look again"))),
                twice.apply(edit).annotations());
        assertEquals(twice, twice.apply(edit).apply(edit.inverse()));
    }

    @Test
    void whatContradictsOrIsTiedStaysBesideItsTwin() {
        var gene = mention("g", "Gene", List.of(), Map.of("certainty", "certain"));
        var doubtful = mention("p", "Protein", List.of(), Map.of("certainty", "possible"));
        var tied = mention("t", "Protein", List.of(), Map.of());
        var before = with(gene, doubtful, tied, Relation.between("gold", "self", "t", "g", YOU));
        var after = before.apply(
                new Retyping(SchemaPart.ENTITY, "Protein", "Gene").in(before).orElseThrow());

        assertEquals(
                3,
                after.mentions()
                        .filter(mention -> mention.type().equals("Gene"))
                        .count());
        assertEquals(1, after.relations().count());
    }

    @Test
    void relationsLabelsAndAttributesAreRenamedLikewise() {
        var relation = Relation.between("gold", "binds", "m1", "m2", YOU).with(Map.of("sure", "yes"));
        var before = with(relation, new DocumentLabel("l1", "gold", "review", YOU));
        var after = before;
        for (var retyping : List.of(
                new Retyping(SchemaPart.RELATION, "binds", "interacts"),
                new Retyping(SchemaPart.LABEL, "review", "overview"),
                new Retyping(SchemaPart.ATTRIBUTE, "sure", "certainty"))) {
            after = after.apply(retyping.in(after).orElseThrow());
        }

        assertEquals("interacts", after.relations().findFirst().orElseThrow().type());
        assertEquals(
                Map.of("certainty", "yes"),
                after.relations().findFirst().orElseThrow().attributes());
        assertEquals("overview", after.labels().findFirst().orElseThrow().type());
    }

    @Test
    void mergedAttributesKeepTheValuesOfBothAndContradictionsStay() {
        var one = new AttributeType("sure", List.of("yes", "no"), List.of("Gene"));
        var other = new AttributeType("certainty", List.of("certain"), List.of("Disease"));
        var schema = new Schema(List.of(), List.of(), List.of(), List.of(one, other));
        var merge = new Retyping(SchemaPart.ATTRIBUTE, "sure", "certainty");

        assertEquals(
                List.of(new AttributeType("certainty", List.of("certain", "yes", "no"), List.of("Disease", "Gene"))),
                merge.in(schema).attributes());
        assertEquals(
                Optional.empty(),
                merge.in(with(mention("g", "Gene", List.of(), Map.of("sure", "no", "certainty", "certain")))));
    }

    @Test
    void aChangeUndoneLaterLeavesWhatOthersAddedMeanwhile() {
        var before = Schema.standard();
        var change = new SchemaChange(before, new Retyping(SchemaPart.ENTITY, "Gene", "Protein").in(before));
        var later = change.after().knowing("Anatomy");
        var undone = change.inverse().on(later);

        assertEquals(
                before.knowing("Anatomy").entities().size(), undone.entities().size());
        assertTrue(undone.entity("Gene").isPresent() && undone.entity("Anatomy").isPresent());
        assertEquals(Optional.empty(), undone.entity("Protein"));
        assertEquals(before.relations(), undone.relations());
    }

    private AnnotatedDocument with(Annotation... annotations) {
        return new AnnotatedDocument(document.document(), DocumentStatus.NEW, new ArrayList<>(List.of(annotations)));
    }

    private static Mention mention(String id, String type, List<String> concepts, Map<String, String> attributes) {
        return new Mention(id, "gold", List.of(Span.of(0, 3)), type, concepts, attributes, YOU);
    }
}
