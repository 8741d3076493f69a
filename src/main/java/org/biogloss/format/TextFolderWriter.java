package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.AnnotatedDocument;

/// Writes each text to a file of its own, named by the document's id. Each file is whole or not there.
final class TextFolderWriter implements DocumentWriter {

    private final Path folder;
    private final Selection selection;
    private final Losses losses = new Losses();
    private final FileNames names = new FileNames();

    TextFolderWriter(Path folder, Selection selection) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.selection = selection;
    }

    @Override
    public void write(AnnotatedDocument document) throws IOException {
        var chosen = selection.of(document, losses);
        losses.note(chosen.annotations().size(), "annotations are left out: plain text holds none");
        losses.noteSections(chosen);
        losses.noteOrigins(chosen);
        try (var file = NewFile.at(folder.resolve(names.of(document.id()) + ".txt"))) {
            file.writer().write(document.text());
            file.finish();
        }
    }

    @Override
    public List<String> finish() {
        return losses.sentences();
    }

    @Override
    public void close() {}
}
