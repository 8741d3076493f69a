package org.biogloss.ui.training;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Settings of several runs side by side: of two or more only those in which they differ, of one all.
///
/// @param names of the runs, the columns
public record Differences(List<String> names, List<Setting> settings) {

    public static final Differences NONE = new Differences(List.of(), List.of());

    /// @param values one for each run, empty where a run does not have the setting
    public record Setting(String key, List<String> values) {

        boolean differs() {
            return values.stream().distinct().count() > 1;
        }
    }

    public static Differences between(List<RunLine> lines) {
        var keys = new LinkedHashSet<String>();
        var settings = lines.stream().map(RunLine::settings).toList();
        settings.forEach(one -> keys.addAll(one.keySet()));
        var rows = new ArrayList<Setting>();
        for (var key : keys) {
            var row = new Setting(
                    key, settings.stream().map(one -> one.getOrDefault(key, "")).toList());
            if (lines.size() == 1 || row.differs()) rows.add(row);
        }
        return new Differences(lines.stream().map(RunLine::name).toList(), rows);
    }
}
