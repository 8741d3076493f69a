package org.biogloss.format;

import java.io.IOException;
import java.util.List;
import org.biogloss.document.AnnotatedDocument;

/// Writes documents to a new file, which appears under its name only when it is complete.
///
/// ```java
/// try (var writer = Exporter.open(Format.JSONL, out, Optional.empty())) {
///     for (var document : documents) writer.write(document);
///     losses = writer.finish();
/// }
/// ```
public interface DocumentWriter extends AutoCloseable {

    void write(AnnotatedDocument document) throws IOException;

    /// Puts the file in its place.
    ///
    /// @return what the format could not hold, a sentence each
    List<String> finish() throws IOException;

    /// Without [#finish] before it, leaves everything as it was: an export that failed half-way makes no file.
    @Override
    void close() throws IOException;
}
