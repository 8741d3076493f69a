package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.biogloss.search.Terminologies;

/// The terminologies of this machine, opened when first asked for.
final class OpenTerminologies implements AutoCloseable {

    private final Path root;
    private Optional<Terminologies> open = Optional.empty();

    OpenTerminologies(Path root) {
        this.root = root;
    }

    synchronized Terminologies get() throws IOException {
        if (open.isEmpty()) open = Optional.of(Terminologies.open(root));
        return open.get();
    }

    @Override
    public synchronized void close() throws IOException {
        if (open.isPresent()) open.get().close();
        open = Optional.empty();
    }
}
