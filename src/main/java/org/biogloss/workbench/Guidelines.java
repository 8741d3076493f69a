package org.biogloss.workbench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.store.ProjectStore;

/// What a project's people have agreed to annotate and how, as Markdown. It is kept with the annotations in the
/// project's database, so a copy or backup of the project has it; earlier versions stay.
public record Guidelines(ProjectStore store) {

    private static final String KEY = "guidelines";
    private static final String EARLIER = "guidelines/";

    /// @param until when it was replaced
    public record Version(Instant until, String by, String text) {}

    /// Empty while nobody has written any.
    public String text() {
        return store.setting(KEY).orElse("");
    }

    public void save(String text) {
        store.putSetting(KEY, text);
    }

    /// Keeps what holds now as an earlier version: before somebody goes on to write.
    ///
    /// @param by who is about to change it
    public void keepVersion(String by) {
        var now = text();
        if (now.isBlank()
                || earlier().stream()
                        .findFirst()
                        .filter(v -> v.text().equals(now))
                        .isPresent()) return;
        var time = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        store.putSetting(EARLIER + time + "/" + by, now);
    }

    /// Newest first.
    public List<Version> earlier() {
        var versions = new ArrayList<Version>();
        store.settings(EARLIER).forEach((key, text) -> read(key, text).ifPresent(versions::add));
        return versions.reversed();
    }

    private static Optional<Version> read(String key, String text) {
        int slash = key.indexOf('/');
        if (slash < 0) return Optional.empty();
        return Optional.of(new Version(Instant.parse(key.substring(0, slash)), key.substring(slash + 1), text));
    }
}
