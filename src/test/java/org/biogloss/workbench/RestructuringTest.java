package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Retyping;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectException;
import org.biogloss.store.Usage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestructuringTest {

    @TempDir
    Path folder;

    private final Jobs jobs = new Jobs();
    private Workbench workbench;

    @BeforeEach
    void makeProject() {
        workbench = Workbench.create(folder, "Trial", new Models(List.of()), jobs);
        try (var batch = workbench.store().startImport()) {
            batch.add(Marked.text("a", "Loss of [p53|Gene] in [HeLa|CellLine]"));
            batch.add(Marked.text("b", "[p53|Gene] and [KRAS|Gene]"));
            batch.add(Marked.text("c", "only [HeLa|CellLine]"));
            batch.commit("test", "Import");
        }
        var suggestion = new Mention(
                "s", "ner-1", List.of(Span.of(0, 4)), "Gene", List.of(), Map.of(), new Source.Model("ner-1", 0.5));
        workbench.store().replaceSuggestions("c", "ner-1", List.of(suggestion));
    }

    @AfterEach
    void closeProject() {
        workbench.close();
        jobs.close();
    }

    @Test
    void theCountIsKnownBeforeAnythingHappens() {
        assertEquals(
                new Usage(4, 3, List.of("gold", "ner-1")), workbench.store().usage(SchemaPart.ENTITY, "Gene"));
        assertEquals(new Usage(0, 0, List.of()), workbench.store().usage(SchemaPart.RELATION, "Gene"));
        assertEquals(new Usage(0, 0, List.of()), workbench.store().usage(SchemaPart.ATTRIBUTE, "it's \"so\""));
    }

    @Test
    void aMergeAcrossTheProjectIsOneStepThatUndoAndRedoTakeWholeAlsoAfterReopening() {
        var before = all();
        var schema = workbench.store().schema();

        workbench.retype(new Retyping(SchemaPart.ENTITY, "Gene", "CellLine"), JobContext.silent());
        var merged = all();
        assertTrue(types().allMatch("CellLine"::equals));
        assertEquals(Optional.empty(), workbench.store().schema().entity("Gene"));

        workbench.close();
        workbench = Workbench.open(folder, new Models(List.of()), jobs);
        assertEquals("Merge Gene into CellLine", workbench.undo().orElseThrow().title());
        assertEquals(before, all());
        assertEquals(schema, workbench.store().schema());

        workbench.redo();
        assertEquals(merged, all());
        assertEquals(Optional.empty(), workbench.store().schema().entity("Gene"));
    }

    @Test
    void aRenameIsHeardWithTheNewSchema() {
        var heard = new CopyOnWriteArrayList<Schema>();
        workbench.listen(change -> {
            if (change instanceof ProjectChange.SchemaChanged(var schema)) heard.add(schema);
        });
        workbench.retype(new Retyping(SchemaPart.ENTITY, "Gene", "Protein"), JobContext.silent());
        workbench.undo();

        assertTrue(heard.getFirst().entity("Protein").isPresent());
        assertTrue(heard.getLast().entity("Gene").isPresent());
        assertEquals(2, heard.size());
    }

    @Test
    void anEditOfTheSchemaAloneIsAnActionTooAndSparesWhatAnImportBrought() {
        var schema = workbench.store().schema();
        var without = new Schema(schema.entities(), List.of(), schema.labels(), schema.attributes());
        workbench.changeSchema("Delete the relations", without);
        workbench.store().saveSchema(without.knowing("Anatomy"));

        assertEquals("Delete the relations", workbench.undo().orElseThrow().title());
        assertEquals(schema.relations(), workbench.store().schema().relations());
        assertTrue(workbench.store().schema().entity("Anatomy").isPresent());
    }

    @Test
    void cancelledHalfWayItHasDoneNothing() {
        var before = all();
        var half = new JobContext() {
            private boolean enough;

            @Override
            public void report(Progress progress) {
                enough = progress.fraction() > 0.6;
            }

            @Override
            public boolean isCancelled() {
                return enough;
            }
        };
        var rename = new Retyping(SchemaPart.ENTITY, "Gene", "Protein");

        assertThrows(CancellationException.class, () -> workbench.retype(rename, half));
        assertEquals(before, all());
        assertEquals(Optional.of("Import"), workbench.store().nextUndo());
    }

    @Test
    void aNameThatNobodyKnowsIsRefusedInWords() {
        var rename = new Retyping(SchemaPart.ENTITY, "Gnee", "Gene2");

        assertThrows(ProjectException.class, () -> workbench.retype(rename, JobContext.silent()));
    }

    private List<AnnotatedDocument> all() {
        return Stream.of("a", "b", "c").map(workbench::document).toList();
    }

    private Stream<String> types() {
        return all().stream().flatMap(AnnotatedDocument::mentions).map(Mention::type);
    }
}
