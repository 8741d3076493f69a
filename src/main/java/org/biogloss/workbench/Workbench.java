package org.biogloss.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.biogloss.bert.Compute;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Retyping;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaChange;
import org.biogloss.format.Format;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.search.IndexException;
import org.biogloss.search.Occurrences;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;
import org.biogloss.tasks.OpenTaggers;
import org.biogloss.workbench.review.Scope;

/// One open project: what a person can do with it, whether by window or by command line.
///
/// Edits are on disk when a verb returns; searching finds them a moment later. Verbs that take a
/// [JobContext] take a while: call them in a job. All may be called from any thread.
public final class Workbench implements AutoCloseable {

    private static final String LAYER = "layer";
    private static final String ANNOTATOR = "annotator";
    private static final String GOLD = "gold";

    /// Who imports more documents than this can work with them before all can be found.
    private static final int FOLLOWED_AT_ONCE = 5_000;

    private final ProjectStore store;
    private final Models models;
    private final ProjectIndex index;
    private final OpenTaggers taggers = new OpenTaggers(2, Duration.ofMinutes(5));
    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();

    private Workbench(ProjectStore store, Models models, Jobs jobs) {
        this.store = store;
        this.models = withOwn(store, models);
        this.index = new ProjectIndex(store, jobs, () -> tell(new ProjectChange.Reindexed()));
    }

    /// Opens a project; an index that is behind or was lost is brought up to date by a job.
    ///
    /// @param models those that every project has; the project's own come before them
    public static Workbench open(Path project, Models models, Jobs jobs) {
        return over(ProjectStore.open(project), models, jobs);
    }

    /// Opens a project to work in it or, where another BioGloss does, to read it. What would change it is then refused
    /// in words.
    public static Workbench openOrRead(Path project, Models models, Jobs jobs) {
        return ProjectStore.isHeld(project)
                ? over(ProjectStore.openToRead(project), models, jobs)
                : open(project, models, jobs);
    }

    public boolean isReadOnly() {
        return store.isReadOnly();
    }

    public static Workbench create(Path project, String name, Models models, Jobs jobs) {
        return over(ProjectStore.create(project, name, Schema.standard()), models, jobs);
    }

    private static Workbench over(ProjectStore store, Models models, Jobs jobs) {
        try {
            var workbench = new Workbench(store, models, jobs);
            workbench.index.start();
            return workbench;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Models withOwn(ProjectStore store, Models models) {
        var own = store.folder().resolve("models");
        return new Models(Stream.concat(Stream.of(own), models.roots().stream())
                .distinct()
                .toList());
    }

    public ProjectStore store() {
        return store;
    }

    /// The project's own models, and those that every project has.
    public Models models() {
        return models;
    }

    /// Who is working here: the project's setting `annotator`, or the user's name on this machine.
    public String annotator() {
        return store.setting(ANNOTATOR).orElseGet(() -> System.getProperty("user.name", "you"));
    }

    /// Keeps the edits from now on under this name.
    public void signAs(String annotator) {
        if (annotator.isBlank()) throw new IllegalArgumentException("A name is needed");
        store.putSetting(ANNOTATOR, annotator);
    }

    /// Where a person's work goes.
    public String activeLayer() {
        return store.setting(LAYER).orElse(GOLD);
    }

    public void activateLayer(String layer) {
        store.putSetting(LAYER, layer);
        tell(new ProjectChange.LayerChanged(layer));
    }

    public void saveSchema(Schema schema) {
        store.saveSchema(schema);
        tell(new ProjectChange.SchemaChanged(schema));
    }

    /// Changes the schema as an action that can be undone. Documents stay as they are.
    public void changeSchema(String title, Schema schema) {
        var before = store.schema();
        if (before.equals(schema)) return;
        var change = Optional.of(new SchemaChange(before, schema));
        afterwards(store.perform(annotator(), title, List.of(), change, () -> {}));
    }

    /// Renames or merges across the project, documents and schema in one action.
    public JournalEntry retype(Retyping retyping, JobContext context) {
        var entry = new Restructuring(store, annotator()).run(retyping, context);
        afterwards(entry);
        return entry;
    }

    /// @throws ProjectException if there is none
    public AnnotatedDocument document(String id) {
        return store.find(id)
                .orElseThrow(() -> new ProjectException("Cannot open document " + id + ": the project has none of that"
                        + " id. It may have another one; search for its title."));
    }

    public SearchResults search(SearchRequest request) {
        return index.search(request);
    }

    /// The documents that hold one of the names, and perhaps some that do not quite.
    ///
    /// @param within only those that this asks for
    List<String> holding(Occurrences names, Optional<SearchRequest> within) {
        return index.holding(names, within);
    }

    /// All documents that the request asks for, whatever its limit.
    List<String> ids(SearchRequest request) {
        return index.ids(request);
    }

    /// Makes everything done so far searchable before it returns.
    public void bringIndexUpToDate(JobContext context) {
        index.catchUp(context);
    }

    /// Reads files and folders into the project as one action, all or, cancelled or failed, nothing, and makes them
    /// searchable: thousands of documents by a job of its own.
    ///
    /// @param format what the person says they are; without it each file's content decides
    /// @param layer  where annotations go for which a file names no layer
    public ImportReport importFiles(List<Path> paths, Optional<Format> format, String layer, JobContext context) {
        var outcome = Importing.run(store, paths, format, layer, annotator(), context);
        learnTypes(outcome.types());
        tell(new ProjectChange.DocumentsImported(outcome.added()));
        if (outcome.added() > FOLLOWED_AT_ONCE) index.start();
        else follow(context);
        return outcome.report();
    }

    /// Writes all documents with what is confirmed of them.
    ///
    /// @param layer only this one; without it all
    /// @return what the format cannot hold, in words
    public List<String> export(Path out, Format format, Optional<String> layer, JobContext context) {
        return Exporting.run(store, out, format, layer, context);
    }

    /// What the format cannot hold of that, in words, before anything is written.
    public List<String> losses(Format format, Optional<String> layer, JobContext context) {
        return Exporting.losses(store, format, layer, context);
    }

    /// Lets models read documents; what they find becomes suggestions, each batch saved and told as it is
    /// done.
    ///
    /// Nothing is suggested that is confirmed in the active layer or that a person turned down.
    public void highlight(List<String> documentIds, List<ModelCard> models, Compute compute, JobContext context) {
        var highlighting = new Highlighting(store, activeLayer(), this::changed);
        int total = documentIds.size() * models.size();
        int done = 0;
        for (var model : models) {
            int before = done;
            try {
                taggers.use(model.folder(), compute, tagger -> {
                    learnTypes(tagger.types());
                    highlighting.run(documentIds, model.id(), tagger::read, context, before, total);
                });
            } catch (IOException e) {
                throw new ProjectException(String.valueOf(e.getMessage()), e);
            }
            done += documentIds.size();
        }
        follow(context);
    }

    /// Lets a model say what it sees of all documents, in a layer of its own and whatever people have said already, so
    /// that both can be compared. One action.
    ///
    /// @param atLeast only what it is so sure of
    public void readWhole(ModelCard model, String layer, double atLeast, Compute compute, JobContext context) {
        var reading = new WholeReading(store, model.id(), layer, atLeast);
        var edits = new ArrayList<DocumentEdit>();
        try {
            taggers.use(model.folder(), compute, tagger -> {
                learnTypes(tagger.types());
                edits.addAll(reading.edits(store.ids(), tagger::read, context));
            });
        } catch (IOException e) {
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        }
        performAll(model.id() + " reads into " + layer, edits);
    }

    /// Carries out an edit and returns the document after it.
    public AnnotatedDocument perform(String title, String documentId, Edit edit) {
        store.perform(annotator(), title, List.of(new DocumentEdit(documentId, edit)));
        var document = document(documentId);
        index.changed();
        tell(new ProjectChange.DocumentChanged(documentId, document));
        return document;
    }

    /// Carries out several edits as one action.
    public void performAll(String title, List<DocumentEdit> edits) {
        if (edits.isEmpty()) return;
        afterwards(store.perform(annotator(), title, edits));
    }

    public boolean canUndo() {
        return store.canUndo();
    }

    public boolean canRedo() {
        return store.canRedo();
    }

    public Optional<JournalEntry> undo() {
        var undone = store.undo(annotator());
        undone.ifPresent(this::afterwards);
        return undone;
    }

    public Optional<JournalEntry> redo() {
        var redone = store.redo(annotator());
        redone.ifPresent(this::afterwards);
        return redone;
    }

    /// Accepts a model's suggestions as one action.
    ///
    /// @param type       only those of this type
    /// @param atLeast    only those of this confidence or more
    /// @param documentId only those of this document; otherwise all of the project
    /// @return how many
    public int acceptAll(String modelLayer, Optional<String> type, double atLeast, Optional<String> documentId) {
        var scope = documentId.<Scope>map(Scope.OneDocument::new).orElseGet(Scope.Everything::new);
        return new Review(this)
                .accept(modelLayer, Set.copyOf(type.stream().toList()), atLeast, scope, JobContext.silent());
    }

    /// Writes `train.jsonl` and `dev.jsonl` from the confirmed mentions of a layer.
    ///
    /// @return the folder
    public Path writeTrainingData(String layer, Path folder) {
        return new TrainingData(store, layer).write(folder);
    }

    /// Writes the texts of the project, a JSON object a line, without those that a benchmark measures by.
    public Path writeTexts(Path file) {
        return PlainTexts.write(store, file);
    }

    /// Calls the listener after each change, on the thread that made it.
    public void listen(Consumer<ProjectChange> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        try {
            taggers.close();
            index.close();
        } finally {
            store.close();
        }
    }

    /// The types that the schema does not know yet get a colour and a key.
    private void learnTypes(Collection<String> types) {
        var before = store.schema();
        var after = before;
        for (var type : types) after = after.knowing(type);
        if (!after.equals(before)) saveSchema(after);
    }

    /// What is saved stays saved: the index follows later if it cannot now.
    private void follow(JobContext context) {
        try {
            index.catchUp(context);
        } catch (CancellationException | IndexException _) {
            index.changed();
        }
    }

    private void afterwards(JournalEntry entry) {
        var ids = new LinkedHashSet<String>();
        entry.edits().forEach(edit -> ids.add(edit.documentId()));
        entry.schema().ifPresent(change -> tell(new ProjectChange.SchemaChanged(change.after())));
        if (entry.documents() != 0) tell(new ProjectChange.DocumentsImported(entry.documents()));
        changed(ids);
    }

    private void changed(Set<String> ids) {
        index.changed();
        if (ids.size() == 1) {
            var id = ids.iterator().next();
            tell(new ProjectChange.DocumentChanged(id, document(id)));
        } else if (!ids.isEmpty()) {
            tell(new ProjectChange.DocumentsChanged(Set.copyOf(ids)));
        }
    }

    private void tell(ProjectChange change) {
        for (var listener : listeners) listener.accept(change);
    }
}
