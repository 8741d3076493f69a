package org.biogloss.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A `.safetensors` file: eight bytes of length, a JSON header with the place of each tensor, then the
/// values.
///
/// The header is checked against the file when it is opened, so that a truncated or crafted file is turned
/// down before anything is allocated for it.
public final class SafetensorsFile implements WeightSource {

    private static final long LONGEST_HEADER = 100_000_000;

    private record Entry(StoredType type, List<Integer> shape, long start, long size) {}

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Entry> entries;

    private SafetensorsFile(Path file, FileChannel channel, Map<String, Entry> entries) {
        this.file = file;
        this.channel = channel;
        this.entries = entries;
    }

    /// @throws IOException with words, if the file is missing, truncated or none of its kind
    public static SafetensorsFile open(Path file) throws IOException {
        if (!Files.exists(file)) throw new IOException("Cannot open the model: " + file + " is missing.");
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new SafetensorsFile(file, channel, header(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw new IOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String where() {
        return file.toString();
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public List<Integer> shape(String name) {
        return entry(name).shape();
    }

    @Override
    public FloatBuffer read(String name) throws IOException {
        var entry = entry(name);
        return entry.type().floats(bytes(channel, entry.start(), Math.toIntExact(entry.size())));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Entry entry(String name) {
        var entry = entries.get(name);
        if (entry == null) throw new IllegalArgumentException("There is no tensor " + name + " in " + file);
        return entry;
    }

    private static Map<String, Entry> header(FileChannel channel) throws IOException {
        if (channel.size() < 8) throw new IOException("it has only " + channel.size() + " bytes.");
        long length = bytes(channel, 0, 8).getLong();
        if (length < 2 || length > LONGEST_HEADER || length > channel.size() - 8) {
            throw new IOException("it is no safetensors file, or it was cut off in its header.");
        }
        JsonNode json;
        try {
            var header = new byte[(int) length];
            bytes(channel, 8, header.length).get(header);
            json = JsonMapper.builder().build().readTree(header);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("its header is not JSON, so it is no safetensors file.", e);
        }
        var entries = new LinkedHashMap<String, Entry>();
        for (var field : json.properties()) {
            if (field.getKey().equals("__metadata__")) continue;
            var entry = entry(field.getKey(), field.getValue(), 8 + length, channel.size());
            if (entry != null) entries.put(field.getKey(), entry);
        }
        checkApart(entries);
        return entries;
    }

    private static void checkApart(Map<String, Entry> entries) throws IOException {
        var byPlace = new ArrayList<>(entries.entrySet());
        byPlace.sort(Comparator.comparingLong(entry -> entry.getValue().start()));
        for (int i = 1; i < byPlace.size(); i++) {
            var before = byPlace.get(i - 1);
            if (before.getValue().start() + before.getValue().size()
                    > byPlace.get(i).getValue().start()) {
                throw new IOException("the tensors " + before.getKey() + " and "
                        + byPlace.get(i).getKey() + " lie in the same place. Copy the file again.");
            }
        }
    }

    /// Nothing for a tensor of whole numbers, such as a list of positions: a network here has no use for
    /// it.
    private static @org.jspecify.annotations.Nullable Entry entry(String name, JsonNode json, long base, long fileSize)
            throws IOException {
        StoredType type;
        try {
            type = StoredType.valueOf(json.path("dtype").asText());
        } catch (IllegalArgumentException _) {
            return null;
        }
        var shape = new ArrayList<Integer>();
        long size = type.bytes();
        for (var side : json.path("shape")) {
            if (!side.canConvertToInt() || side.asInt() < 0) throw new IOException("the shape of " + name + " is odd.");
            shape.add(side.asInt());
            size *= side.asInt();
            if (size > Integer.MAX_VALUE) throw new IOException("the tensor " + name + " has more than 2 GB.");
        }
        long start = json.path("data_offsets").path(0).asLong(-1);
        long end = json.path("data_offsets").path(1).asLong(-1);
        if (start < 0 || end < start || end - start != size) {
            throw new IOException("the place of tensor " + name + " does not fit its shape.");
        }
        if (end > fileSize - base) {
            throw new IOException("it was cut off: tensor " + name + " ends at byte " + (base + end)
                    + ", but the file has " + fileSize + ". Copy it again.");
        }
        return new Entry(type, List.copyOf(shape), base + start, size);
    }

    private static ByteBuffer bytes(FileChannel channel, long start, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) throw new EOFException("it ends too early.");
        }
        return bytes.flip();
    }
}
