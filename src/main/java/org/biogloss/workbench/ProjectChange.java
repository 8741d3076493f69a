package org.biogloss.workbench;

import java.util.Set;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Schema;

/// What became different in a project. Told on the thread that changed it.
public sealed interface ProjectChange {

    record DocumentChanged(String id, AnnotatedDocument document) implements ProjectChange {}

    /// One action changed several documents: accepting or undoing across the project, a model's suggestions.
    record DocumentsChanged(Set<String> ids) implements ProjectChange {}

    /// @param count below zero where an undo took as many out again
    record DocumentsImported(int count) implements ProjectChange {}

    /// Searching may find other documents than before.
    record Reindexed() implements ProjectChange {}

    record SchemaChanged(Schema schema) implements ProjectChange {}

    record LayerChanged(String layer) implements ProjectChange {}
}
