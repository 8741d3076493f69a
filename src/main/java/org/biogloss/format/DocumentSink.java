package org.biogloss.format;

import java.io.IOException;
import org.biogloss.document.AnnotatedDocument;

/// Takes the documents of an import, one by one as they are read.
public interface DocumentSink {

    /// @throws IOException if it cannot keep the document; this ends the import, and the caller of the import sees it
    void accept(AnnotatedDocument document) throws IOException;
}
