package org.biogloss.ui.tokens;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.Texts;
import org.biogloss.jobs.JobContext;
import org.biogloss.tokens.MergeHistory;
import org.biogloss.tokens.Tokenizer;
import org.biogloss.tokens.VocabularyTraining;
import org.biogloss.tokens.compare.Passages;

/// What the Tokenizer Lab needs of the program. Verbs may touch the disk and are not called on the window's thread, but
/// for [#files], [#textInReader] and [#read].
public interface TokensDesk {

    /// A vocabulary that may be chosen.
    ///
    /// @param isOwn whether the person has trained or brought it
    record Shelved(String id, String name, boolean isOwn) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// Texts to measure or to learn from.
    interface Corpus {

        String name();

        /// In a few words, such as `50 documents`.
        String size();

        Passages passages();

        Texts texts();

        /// The text of one of its documents.
        String text(String documentId) throws IOException;

        /// As far as they are known.
        Map<String, String> titles(List<String> documentIds);

        /// Whether its documents can be opened in the reader.
        boolean isInProject();
    }

    /// A vocabulary wished for.
    record Wish(String name, Corpus corpus, VocabularyTraining.Wish how) {}

    /// What there is to compare, the general one first.
    List<Shelved> vocabularies();

    /// Opened once; the desk closes it.
    Tokenizer open(String vocabularyId) throws IOException;

    /// Takes over a vocabulary from a folder. The answer is its id.
    String add(Path folder) throws IOException;

    /// Trains a vocabulary and keeps it among the person's own. The answer is its id.
    String train(Wish wish, JobContext context) throws IOException;

    /// How the pieces of a vocabulary came about; without a step where nobody wrote it down.
    MergeHistory history(String vocabularyId) throws IOException;

    /// The project, and what the library has found in it if something was asked for.
    List<Corpus> corpora();

    Corpus files(List<Path> filesOrFolders);

    /// The BLURB data sets where the person has them, or else the parts of the project.
    List<Passages> dataSets() throws IOException;

    /// The text that the reader shows: what is marked of it, or else all.
    Optional<String> textInReader();

    /// Shows a document of the project in the reader.
    void read(String documentId);
}
