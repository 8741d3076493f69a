package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.biogloss.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFileTest {

    @TempDir
    Path folder;

    private Path written(String header, int... values) throws IOException {
        var text = header.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(8 + text.length + values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(text.length).put(text);
        for (int value : values) bytes.put((byte) value);
        var file = folder.resolve("x.safetensors");
        Files.write(file, bytes.array());
        return file;
    }

    private static float[] read(Path file, String name) throws IOException {
        try (var open = SafetensorsFile.open(file)) {
            var values = open.read(name);
            var numbers = new float[values.remaining()];
            values.get(numbers);
            return numbers;
        }
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var parameters = List.of(Parameter.of("a.weight", 2, 3), Parameter.of("a.bias", 2));
        var file = folder.resolve("new.safetensors");
        SafetensorsWriter.write(file, parameters, false, parameter -> {
            var values = new float[(int) parameter.size()];
            Arrays.setAll(new Float[values.length], i -> values[i] = i + 0.25f);
            return FloatBuffer.wrap(values);
        });
        assertArrayEquals(new float[] {0.25f, 1.25f, 2.25f, 3.25f, 4.25f, 5.25f}, read(file, "a.weight"));
        assertArrayEquals(new float[] {0.25f, 1.25f}, read(file, "a.bias"));
    }

    @Test
    void shortNumbersBecomeFloats() throws IOException {
        var half = written("{\"x\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", 0, 0x3C, 0, 0xC0);
        assertArrayEquals(new float[] {1, -2}, read(half, "x"));
        var brain = written("{\"x\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]}}", 0x80, 0x3F, 0, 0xC0);
        assertArrayEquals(new float[] {1, -2}, read(brain, "x"));
    }

    @Test
    void whatIsNoWholeFileIsTurnedDownInWords() throws IOException {
        assertMessage(folder.resolve("none"), "is missing");
        assertMessage(Files.write(folder.resolve("empty"), new byte[0]), "0 bytes");
        assertMessage(Files.writeString(folder.resolve("text"), "This is a text about p53."), "no safetensors file");
        assertMessage(written("no json at all"), "not JSON");
        assertMessage(written("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", 1, 2), "cut off");
        assertMessage(written("{\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 1, 2, 3, 4), "fit");
        assertMessage(written("{\"x\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 1, 2, 3, 4), "odd");
        assertMessage(
                written("{\"x\":{\"dtype\":\"F32\",\"shape\":[2147483647,2147483647,2147483647],"
                        + "\"data_offsets\":[0,4]}}"),
                "more than 2 GB");
        assertMessage(
                written(
                        "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                                + "\"y\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[2,4]}}",
                        1,
                        2,
                        3,
                        4),
                "x and y lie in the same place");
        var endless = new byte[100];
        endless[7] = 0x10; // a header of 2^60 bytes
        assertMessage(Files.write(folder.resolve("endless"), endless), "cut off in its header");
    }

    @Test
    void aFileCutOffAnywhereIsTurnedDownOrWholeEnough() throws IOException {
        var whole = Files.readAllBytes(TinyModel.folder().resolve("model.safetensors"));
        var chance = new Random(3);
        for (int i = 0; i < 200; i++) {
            var cut = folder.resolve("cut");
            Files.write(cut, Arrays.copyOf(whole, chance.nextInt(whole.length)));
            Failure.says("Cannot read", () -> SafetensorsFile.open(cut).close());
        }
    }

    @Test
    void aMissingOrMisshapenTensorIsNamed() throws IOException {
        var file = written("{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 0, 0, 0, 0);
        try (var open = SafetensorsFile.open(file)) {
            Failure.says("bert.y is missing", () -> open.read(Parameter.of("bert.y", 1)));
            Failure.says("asks for 2×3", () -> open.read(Parameter.of("x", 2, 3)));
        }
    }

    @Test
    void thePrefixAndTheOldNamesOfNormsDoNotMatter() throws IOException {
        var file = written(
                "{\"embeddings.LayerNorm.gamma\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                0,
                0,
                0,
                0);
        try (var open = SafetensorsFile.open(file)) {
            assertEquals(
                    "embeddings.LayerNorm.gamma",
                    open.nameOf("bert.embeddings.LayerNorm.weight").orElseThrow());
        }
    }

    private static void assertMessage(Path file, String part) {
        Failure.says(part, () -> SafetensorsFile.open(file).close());
    }
}
