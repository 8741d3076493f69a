package org.biogloss.bert;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// Writes tensors to a `.safetensors` file, in float32 or in half the space.
public final class SafetensorsWriter {

    /// Gives the values of a parameter when their turn comes, so that only one is in memory at a time.
    @FunctionalInterface
    public interface Values {
        FloatBuffer of(Parameter parameter) throws IOException;
    }

    private SafetensorsWriter() {}

    /// The file appears whole or not at all.
    public static void write(Path file, List<Parameter> parameters, boolean half, Values values) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            put(channel, ByteBuffer.wrap(header(parameters, half)));
            for (var parameter : parameters) put(channel, bytes(parameter, half, values.of(parameter)));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw new IOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] header(List<Parameter> parameters, boolean half) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.createObjectNode();
        json.putObject("__metadata__").put("format", "pt");
        long at = 0;
        for (var parameter : parameters) {
            var entry = json.putObject(parameter.name()).put("dtype", half ? "F16" : "F32");
            var shape = entry.putArray("shape");
            parameter.shape().forEach(shape::add);
            long end = at + parameter.size() * (half ? 2 : 4);
            entry.putArray("data_offsets").add(at).add(end);
            at = end;
        }
        var text = mapper.writeValueAsBytes(json);
        int length = (text.length + 7) / 8 * 8; // the values start at a multiple of eight
        var bytes = ByteBuffer.allocate(8 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(text);
        Arrays.fill(bytes.array(), bytes.position(), bytes.capacity(), " ".getBytes(StandardCharsets.UTF_8)[0]);
        return bytes.array();
    }

    private static ByteBuffer bytes(Parameter parameter, boolean half, FloatBuffer values) throws IOException {
        if (values.remaining() != parameter.size()) {
            throw new IOException(parameter.name() + " has " + values.remaining() + " values");
        }
        var bytes = ByteBuffer.allocate(values.remaining() * (half ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
        if (half) {
            while (values.hasRemaining()) bytes.putShort(Float.floatToFloat16(values.get()));
            return bytes.flip();
        }
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static void put(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
