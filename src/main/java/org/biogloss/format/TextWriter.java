package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import org.biogloss.document.AnnotatedDocument;

/// Writes the texts one after the other, a blank line between two.
final class TextWriter implements Exporter.Form {

    private final Writer out;
    private final Losses losses;
    private long documents;

    TextWriter(Writer out, Losses losses) {
        this.out = out;
        this.losses = losses;
    }

    @Override
    public void write(AnnotatedDocument document) throws IOException {
        if (documents++ > 0) out.write("\n");
        out.write(document.text());
        if (!document.text().endsWith("\n")) out.write("\n");
        losses.note(document.annotations().size(), "annotations are left out: plain text holds none");
        losses.noteSections(document);
        losses.noteOrigins(document);
    }

    @Override
    public void end() {
        losses.note(
                documents > 1 ? documents : 0,
                "documents stand in one file, without their ids and borders; name a folder to get a file each");
    }
}
