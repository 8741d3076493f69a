package org.biogloss.ui.schema;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.biogloss.document.Retyping;
import org.biogloss.document.Schema;
import org.biogloss.document.SchemaPart;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.Usage;

/// What the schema page needs of the open project. All read or write the disk: asked in jobs, one at a time.
public interface SchemaDesk {

    Schema schema();

    /// How many annotations go by each name, also by names that the schema does not know.
    Map<SchemaPart, Map<String, Long>> counts();

    Usage usage(SchemaPart part, String name);

    /// An action that can be undone; documents stay as they are.
    void change(String title, UnaryOperator<Schema> change);

    /// Across the project, as one action.
    ///
    /// @return its title
    String retype(Retyping retyping, JobContext context);

    /// What [#undo] would take back.
    Optional<String> nextUndo();

    void undo();

    /// Calls the listener when others have changed the schema or the documents, on the thread that did it.
    void listen(Runnable listener);
}
