package org.biogloss.registry.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.biogloss.Failure;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real client against a hub on loopback.
class HubTest {

    private static final HubName NAME = HubName.of("lab/tiny");

    @TempDir
    Path folder;

    private Path source;
    private Path weights;

    @BeforeEach
    void writeModel() throws IOException {
        source = TinyModel.copy(folder.resolve("source"));
        weights = source.resolve("model.safetensors");
    }

    private ModelCard install(StubHub stub) throws IOException {
        return install(stub, JobContext.silent());
    }

    private ModelCard install(StubHub stub, JobContext context) throws IOException {
        var hub = new Hub(stub.address(), Duration.ofSeconds(2));
        return hub.install(hub.look(NAME), folder.resolve("downloads"), folder.resolve("models"), context);
    }

    private List<String> installed() {
        return new Models(List.of(folder.resolve("models")))
                .installed().stream()
                        .filter(card -> !card.isEmbedded())
                        .map(ModelCard::id)
                        .toList();
    }

    private Path part() {
        return folder.resolve("downloads/lab--tiny@main/model.safetensors.part");
    }

    @Test
    void aModelIsFetchedByItsNameAndInstalled() throws IOException {
        var most = new AtomicLong();
        var context = new JobContext() {
            @Override
            public void report(Progress progress) {
                assertTrue(progress.done() <= progress.total(), progress.toString());
                most.accumulateAndGet(progress.done(), Math::max);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        try (var stub = new StubHub(source)) {
            var offer = new Hub(stub.address()).look(NAME);
            assertEquals("mit", offer.licence());
            assertTrue(offer.files().stream().noneMatch(file -> file.name().contains("onnx")));
            var card = install(stub, context);
            assertEquals("tiny", card.id());
            assertEquals(offer.bytes(), most.get());
        }
        assertEquals(List.of("tiny"), installed());
        assertArrayEquals(
                Files.readAllBytes(weights), Files.readAllBytes(folder.resolve("models/tiny/model.safetensors")));
        assertFalse(Files.exists(folder.resolve("downloads/lab--tiny@main")), "nothing is left behind");
    }

    @Test
    void aDownloadThatEndsHalfwayInstallsNothingAndGoesOnThere() throws IOException {
        int half = (int) Files.size(weights) / 2;
        try (var stub = new StubHub(source).cutAfter(half)) {
            Failure.says("try again to go on from there", () -> install(stub));
            assertEquals(List.of(), installed());
        }
        long kept = Files.size(part());
        assertTrue(kept > 0 && kept <= half, "kept " + kept);
        try (var stub = new StubHub(source)) {
            install(stub);
            assertTrue(
                    stub.ranges().contains("bytes=" + kept + "-"), stub.ranges().toString());
        }
        assertEquals(List.of("tiny"), installed());
    }

    @Test
    void whatTheModelNoLongerConsistsOfIsNotInstalled() throws IOException {
        var downloads = Files.createDirectories(folder.resolve("downloads/lab--tiny@main"));
        Files.writeString(downloads.resolve("merges.txt"), "of another version");
        try (var stub = new StubHub(source)) {
            install(stub);
        }
        assertFalse(Files.exists(folder.resolve("models/tiny/merges.txt")));
    }

    @Test
    void aServerThatCannotGoOnInTheMiddleBeginsAnew() throws IOException {
        try (var stub = new StubHub(source).cutAfter(100)) {
            assertThrows(IOException.class, () -> install(stub));
        }
        try (var stub = new StubHub(source).withoutRanges()) {
            install(stub);
        }
        assertArrayEquals(
                Files.readAllBytes(weights), Files.readAllBytes(folder.resolve("models/tiny/model.safetensors")));
    }

    @Test
    void aWrongHashIsRefusedAndThrownAway() throws IOException {
        try (var stub = new StubHub(source).lying()) {
            Failure.says("hash differs", () -> install(stub));
        }
        assertEquals(List.of(), installed());
        assertFalse(Files.exists(part()));
    }

    @Test
    void aCancelledDownloadKeepsWhatHasCome() throws IOException {
        var context = new JobContext() {
            private long there;

            @Override
            public void report(Progress progress) {
                there = progress.done();
            }

            @Override
            public boolean isCancelled() {
                return there > 0;
            }
        };
        try (var stub = new StubHub(source)) {
            assertThrows(CancellationException.class, () -> install(stub, context));
            assertEquals(List.of(), installed());
            install(stub);
        }
        assertEquals(List.of("tiny"), installed());
    }

    @Test
    void whatTheHubSaysIsToldInWords() throws IOException {
        try (var stub = new StubHub(source)) {
            assertSays(stub, "lab/none", "there is no such thing there. Check the spelling");
            assertSays(stub, "lab/closed", "not open to everybody");
            assertSays(stub, "lab/odd", "not as a hub does");
        }
        try (var stub = new StubHub(source).without("model.safetensors")) {
            assertSays(stub, "lab/tiny", "neither model.safetensors nor pytorch_model.bin");
        }
        try (var stub = new StubHub(source).without("config.json")) {
            assertSays(stub, "lab/tiny", "no config.json");
        }
    }

    private static void assertSays(StubHub stub, String name, String words) {
        Failure.says(words, () -> new Hub(stub.address()).look(HubName.of(name)));
    }

    @Test
    void aMachineWithoutANetworkIsToldSo() throws IOException {
        URI gone;
        try (var stub = new StubHub(source)) {
            gone = stub.address();
        }
        Failure.says("offline", () -> new Hub(gone).look(NAME));
    }

    @Test
    void weightsInSeveralFilesAreAllFetched() throws IOException {
        try (var stub = new StubHub(source)
                .without("model.safetensors")
                .with("pytorch_model.bin", new byte[3])
                .with("model.safetensors.index.json", new byte[2])
                .with("model-00001-of-00002.safetensors", new byte[4])
                .with("model-00002-of-00002.safetensors", new byte[5])) {
            var names = new Hub(stub.address())
                    .look(NAME).files().stream().map(HubFile::name).toList();
            assertTrue(names.containsAll(List.of(
                    "model.safetensors.index.json",
                    "model-00001-of-00002.safetensors",
                    "model-00002-of-00002.safetensors")));
            assertFalse(names.contains("pytorch_model.bin"), "the safe form is there");
        }
    }

    @Test
    void aNameIsReadAsPeopleWriteIt() {
        assertEquals(new HubName("dmis-lab/biobert-v1.1", "main"), HubName.of(" dmis-lab/biobert-v1.1 "));
        assertEquals(new HubName("bert-base-uncased", "v2"), HubName.of("bert-base-uncased@v2"));
        assertEquals(new HubName("lab/tiny", "main"), HubName.of("https://hub.example/lab/tiny/tree/main"));
        assertEquals("biobert-v1.1", HubName.of("dmis-lab/BioBERT-v1.1").id());
        for (var wrong : List.of("", "a/b/c", "../up", "a b", "lab/..", "a@")) {
            assertThrows(IllegalArgumentException.class, () -> HubName.of(wrong), wrong);
        }
    }
}
