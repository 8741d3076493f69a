package org.biogloss.tasks.examples;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A file of examples, or that part of it whose documents a list names.
///
/// @param part the ids of the documents; empty for the whole file
record DataPart(Path file, Optional<Set<String>> part) {

    /// Reads `FILE` or `FILE#SPLIT#PART`, where SPLIT is a JSON file beside FILE that holds the list PART.
    static DataPart of(Path place) throws IOException {
        var words = place.toString().split("#", -1);
        if (words.length != 3 || Files.exists(place)) return new DataPart(place, Optional.empty());
        var file = Path.of(words[0]);
        var split = file.resolveSibling(words[1]);
        return new DataPart(file, Optional.of(documents(split, words[2])));
    }

    private static Set<String> documents(Path split, String part) throws IOException {
        try {
            var list = JsonMapper.builder()
                    .build()
                    .readTree(Files.readAllBytes(split))
                    .path(part);
            if (!list.isArray()) {
                throw new IOException("Cannot divide the examples: " + split + " holds no list called " + part + ".");
            }
            var documents = new HashSet<String>();
            for (var document : list) documents.add(document.asText(""));
            return documents;
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot divide the examples: there is no file " + split + ".", e);
        } catch (JacksonException e) {
            throw new IOException("Cannot divide the examples: " + split + " is not JSON.", e);
        }
    }
}
