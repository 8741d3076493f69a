package org.biogloss.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// What of a run's events still holds: where a run went on from an earlier step, what had been told of later ones is
/// dropped, and so is the word that it was over.
public final class RunHistory {

    private RunHistory() {}

    /// @param events in the order of the file
    public static List<JsonNode> surviving(List<JsonNode> events) {
        var surviving = new ArrayList<JsonNode>();
        for (var event : events) {
            if (event.path("event").asText().equals("started")) {
                long from = event.path("step").asLong();
                surviving.removeIf(earlier -> earlier.path("step").asLong(0) > from || isEnd(earlier));
            }
            surviving.add(event);
        }
        return surviving;
    }

    private static boolean isEnd(JsonNode event) {
        return switch (event.path("event").asText()) {
            case "finished", "stopped", "failed", "paused" -> true;
            default -> false;
        };
    }
}
