package org.biogloss.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A file to which a worker appends one JSON object a line, and which anybody may follow while it grows.
///
/// A line counts once its line feed is written: a worker killed in the middle of a line leaves a tail that readers
/// skip and the next writer cuts off.
public final class EventFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EventFile() {}

    /// Appends events. Each goes out in one write, so a killed worker loses at most the last.
    public static final class Writer implements AutoCloseable {

        private final FileChannel channel;

        public Writer(Path file) throws IOException {
            cutTornTail(file);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }

        /// @param event written under its fields, with `event` (its kind) and `time` (ISO 8601) put first
        public synchronized void append(String kind, Object event) throws IOException {
            ObjectNode line = JSON.createObjectNode();
            line.put("event", kind);
            line.put("time", java.time.Instant.now().toString());
            JSON.<ObjectNode>valueToTree(event)
                    .properties()
                    .forEach(field -> line.set(field.getKey(), field.getValue()));
            var bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Reads what was appended since it last looked.
    public static final class Follower {

        private final Path file;
        private long position;

        public Follower(Path file) {
            this.file = file;
        }

        /// The events not yet seen; none where the file is not there yet.
        public List<JsonNode> poll() throws IOException {
            if (!Files.exists(file)) return List.of();
            try (var in = new RandomAccessFile(file.toFile(), "r")) {
                long length = in.length();
                if (length <= position) return List.of();
                in.seek(position);
                var bytes = new byte[Math.toIntExact(Math.min(length - position, 64L << 20))];
                in.readFully(bytes);
                return parse(bytes);
            }
        }

        private List<JsonNode> parse(byte[] bytes) throws IOException {
            var events = new ArrayList<JsonNode>();
            int start = 0;
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != '\n') continue;
                if (i > start) {
                    try {
                        events.add(JSON.readTree(bytes, start, i - start));
                    } catch (com.fasterxml.jackson.core.JacksonException _) {
                        // A torn line from before a crash: its writer never vouched for it.
                    }
                }
                start = i + 1;
            }
            position += start;
            return events;
        }
    }

    private static void cutTornTail(Path file) throws IOException {
        if (!Files.exists(file)) return;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            var one = ByteBuffer.allocate(1);
            while (end > 0) {
                one.clear();
                channel.read(one, end - 1);
                if (one.get(0) == '\n') break;
                end--;
            }
            channel.truncate(end);
        }
    }
}
