package org.biogloss.ui.reader;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Schema;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.JournalLine;
import org.biogloss.workbench.ProjectChange;
import org.biogloss.workbench.Workbench;

/// The reader's desk over an open project.
public final class ProjectReaderDesk implements ReaderDesk {

    private final Workbench workbench;
    private final BiFunction<String, Integer, Optional<String>> neighbour;
    private final Supplier<List<String>> highlighters;
    private final Consumer<String> highlight;
    private final ConceptDesk concepts;
    private volatile String layer;
    private volatile Schema schema;
    private final String annotator;

    /// Set while the reader itself changes the project: it shows its own changes without being told.
    private final ThreadLocal<Boolean> own = ThreadLocal.withInitial(() -> false);

    /// @param neighbour    the document so many places after this one, in the list the person works through
    /// @param highlighters the names of the models that highlight
    /// @param highlight    starts to highlight a document with them
    /// @param concepts     where concepts are looked up
    public ProjectReaderDesk(
            Workbench workbench,
            BiFunction<String, Integer, Optional<String>> neighbour,
            Supplier<List<String>> highlighters,
            Consumer<String> highlight,
            ConceptDesk concepts) {
        this.workbench = workbench;
        this.neighbour = neighbour;
        this.highlighters = highlighters;
        this.highlight = highlight;
        this.concepts = concepts;
        annotator = workbench.annotator();
        layer = workbench.activeLayer();
        schema = workbench.store().schema();
    }

    /// Calls the listener with the id of each document that others have changed, on the thread that did it; an empty id
    /// stands for any document.
    public void listen(Consumer<Optional<String>> listener) {
        workbench.listen(change -> {
            switch (change) {
                case ProjectChange.DocumentChanged(var id, var _) -> tell(listener, id);
                case ProjectChange.DocumentsChanged(var ids) -> ids.forEach(id -> tell(listener, id));
                case ProjectChange.DocumentsImported _ -> listener.accept(Optional.empty());
                case ProjectChange.Reindexed _ -> {}
                case ProjectChange.SchemaChanged(var now) -> {
                    schema = now;
                    listener.accept(Optional.empty());
                }
                case ProjectChange.LayerChanged(var now) -> layer = now;
            }
        });
    }

    private void tell(Consumer<Optional<String>> listener, String id) {
        if (!own.get()) listener.accept(Optional.of(id));
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public ConceptDesk concepts() {
        return concepts;
    }

    @Override
    public String annotator() {
        return annotator;
    }

    @Override
    public String layer() {
        return layer;
    }

    @Override
    public AnnotatedDocument document(String id) {
        return workbench.document(id);
    }

    @Override
    public Optional<AnnotatedDocument> find(String id) {
        return workbench.store().find(id);
    }

    @Override
    public AnnotatedDocument perform(String title, String documentId, Edit edit) {
        return alone(() -> workbench.perform(title, documentId, edit));
    }

    @Override
    public boolean canUndo() {
        return workbench.canUndo();
    }

    @Override
    public boolean canRedo() {
        return workbench.canRedo();
    }

    @Override
    public Optional<Step> undo() {
        return alone(workbench::undo).map(ProjectReaderDesk::step);
    }

    @Override
    public Optional<Step> redo() {
        return alone(workbench::redo).map(ProjectReaderDesk::step);
    }

    @Override
    public List<Past> history(String documentId, int limit) {
        return workbench.store().lines(documentId, limit).stream()
                .map(line -> new Past(line.time(), line.by(), title(line)))
                .toList();
    }

    @Override
    public Optional<String> neighbour(String documentId, int step) {
        return neighbour.apply(documentId, step);
    }

    @Override
    public List<String> highlighters() {
        return highlighters.get();
    }

    @Override
    public void highlight(String documentId) {
        highlight.accept(documentId);
    }

    private <R> R alone(Supplier<R> change) {
        own.set(true);
        try {
            return change.get();
        } finally {
            own.set(false);
        }
    }

    private static String title(JournalLine line) {
        return switch (line.kind()) {
            case DO, NOTE -> line.title();
            case UNDO -> "Undo: " + line.title();
            case REDO -> "Redo: " + line.title();
        };
    }

    private static Step step(JournalEntry entry) {
        boolean everywhere = entry.edits().isEmpty() || entry.schema().isPresent() || entry.documents() != 0;
        var id = everywhere ? "" : entry.edits().getFirst().documentId();
        return new Step(id, entry.title());
    }
}
