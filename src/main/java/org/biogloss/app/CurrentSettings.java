package org.biogloss.app;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.biogloss.jobs.Jobs;
import org.biogloss.workbench.Settings;
import org.biogloss.workbench.SettingsFile;

/// The settings in force. A change holds at once and is on disk a moment later.
final class CurrentSettings {

    private final SettingsFile file;
    private final Jobs jobs;
    private final BiConsumer<String, Throwable> failed;
    private Settings now;
    private boolean saving;
    private boolean changedSince;

    CurrentSettings(SettingsFile file, Jobs jobs, BiConsumer<String, Throwable> failed) {
        this.file = file;
        this.jobs = jobs;
        this.failed = failed;
        this.now = file.load();
    }

    synchronized Settings get() {
        return now;
    }

    synchronized void change(UnaryOperator<Settings> change) {
        var next = change.apply(now);
        if (next.equals(now)) return;
        now = next;
        if (saving) changedSince = true;
        else save();
    }

    /// Writes at once, as the program closes.
    void flush() throws IOException {
        file.save(get());
    }

    /// One write at a time; what changes during it is written after it.
    private void save() {
        saving = true;
        changedSince = false;
        jobs.startQuietly("save the settings", _ -> {
                    file.save(get());
                    return true;
                })
                .then(_ -> saved(), failure -> {
                    saved();
                    failed.accept("Cannot save the settings", failure);
                });
    }

    private synchronized void saved() {
        saving = false;
        if (changedSince) save();
    }
}
