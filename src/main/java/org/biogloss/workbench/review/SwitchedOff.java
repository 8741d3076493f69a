package org.biogloss.workbench.review;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.biogloss.store.ProjectStore;

/// Which spellings of a name a person does not want for a type. Kept in the project, for each name and type.
public record SwitchedOff(ProjectStore store) {

    private static final String KEY = "review.off ";

    public Set<String> of(String name, String type) {
        return store.setting(key(name, type))
                .map(lines -> Arrays.stream(lines.split("\n"))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /// @param on whether it is wanted again
    public void put(String name, String type, Variant variant, boolean on) {
        var now = new LinkedHashSet<>(of(name, type));
        if (on ? now.remove(line(variant)) : now.add(line(variant))) {
            store.putSetting(key(name, type), String.join("\n", now));
        }
    }

    public static String line(Variant variant) {
        return variant.tie() + " " + variant.written();
    }

    private static String key(String name, String type) {
        return KEY + type + " " + name.toLowerCase(Locale.ROOT);
    }
}
