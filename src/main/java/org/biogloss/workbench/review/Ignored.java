package org.biogloss.workbench.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.biogloss.store.ProjectStore;

/// Findings that a person wants to see no more. Kept in the project, a row each.
public final class Ignored {

    private static final String KEY = "review.ignored ";

    private final ProjectStore store;
    private final Set<String> keys;

    public Ignored(ProjectStore store) {
        this.store = store;
        keys = new HashSet<>(store.settings(KEY).keySet());
    }

    public boolean contains(Finding finding) {
        return keys.contains(finding.key());
    }

    public void add(List<? extends Finding> findings) {
        var now = findings.stream().map(Finding::key).toList();
        store.putSettings(now.stream().collect(Collectors.toMap(key -> KEY + key, _ -> "", (a, _) -> a)));
        keys.addAll(now);
    }

    public void remove(List<? extends Finding> findings) {
        var now = findings.stream().map(Finding::key).toList();
        store.removeSettings(now.stream().map(key -> KEY + key).toList());
        now.forEach(keys::remove);
    }
}
