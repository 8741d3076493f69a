package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.biogloss.document.AnnotatedDocument;

/// Writes each text to a file of its own, named by the document's id. Each file is whole or not there.
final class TextFolderWriter implements DocumentWriter {

    private final Path folder;
    private final Selection selection;
    private final Losses losses = new Losses();
    private final Set<String> names = new HashSet<>();

    TextFolderWriter(Path folder, Selection selection) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.selection = selection;
    }

    @Override
    public void write(AnnotatedDocument document) throws IOException {
        losses.note(selection.of(document, losses).annotations().size(), "annotations: plain text holds none");
        try (var file = NewFile.at(folder.resolve(name(document.id())))) {
            file.writer().write(document.text());
            file.finish();
        }
    }

    private String name(String id) {
        var safe = id.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "_");
        if (safe.length() > 100) safe = safe.substring(0, 100);
        var name = safe;
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) name = safe + "-" + n;
        return name + ".txt";
    }

    @Override
    public List<String> finish() {
        return losses.sentences();
    }

    @Override
    public void close() {}
}
