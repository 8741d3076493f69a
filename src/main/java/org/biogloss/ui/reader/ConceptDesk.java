package org.biogloss.ui.reader;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.biogloss.search.Terminologies;
import org.biogloss.workbench.Concepts;

/// What the reader needs to tie mentions to concepts. What reads is never called on the window's thread.
public interface ConceptDesk {

    /// @param words those of the mention
    /// @param typed what the person looks for instead; empty to look for the words
    List<Concepts.Candidate> candidates(String words, String typed, int limit) throws IOException;

    /// What is known of an id, if a terminology has it.
    Optional<Terminologies.Located> locate(String id) throws IOException;

    boolean hasTerminologies() throws IOException;

    /// Asks the person for a file and adds it. Called on the window's thread.
    void addTerminology();

    /// Gives the concepts to the mentions of the same words and type that have none, and says what it did. Starts a
    /// job; called on the window's thread.
    ///
    /// @param documentId only in this document; otherwise in the project
    void spread(String words, String type, List<String> concepts, Optional<String> documentId);

    /// Where nothing can be looked up.
    ConceptDesk NONE = new ConceptDesk() {
        @Override
        public List<Concepts.Candidate> candidates(String words, String typed, int limit) {
            return List.of();
        }

        @Override
        public Optional<Terminologies.Located> locate(String id) {
            return Optional.empty();
        }

        @Override
        public boolean hasTerminologies() {
            return false;
        }

        @Override
        public void addTerminology() {}

        @Override
        public void spread(String words, String type, List<String> concepts, Optional<String> documentId) {}
    };
}
