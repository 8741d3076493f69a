package org.biogloss.app;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.biogloss.document.Retyping;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.Usage;
import org.biogloss.ui.schema.SchemaDesk;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Workbench;

/// The schema page's desk over the open project.
record SchemaRoom(Workbench workbench) implements SchemaDesk {

    @Override
    public Schema schema() {
        return workbench.store().schema();
    }

    @Override
    public Map<SchemaPart, Map<String, Long>> counts() {
        var counts = new EnumMap<SchemaPart, Map<String, Long>>(SchemaPart.class);
        for (var count : workbench.store().counts()) {
            var part = switch (count.kind()) {
                case "mention" -> SchemaPart.ENTITY;
                case "relation" -> SchemaPart.RELATION;
                default -> SchemaPart.LABEL;
            };
            counts.computeIfAbsent(part, _ -> new TreeMap<>()).merge(count.type(), count.count(), Long::sum);
        }
        counts.put(SchemaPart.ATTRIBUTE, workbench.store().attributeCounts());
        return counts;
    }

    @Override
    public Usage usage(SchemaPart part, String name) {
        return workbench.store().usage(part, name);
    }

    @Override
    public void change(String title, UnaryOperator<Schema> change) {
        workbench.changeSchema(title, change.apply(schema()));
    }

    @Override
    public String retype(Retyping retyping, JobContext context) {
        return workbench.retype(retyping, context).title();
    }

    @Override
    public Optional<String> nextUndo() {
        return workbench.store().nextUndo();
    }

    @Override
    public void undo() {
        workbench.undo();
    }

    @Override
    public void listen(Runnable listener) {
        workbench.listen(change -> {
            switch (change) {
                case ProjectChange.SchemaChanged _, ProjectChange.DocumentsImported _ -> listener.run();
                // Counts are read again when the page is shown: reading them after each edit would cost more than it
                // tells.
                case ProjectChange.DocumentChanged _,
                        ProjectChange.DocumentsChanged _,
                        ProjectChange.Reindexed _,
                        ProjectChange.LayerChanged _ -> {}
            }
        });
    }
}
