package org.biogloss.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The terminologies that a person has added, an index in a folder each, named by the person.
public final class Terminologies implements AutoCloseable {

    private final Path root;
    private final List<TermIndex> open = new ArrayList<>();

    private Terminologies(Path root) {
        this.root = root;
    }

    /// @param root holds a folder for each; it need not exist
    public static Terminologies open(Path root) throws IOException {
        var all = new Terminologies(root);
        try {
            for (var folder : all.folders()) all.open.add(TermIndex.open(name(folder), folder));
        } catch (IOException e) {
            all.close();
            throw e;
        }
        return all;
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        try (var inside = Files.list(root)) {
            return inside.filter(Files::isDirectory)
                    .filter(folder -> !name(folder).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// Adds a file under a name, in place of what had it before; whole or not at all.
    ///
    /// @return how many concepts it has
    public long add(Path file, String name) throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,60}")) {
            throw new IOException("Cannot call a terminology \"" + name
                    + "\": use letters, digits, blanks, dots and hyphens, beginning with a letter or digit.");
        }
        Files.createDirectories(root);
        var part = Files.createTempDirectory(root, ".part");
        try {
            long concepts = TermIndex.make(file, part);
            var folder = root.resolve(name);
            for (var known : List.copyOf(open)) {
                if (!known.name().equals(name)) continue;
                known.close();
                open.remove(known);
            }
            delete(folder);
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
            open.add(TermIndex.open(name, folder));
            open.sort(Comparator.comparing(TermIndex::name));
            return concepts;
        } finally {
            delete(part);
        }
    }

    public boolean remove(String name) throws IOException {
        for (var known : List.copyOf(open)) {
            if (!known.name().equals(name)) continue;
            known.close();
            open.remove(known);
            delete(root.resolve(name));
            return true;
        }
        return false;
    }

    public List<TermIndex> all() {
        return List.copyOf(open);
    }

    /// The best of all of them.
    public List<TermHit> search(String text, int limit) throws IOException {
        var hits = new ArrayList<TermHit>();
        for (var index : open) hits.addAll(index.search(text, limit));
        hits.sort(Comparator.comparing(TermHit::match)
                .thenComparingInt(hit -> hit.term().length()));
        return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
    }

    /// The concept of this id, in whichever terminology has it.
    public Optional<Concept> find(String id) throws IOException {
        for (var index : open) {
            var found = index.find(id);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        for (var index : open) index.close();
        open.clear();
    }
}
