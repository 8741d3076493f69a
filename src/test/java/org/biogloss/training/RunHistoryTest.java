package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunHistoryTest {

    @Test
    void whatWasToldOfLaterStepsIsDroppedWhereARunWentOn() {
        var told = List.of(
                event("started", 0),
                event("step", 1),
                event("checkpoint", 1),
                event("step", 2),
                event("evaluated", 2),
                event("failed", 0),
                event("started", 1),
                event("step", 2));

        assertEquals(
                List.of("started0", "step1", "checkpoint1", "started1", "step2"),
                RunHistory.surviving(told).stream()
                        .map(event -> event.path("event").asText() + event.path("step"))
                        .toList());
    }

    private static JsonNode event(String kind, long step) {
        return JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("event", kind)
                .put("step", step);
    }
}
