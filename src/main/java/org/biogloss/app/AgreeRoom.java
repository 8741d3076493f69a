package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Study;
import org.biogloss.bert.Compute;
import org.biogloss.document.Schema;
import org.biogloss.document.Span;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.JournalEntry;
import org.biogloss.ui.agree.AgreeDesk;
import org.biogloss.workbench.Adjudicator;
import org.biogloss.workbench.Comparison;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Workbench;

/// The desk of the page Agree over the open project.
///
/// @param compute chosen on the network lane
/// @param reader  shows a place of a document
record AgreeRoom(Workbench workbench, Models known, Supplier<Compute> compute, BiConsumer<String, Span> reader)
        implements AgreeDesk {

    private static final String SETTING = "agree.";

    @Override
    public List<Comparison.Layer> layers() {
        return Comparison.layers(workbench.store());
    }

    @Override
    public List<String> types() {
        return workbench.store().schema().entities().stream()
                .map(Schema.EntityType::name)
                .toList();
    }

    @Override
    public Study study(Comparison comparison, JobContext context) {
        return comparison.study(workbench.store(), context);
    }

    @Override
    public Adjudicator adjudicator(Side left, Side right, String gold) {
        return new Adjudicator(workbench, left, right, gold);
    }

    @Override
    public ImportReport importLayer(List<Path> files, String layer, JobContext context) {
        return workbench.importFiles(files, Optional.empty(), layer, context);
    }

    @Override
    public List<String> models() {
        return known.installed().stream()
                .filter(ModelCard::marks)
                .map(ModelCard::id)
                .toList();
    }

    @Override
    public void letRead(String model, String layer, double atLeast, JobContext context) throws IOException {
        var card = known.installed().stream()
                .filter(one -> one.id().equals(model))
                .findFirst()
                .orElseThrow(() -> new IOException("Cannot read with " + model + ": it is not installed any more."));
        workbench.readWhole(card, layer, atLeast, compute.get(), context);
    }

    @Override
    public Set<String> undo() {
        return workbench.undo().map(AgreeRoom::documents).orElse(Set.of());
    }

    @Override
    public Set<String> redo() {
        return workbench.redo().map(AgreeRoom::documents).orElse(Set.of());
    }

    private static Set<String> documents(JournalEntry entry) {
        return entry.edits().stream().map(DocumentEdit::documentId).collect(Collectors.toSet());
    }

    @Override
    public Optional<String> remembered(String key) {
        return workbench.store().setting(SETTING + key);
    }

    @Override
    public void remember(String key, String value) {
        if (workbench.isReadOnly()) return;
        if (!remembered(key).equals(Optional.of(value))) workbench.store().putSetting(SETTING + key, value);
    }

    @Override
    public void read(String documentId, Span place) {
        reader.accept(documentId, place);
    }

    @Override
    public void listen(Consumer<Set<String>> listener) {
        workbench.listen(change -> {
            switch (change) {
                case ProjectChange.DocumentChanged one -> listener.accept(Set.of(one.id()));
                case ProjectChange.DocumentsChanged(var ids) -> listener.accept(ids);
                case ProjectChange.DocumentsImported _, ProjectChange.SchemaChanged _ -> listener.accept(Set.of());
                case ProjectChange.Reindexed _, ProjectChange.LayerChanged _ -> {}
            }
        });
    }
}
