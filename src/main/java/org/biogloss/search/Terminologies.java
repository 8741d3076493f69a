package org.biogloss.search;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;

/// The terminologies that a person has added, an index in a folder each, named by the person. Any number of threads may
/// ask; one that adds or removes waits for them, for the moment in which an index takes another's place.
public final class Terminologies implements AutoCloseable {

    private static final String ABOUT = "about.properties";

    /// One of them.
    ///
    /// @param concepts how many it has
    /// @param source   the file it was made from; empty for one added before sources were noted
    /// @param added    when
    public record About(String name, long concepts, String source, Optional<Instant> added) {}

    private final Path root;
    private final List<TermIndex> open = new ArrayList<>();
    private final Map<String, String> broken = new LinkedHashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private Terminologies(Path root) {
        this.root = root;
    }

    /// One that cannot be opened is left out, and told by [#broken].
    ///
    /// @param root holds a folder for each; it need not exist
    public static Terminologies open(Path root) throws IOException {
        var all = new Terminologies(root);
        for (var folder : all.folders()) {
            try {
                all.open.add(TermIndex.open(name(folder), folder));
            } catch (IOException e) {
                all.broken.put(name(folder), String.valueOf(e.getMessage()));
            }
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

    /// The name that a file's terminology gets if the person gives none: the file's, without endings.
    public static String nameFor(Path file) {
        return name(file).replaceFirst("\\..*", "");
    }

    /// Adds a file under a name, in place of what had it before; whole or not at all.
    ///
    /// @return how many concepts it has
    public long add(Path file, String name) throws IOException {
        return add(file, name, _ -> {});
    }

    /// @param progress hears how many bytes of the file have been read; what it throws ends the work, and nothing was
    ///     added
    public long add(Path file, String name, LongConsumer progress) throws IOException {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,60}")) {
            throw new IOException("Cannot call a terminology \"" + name
                    + "\": use letters, digits, blanks, dots and hyphens, beginning with a letter or digit.");
        }
        Files.createDirectories(root);
        var part = Files.createTempDirectory(root, ".part");
        try {
            long concepts = TermIndex.make(file, part, progress);
            note(part, file, concepts);
            locked(lock.writeLock(), () -> {
                close(name);
                var folder = root.resolve(name);
                delete(folder);
                Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
                open.add(TermIndex.open(name, folder));
                open.sort(Comparator.comparing(TermIndex::name));
                return concepts;
            });
            return concepts;
        } finally {
            delete(part);
        }
    }

    private static void note(Path folder, Path file, long concepts) throws IOException {
        var about = new Properties();
        about.setProperty("source", name(file));
        about.setProperty("concepts", Long.toString(concepts));
        about.setProperty("added", Instant.now().toString());
        try (Writer out = Files.newBufferedWriter(folder.resolve(ABOUT))) {
            about.store(out, null);
        }
    }

    public boolean remove(String name) throws IOException {
        return locked(lock.writeLock(), () -> {
            boolean known = broken.containsKey(name) | close(name);
            if (known) delete(root.resolve(name));
            return known;
        });
    }

    private boolean close(String name) throws IOException {
        broken.remove(name);
        for (var known : List.copyOf(open)) {
            if (!known.name().equals(name)) continue;
            known.close();
            open.remove(known);
            return true;
        }
        return false;
    }

    public List<TermIndex> all() {
        lock.readLock().lock();
        try {
            return List.copyOf(open);
        } finally {
            lock.readLock().unlock();
        }
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /// What is known of each, by name.
    public List<About> about() throws IOException {
        return locked(lock.readLock(), () -> {
            var all = new ArrayList<About>();
            for (var index : open) all.add(about(index));
            return all;
        });
    }

    private About about(TermIndex index) throws IOException {
        var file = root.resolve(index.name()).resolve(ABOUT);
        var known = new Properties();
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                known.load(in);
            }
        }
        return new About(
                index.name(),
                index.size(),
                known.getProperty("source", ""),
                Optional.ofNullable(known.getProperty("added")).map(Instant::parse));
    }

    /// Those that could not be opened, by name, and why not, in words.
    public Map<String, String> broken() {
        lock.readLock().lock();
        try {
            return Map.copyOf(broken);
        } finally {
            lock.readLock().unlock();
        }
    }

    /// The best of all of them.
    public List<TermHit> search(String text, int limit) throws IOException {
        return best(limit, index -> index.search(text, limit));
    }

    /// Those that are called so, but for case, hyphens, Greek letters and number.
    public List<TermHit> named(String text, int limit) throws IOException {
        return best(limit, index -> index.named(text, limit));
    }

    private interface Asking {
        List<TermHit> of(TermIndex index) throws IOException;
    }

    private List<TermHit> best(int limit, Asking asking) throws IOException {
        return locked(lock.readLock(), () -> {
            var hits = new ArrayList<TermHit>();
            for (var index : open) hits.addAll(asking.of(index));
            hits.sort(Comparator.comparing(TermHit::match)
                    .thenComparingInt(hit -> hit.term().length()));
            return List.copyOf(hits.subList(0, Math.min(limit, hits.size())));
        });
    }

    /// The concept of this id, in whichever terminology has it.
    public Optional<Concept> find(String id) throws IOException {
        return locate(id).map(Located::concept);
    }

    /// @param terminology   the name of the one that has it
    /// @param parents what it is a kind of: names, or ids where the terminology has no name for them
    public record Located(String terminology, Concept concept, List<String> parents) {}

    /// The concept of this id with what stands above it. An id that carries the name of its vocabulary
    /// (`MESH:D003000`) is also looked for without.
    public Optional<Located> locate(String id) throws IOException {
        return locked(lock.readLock(), () -> {
            var whole = located(id);
            int colon = id.indexOf(':');
            return whole.isPresent() || colon < 0 ? whole : located(id.substring(colon + 1));
        });
    }

    private Optional<Located> located(String id) throws IOException {
        for (var index : open) {
            var found = index.find(id);
            if (found.isEmpty()) continue;
            var parents = index.parents(found.get()).entrySet().stream()
                    .map(parent -> parent.getValue().isEmpty() ? parent.getKey() : parent.getValue())
                    .toList();
            return Optional.of(new Located(index.name(), found.get(), parents));
        }
        return Optional.empty();
    }

    private interface Step<R> {
        R run() throws IOException;
    }

    private static <R> R locked(Lock lock, Step<R> step) throws IOException {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    @Override
    public void close() throws IOException {
        locked(lock.writeLock(), () -> {
            for (var index : open) index.close();
            open.clear();
            return true;
        });
    }
}
