package org.biogloss.workbench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.biogloss.document.Document;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;

/// The texts of a project alone, as a corpus to learn a language from. Documents that a benchmark marks as
/// `dev` or `test` stay out: a network that has read them would be measured by what it knows already.
final class PlainTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainTexts() {}

    static Path write(ProjectStore store, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                store.forEach(document -> write(document.document(), out));
            }
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new ProjectException(
                    "Cannot write the texts of the project to " + file + ": " + e.getMessage() + ". Make room there.",
                    e);
        }
    }

    private static void write(Document document, BufferedWriter out) {
        var split = document.known(Document.SPLIT).orElse("");
        if (split.equals("dev") || split.equals("test")) return;
        try {
            out.write(JSON.writeValueAsString(Map.of("id", document.id(), "text", document.text())));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
