package org.biogloss.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.OptionalInt;
import org.biogloss.bert.Compute;
import org.biogloss.jobs.Jobs;
import org.biogloss.ui.kit.FilePrompts;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Notices;

/// What lives as long as the program, whichever project is open.
record Services(Places places, Jobs jobs, CurrentSettings settings, Looks looks, Notices notices, FilePrompts prompts) {

    /// As the settings wish. Loads PyTorch on the first call: make it on the network lane.
    Compute compute() {
        var wish = settings.get();
        var threads = wish.threads() == 0 ? OptionalInt.empty() : OptionalInt.of(wish.threads());
        var kept = gpuRuntime();
        try {
            kept.loading();
            return Compute.choose(wish.device(), Optional.empty(), threads);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot mark that the GPU runtime is being loaded", e);
        } finally {
            kept.loaded();
        }
    }

    KeptRuntime gpuRuntime() {
        return new KeptRuntime(places.own());
    }
}
