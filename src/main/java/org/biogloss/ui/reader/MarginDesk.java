package org.biogloss.ui.reader;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;

/// What stands beside the text and is the project's: its guidelines, the past of its documents, and the time that was
/// spent on them. Never called on the window's thread.
public interface MarginDesk {

    /// Something done to a document, after which it looked some way.
    ///
    /// @param entry its number in the journal; 0 for how the document came
    record Moment(long entry, Instant time, String by, String title) {}

    /// Guidelines as they were until somebody began to change them.
    record Version(Instant until, String by, String text) {}

    /// Newest first.
    List<Moment> moments(String documentId);

    /// The document as it was after that entry.
    AnnotatedDocument asOf(String documentId, long entry);

    /// Writes who did what when: as JSON, as a table or as text, by the end of the file's name.
    ///
    /// @param documentId of one document, or of the whole project
    void writeHistory(Path file, Optional<String> documentId) throws IOException;

    /// As Markdown; empty while there are none.
    String guidelines();

    void saveGuidelines(String markdown);

    /// Keeps the guidelines that hold now as an earlier version.
    void keepVersion();

    /// Newest first.
    List<Version> earlierGuidelines();

    /// Whether this person wants the time measured that documents take.
    boolean isTimed();

    void setTimed(boolean on);

    Duration spent(String documentId);

    void spend(String documentId, Duration more);
}
