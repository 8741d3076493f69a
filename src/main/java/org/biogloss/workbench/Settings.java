package org.biogloss.workbench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.biogloss.bert.DeviceWish;

/// One person's settings, over all projects.
///
/// @param fontSize     of the window's letters, in pixels; the reader's text has its own size among the panes
/// @param threads      for networks on the processor; 0 for as many as there are cores
/// @param highlighters the ids of the models that highlight what is opened
/// @param keys         by command id, where a person has chosen another key than the usual one
/// @param panes        by name, where dividers and windows stand
public record Settings(
        Theme theme,
        int fontSize,
        DeviceWish device,
        int threads,
        Optional<Path> lastProject,
        Set<String> highlighters,
        Map<String, String> keys,
        Map<String, Double> panes) {

    public enum Theme {
        LIGHT,
        DARK,
        /// As the operating system has it.
        SYSTEM
    }

    public static final int SMALLEST_FONT = 8;
    public static final int LARGEST_FONT = 40;

    public Settings {
        if (fontSize < SMALLEST_FONT || fontSize > LARGEST_FONT) {
            throw new IllegalArgumentException(
                    "fontSize must be " + SMALLEST_FONT + " to " + LARGEST_FONT + ", not " + fontSize);
        }
        if (threads < 0 || threads > 1024) {
            throw new IllegalArgumentException("threads must be 0 to 1024, not " + threads);
        }
        highlighters = java.util.Collections.unmodifiableSet(new TreeSet<>(highlighters));
        keys = java.util.Collections.unmodifiableMap(new TreeMap<>(keys));
        panes = java.util.Collections.unmodifiableMap(new TreeMap<>(panes));
    }

    public static Settings usual() {
        return new Settings(Theme.SYSTEM, 13, DeviceWish.AUTO, 0, Optional.empty(), Set.of(), Map.of(), Map.of());
    }

    public Settings withTheme(Theme other) {
        return new Settings(other, fontSize, device, threads, lastProject, highlighters, keys, panes);
    }

    /// Kept within what can be read.
    public Settings withFontSize(int other) {
        int size = Math.clamp(other, SMALLEST_FONT, LARGEST_FONT);
        return new Settings(theme, size, device, threads, lastProject, highlighters, keys, panes);
    }

    public Settings withDevice(DeviceWish other) {
        return new Settings(theme, fontSize, other, threads, lastProject, highlighters, keys, panes);
    }

    public Settings withThreads(int other) {
        return new Settings(theme, fontSize, device, other, lastProject, highlighters, keys, panes);
    }

    public Settings withLastProject(Path project) {
        return new Settings(theme, fontSize, device, threads, Optional.of(project), highlighters, keys, panes);
    }

    public Settings withHighlighters(Set<String> others) {
        return new Settings(theme, fontSize, device, threads, lastProject, others, keys, panes);
    }

    public Settings withKeys(Map<String, String> others) {
        return new Settings(theme, fontSize, device, threads, lastProject, highlighters, others, panes);
    }

    public Settings withPane(String name, double position) {
        var moved = new LinkedHashMap<>(panes);
        moved.put(name, position);
        return new Settings(theme, fontSize, device, threads, lastProject, highlighters, keys, moved);
    }
}
