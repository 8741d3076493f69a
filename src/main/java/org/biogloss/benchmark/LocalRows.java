package org.biogloss.benchmark;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.biogloss.registry.WholeFolder;

/// The rows that were made here, a JSON file each: those that come with BioGloss and a person's own.
public final class LocalRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a later BioGloss may say more
            .build();
    private static final String END = ".json";

    private final List<Path> roots;

    /// @param roots folders of rows, most important first; new rows go into the first. They need not exist
    public LocalRows(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// @throws IOException with words, if a file is no row
    public List<LocalRow> all() throws IOException {
        var rows = new LinkedHashMap<String, LocalRow>();
        for (var root : roots) {
            for (var file : files(root)) {
                var row = read(file);
                rows.putIfAbsent(row.id(), row);
            }
        }
        return List.copyOf(rows.values());
    }

    public Optional<LocalRow> find(String id) throws IOException {
        return all().stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /// Adds what a row says to what is known of it, on disk.
    ///
    /// @return the row as it stands now
    public LocalRow add(LocalRow row) throws IOException {
        var before = find(row.id());
        var now = before.map(old -> old.updatedBy(row)).orElse(row);
        var root = roots.getFirst();
        Files.createDirectories(root);
        WholeFolder.writeFile(
                root.resolve(row.id() + END),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(now));
        return now;
    }

    private static List<Path> files(Path root) throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (var inside = Files.list(root)) {
            return new ArrayList<>(inside.filter(file -> {
                        var name = String.valueOf(file.getFileName());
                        return name.endsWith(END) && !name.startsWith(".");
                    })
                    .sorted()
                    .toList());
        }
    }

    private static LocalRow read(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), LocalRow.class);
        } catch (JacksonException e) {
            throw new IOException(
                    "Cannot read the leaderboard's row " + file + ": " + e.getOriginalMessage()
                            + ". Delete it, and make it again with biogloss benchmark run.",
                    e);
        }
    }
}
