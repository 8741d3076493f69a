package org.biogloss.ui.schema;

import org.biogloss.document.Retyping;
import org.biogloss.document.SchemaPart;
import org.biogloss.store.Usage;

/// What a person is asked before many annotations change.
sealed interface Question {

    SchemaPart part();

    /// What it is about.
    String name();

    Usage usage();

    /// @param merges whether the new name is another type's already
    record Retype(Retyping retyping, boolean merges, Usage usage) implements Question {

        @Override
        public SchemaPart part() {
            return retyping.part();
        }

        @Override
        public String name() {
            return retyping.from();
        }
    }

    record Delete(SchemaPart part, String name, Usage usage) implements Question {}
}
