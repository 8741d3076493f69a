package org.biogloss.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    @TempDir
    Path folder;

    @Test
    void aFollowerSeesEachEventOnceAsItComes() throws IOException {
        var file = folder.resolve("events.jsonl");
        var follower = new EventFile.Follower(file);
        assertTrue(follower.poll().isEmpty());
        try (var writer = new EventFile.Writer(file)) {
            writer.append("step", Map.of("loss", 0.5));
            assertEquals(0.5, follower.poll().getFirst().get("loss").asDouble());
            writer.append("finished", Map.of());
            var rest = follower.poll();
            assertEquals("finished", rest.getFirst().get("event").asText());
            assertEquals(1, rest.size());
        }
    }

    @Test
    void aTornLineIsSkippedAndCutOffByTheNextWriter() throws IOException {
        var file = folder.resolve("events.jsonl");
        try (var writer = new EventFile.Writer(file)) {
            writer.append("step", Map.of("step", 1));
        }
        Files.writeString(file, "{\"event\":\"st", StandardOpenOption.APPEND);
        assertEquals(1, new EventFile.Follower(file).poll().size());

        try (var writer = new EventFile.Writer(file)) {
            writer.append("step", Map.of("step", 2));
        }

        var events = new EventFile.Follower(file).poll();
        assertEquals(2, events.size());
        assertEquals(2, events.getLast().get("step").asInt());
    }
}
