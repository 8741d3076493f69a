package org.biogloss.tasks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.biogloss.bert.Compute;

/// Keeps the models used last open, as opening one takes longer than reading a text with it.
///
/// A model whose files have changed is opened anew. One that was not used for a while is closed when
/// somebody asks for another, or calls [#closeIdle]. One use at a time; the others wait.
public final class OpenTaggers implements AutoCloseable {

    /// What is done with an open model.
    @FunctionalInterface
    public interface Use {
        void with(Tagger tagger) throws IOException;
    }

    /// What makes a model another one: where it lies, how it computes, when its files were written.
    private record Key(Path folder, Compute.Kind kind, String precision, int threads, List<String> files) {}

    private static final List<String> FILES =
            List.of("config.json", "model.safetensors", "task.json", "tokenizer.json", "heads.safetensors");

    private final int most;
    private final Duration idle;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private final LinkedHashMap<Key, Tagger> open = new LinkedHashMap<>(8, 0.75f, true);
    private final Map<Key, Long> used = new LinkedHashMap<>();

    /// @param most how many stay open
    /// @param idle how long one stays open that nobody uses
    public OpenTaggers(int most, Duration idle) {
        this(most, idle, System::nanoTime);
    }

    /// @param clock in nanoseconds
    OpenTaggers(int most, Duration idle, LongSupplier clock) {
        this.most = most;
        this.idle = idle;
        this.clock = clock;
    }

    /// Opens the model, or takes the one that is open, and lends it.
    ///
    /// @throws IOException with words, if it cannot be opened; else what the use throws
    public void use(Path folder, Compute compute, Use use) throws IOException {
        lock.lock();
        try {
            closeUnused();
            var key = key(folder, compute);
            closeOlder(key);
            try {
                use.with(tagger(key, compute));
            } finally {
                used.put(key, clock.getAsLong());
            }
        } finally {
            if (closed) closeAll();
            lock.unlock();
        }
    }

    private Tagger tagger(Key key, Compute compute) throws IOException {
        var there = open.get(key);
        if (there != null) return there;
        while (open.size() >= most) close(open.firstEntry().getKey());
        var tagger = Tagger.open(key.folder(), compute);
        open.put(key, tagger);
        return tagger;
    }

    /// How many are open.
    public int size() {
        return open.size();
    }

    /// Closes what nobody has used for a while, unless one is in use just now.
    public void closeIdle() {
        if (!lock.tryLock()) return;
        try {
            closeUnused();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for nobody: a model in use is closed when its use ends.
    @Override
    public void close() {
        closed = true;
        if (!lock.tryLock()) return;
        try {
            closeAll();
        } finally {
            lock.unlock();
        }
    }

    private void closeUnused() {
        long now = clock.getAsLong();
        for (var key : List.copyOf(open.keySet())) {
            if (now - used.getOrDefault(key, now) > idle.toNanos()) close(key);
        }
    }

    private void closeAll() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    /// A model that was trained again since is another one in the same place.
    private void closeOlder(Key key) {
        for (var other : List.copyOf(open.keySet())) {
            if (other.folder().equals(key.folder()) && !other.files().equals(key.files())) close(other);
        }
    }

    private void close(Key key) {
        used.remove(key);
        var tagger = open.remove(key);
        if (tagger != null) tagger.close();
    }

    private static Key key(Path folder, Compute compute) throws IOException {
        var files = new ArrayList<String>();
        for (var name : FILES) {
            var file = folder.resolve(name);
            if (Files.exists(file)) files.add(name + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return new Key(
                folder.toAbsolutePath().normalize(),
                compute.kind(),
                compute.precision().name(),
                compute.threads(),
                files);
    }
}
