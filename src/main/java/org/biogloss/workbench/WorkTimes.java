package org.biogloss.workbench;

import java.time.Duration;
import java.util.List;
import org.biogloss.store.ProjectStore;

/// How long each person has worked on each document, kept in the project's settings. Nobody is timed who has not asked
/// for it.
public record WorkTimes(ProjectStore store) {

    private static final String SWITCH = "timer";
    private static final String PREFIX = "time/";

    /// @param time worked, pauses left out
    public record Spent(String person, String documentId, Duration time) {}

    public boolean isOn() {
        return store.setting(SWITCH).filter("on"::equals).isPresent();
    }

    public void switchTo(boolean on) {
        store.putSetting(SWITCH, on ? "on" : "off");
    }

    public Duration of(String person, String documentId) {
        return store.setting(key(person, documentId)).map(WorkTimes::read).orElse(Duration.ZERO);
    }

    public void add(String person, String documentId, Duration more) {
        var sum = of(person, documentId).plus(more);
        store.putSetting(key(person, documentId), Long.toString(sum.toMillis()));
    }

    /// By person, then by document.
    public List<Spent> all() {
        return store.settings(PREFIX).entrySet().stream()
                .map(entry -> {
                    int slash = entry.getKey().indexOf('/');
                    var person = entry.getKey()
                            .substring(0, slash)
                            .replace("%2F", "/")
                            .replace("%25", "%");
                    return new Spent(person, entry.getKey().substring(slash + 1), read(entry.getValue()));
                })
                .toList();
    }

    private static String key(String person, String documentId) {
        return PREFIX + person.replace("%", "%25").replace("/", "%2F") + "/" + documentId;
    }

    private static Duration read(String millis) {
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
