package org.biogloss.ui.reader;

import java.util.List;
import java.util.Optional;

/// A desk without a project: nothing to undo, no neighbours, no models. For a document shown by itself.
interface LoneDesk extends ReaderDesk {

    @Override
    default String annotator() {
        return "";
    }

    @Override
    default boolean canUndo() {
        return false;
    }

    @Override
    default boolean canRedo() {
        return false;
    }

    @Override
    default Optional<Step> undo() {
        return Optional.empty();
    }

    @Override
    default Optional<Step> redo() {
        return Optional.empty();
    }

    @Override
    default List<Past> history(String documentId, int limit) {
        return List.of();
    }

    @Override
    default Optional<String> neighbour(String documentId, int step) {
        return Optional.empty();
    }

    @Override
    default List<String> highlighters() {
        return List.of();
    }

    @Override
    default void highlight(String documentId) {}
}
