package org.biogloss.bert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.biogloss.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files come from `torch.save`: see `src/bench/peers/make_pickles.py`.
class PickleFileTest {

    @TempDir
    Path folder;

    private static Path saved(String name) throws Exception {
        return Path.of(Objects.requireNonNull(PickleFileTest.class.getResource("pickles/" + name))
                .toURI());
    }

    @Test
    void bothFormsHoldWhatPyTorchSaved() throws Exception {
        for (var name : List.of("zip.bin", "legacy.bin")) {
            try (var file = PickleFile.open(saved(name))) {
                assertEquals(List.of(2, 3), file.shape("matrix"));
                assertEquals(List.of(0f, 1f, 2f, 3f, 4f, 5f), values(file, "matrix"));
                assertEquals(List.of(3, 2), file.shape("turned"));
                assertEquals(List.of(0f, 3f, 1f, 4f, 2f, 5f), values(file, "turned"));
                assertEquals(List.of(3f, 4f, 5f), values(file, "view"));
                assertEquals(List.of(0.5f, -2f), values(file, "half"));
                assertEquals(List.of(0.5f, -2f), values(file, "bfloat16"));
                assertEquals(List.of(0.25f), values(file, "double"));
                assertEquals(List.of(7f), values(file, "parameter"));
                assertEquals(List.of(), file.shape("scalar"));
                assertTrue(file.nameOf("position_ids").isEmpty(), "whole numbers are left out");
            }
        }
    }

    private static List<Float> values(PickleFile file, String name) throws IOException {
        var read = file.read(name);
        var values = new Float[read.remaining()];
        for (int i = 0; i < values.length; i++) values[i] = read.get();
        return List.of(values);
    }

    @Test
    void aPickleThatAsksForAnythingElseIsRefusedByName() throws Exception {
        var attacks = List.of(
                "cos\nsystem\n(X\u0006\0\0\0echo hitR.", // by name
                "\u0080\u0002cposix\nsystem\nq\0X\u0006\0\0\0echo hi\u0085q\1Rq\2.",
                "c__builtin__\neval\n(X\1\0\0\0" + "1tR.",
                "\u0080\u0004\u008c\u0007runpy  \u008c\4exec\u0093)R.",
                "ctorch\nload\n)R.",
                "ctorch.hub\nload_state_dict_from_url\n)R.");
        var names = List.of("os.system", "posix.system", "__builtin__.eval", "runpy", "torch.load", "torch.hub.load");
        for (int i = 0; i < attacks.size(); i++) {
            var zip = folder.resolve(i + ".bin");
            Files.write(zip, zip(attacks.get(i).getBytes(StandardCharsets.ISO_8859_1)));
            var plain = folder.resolve(i + ".old");
            Files.write(plain, attacks.get(i).getBytes(StandardCharsets.ISO_8859_1));
            Failure.says(names.get(i), () -> PickleFile.open(zip));
            Failure.says(names.get(i), () -> PickleFile.open(plain));
        }
    }

    private static byte[] zip(byte[] pickle) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(pickle);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileThatWasCutOffIsSaidInWordsWhereverItWasCut() throws Exception {
        for (var name : List.of("zip.bin", "legacy.bin")) {
            var whole = Files.readAllBytes(saved(name));
            var part = folder.resolve(name);
            for (int length = 0; length < whole.length - 1; length += 7) {
                Files.write(part, Arrays.copyOf(whole, length));
                var refused = assertThrows(
                        IOException.class, () -> PickleFile.open(part).close());
                assertTrue(String.valueOf(refused.getMessage()).startsWith("Cannot read "), refused.getMessage());
            }
        }
    }

    @Test
    void noSpoiltFileDoesMoreThanFail() throws Exception {
        var chance = new Random(1);
        for (var name : List.of("zip.bin", "legacy.bin")) {
            var whole = Files.readAllBytes(saved(name));
            var file = folder.resolve("spoilt");
            for (int round = 0; round < 500; round++) {
                var spoilt = whole.clone();
                for (int i = 0; i < 4; i++) spoilt[chance.nextInt(spoilt.length)] = (byte) chance.nextInt();
                Files.write(file, spoilt);
                try (var read = PickleFile.open(file)) {
                    for (var tensor : read.names()) read.read(tensor);
                } catch (IOException e) {
                    assertTrue(String.valueOf(e.getMessage()).startsWith("Cannot read "), e.getMessage());
                }
            }
        }
    }

    @Test
    void shardsAreOneSetOfWeightsAndStayInTheirFolder() throws Exception {
        var whole = TinyModel.folder();
        try (var source = SafetensorsFile.open(whole.resolve("model.safetensors"))) {
            var parameters = source.names().stream()
                    .map(name -> new Parameter(name, source.shape(name)))
                    .toList();
            var index = new StringBuilder("{\"weight_map\":{");
            for (int part = 0; part < 2; part++) {
                int middle = parameters.size() / 2;
                var some = part == 0 ? parameters.subList(0, middle) : parameters.subList(middle, parameters.size());
                var name = "model-0000" + (part + 1) + "-of-00002.safetensors";
                SafetensorsWriter.write(folder.resolve(name), some, false, tensor -> source.read(tensor.name()));
                for (var tensor : some) index.append("\"%s\":\"%s\",".formatted(tensor.name(), name));
            }
            index.setCharAt(index.length() - 1, '}');
            Files.writeString(folder.resolve("model.safetensors.index.json"), index + "}");
            for (var name : List.of("config.json", "vocab.txt", "tokenizer_config.json")) {
                Files.copy(whole.resolve(name), folder.resolve(name));
            }
            try (var shards = Checkpoint.open(folder)) {
                for (var parameter : parameters) {
                    assertEquals(source.read(parameter.name()), shards.weights().read(parameter.name()));
                }
                assertEquals(List.of(Head.ofPieces(3)), shards.heads());
            }
            Files.writeString(
                    folder.resolve("model.safetensors.index.json"),
                    "{\"weight_map\":{\"a\":\"../other/model.safetensors\"}}");
            Failure.says("which is elsewhere", () -> Checkpoint.open(folder));
            Files.writeString(
                    folder.resolve("model.safetensors.index.json"), "{\"weight_map\":{\"a\":\"gone.safetensors\"}}");
            Failure.says("gone.safetensors is missing", () -> Checkpoint.open(folder));
        }
    }

    @Test
    void aTensorTooManyTooFewOrOfOtherMeasuresIsNamed() throws Exception {
        TinyModel.copy(folder);
        var config = Files.readString(folder.resolve("config.json"));
        spoil(config, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1", "bert.encoder.layer.1.");
        spoil(config, "\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "bert.encoder.layer.2.");
        spoil(config, "\"intermediate_size\": 24", "\"intermediate_size\": 25", "asks for 25×16");
        spoil(config, "\"model_type\": \"bert\"", "\"model_type\": \"roberta\"", "roberta.embeddings.word_embeddings");
    }

    private void spoil(String config, String from, String to, String words) throws IOException {
        assertTrue(config.contains(from), from);
        Files.writeString(folder.resolve("config.json"), config.replace(from, to));
        Failure.says(words, () -> Checkpoint.open(folder));
    }
}
