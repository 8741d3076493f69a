package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.biogloss.document.Retyping;
import org.biogloss.document.SchemaChange;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// Carries a rename or a merge through a project: first what it does to each document, then all of it at once.
record Restructuring(ProjectStore store, String by) {

    /// Cancelled, it has done nothing.
    ///
    /// @throws ProjectException if a document was changed in the same place meanwhile
    JournalEntry run(Retyping retyping, JobContext context) {
        var before = store.schema();
        var after = retyping.in(before);
        var edits = edits(retyping, context);
        var schema =
                after.equals(before) ? Optional.<SchemaChange>empty() : Optional.of(new SchemaChange(before, after));
        if (edits.isEmpty() && schema.isEmpty()) {
            throw new ProjectException("Cannot rename " + retyping.from() + ": neither the schema nor a document knows"
                    + " it. Look at the names with \"schema show\" or on the page Schema.");
        }
        var verb = retyping.merges(before) ? "Merge " : "Rename ";
        var title = verb + retyping.from() + (retyping.merges(before) ? " into " : " to ") + retyping.to();
        var done = new int[1];
        try {
            return store.perform(by, title, edits, schema, () -> {
                context.checkCancelled();
                context.report(new Progress(edits.size() + done[0]++, 2L * edits.size(), title));
            });
        } catch (CancellationException asked) {
            throw asked;
        } catch (IllegalStateException changed) {
            throw new ProjectException(
                    "Cannot finish \"" + title + "\": a document was changed meanwhile (" + changed.getMessage()
                            + "). Nothing was done; try again.",
                    changed);
        }
    }

    private List<DocumentEdit> edits(Retyping retyping, JobContext context) {
        var ids = store.using(retyping.part(), retyping.from());
        var edits = new ArrayList<DocumentEdit>();
        long done = 0;
        for (var id : ids) {
            context.checkCancelled();
            context.report(new Progress(done++, 2L * ids.size(), "reading " + id));
            store.find(id).flatMap(retyping::in).ifPresent(edit -> edits.add(new DocumentEdit(id, edit)));
        }
        return edits;
    }
}
