package org.biogloss.registry.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelZipTest {

    @TempDir
    Path folder;

    /// Writes what a zip holds besides the tiny model.
    private interface More {
        void write(ZipOutputStream zip) throws IOException;
    }

    private Path zip(String name, String prefix, More more) throws IOException {
        var model = folder.resolve("source");
        if (Files.notExists(model)) TinyModel.copy(model);
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var all = Files.list(model)) {
            for (var path : all.toList()) entry(zip, prefix + path.getFileName(), Files.readAllBytes(path));
            more.write(zip);
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private String refusal(Path zip) throws IOException {
        var root = folder.resolve("models");
        var failure = assertThrows(IOException.class, () -> new ModelZip(zip).install(root, JobContext.silent()));
        try (var left = Files.list(root)) {
            assertEquals(0, left.count(), "nothing is installed, and nothing is left behind");
        }
        return String.valueOf(failure.getMessage());
    }

    @Test
    void aModelInAZipIsInstalledUnderItsFoldersName() throws IOException {
        var root = folder.resolve("models");
        var nested = zip("sent.zip", "my tagger/", _ -> {});
        assertEquals(
                "my-tagger",
                new ModelZip(nested).install(root, JobContext.silent()).id());
        var flat = zip("flat-model.ZIP", "", _ -> {});
        assertEquals(
                "flat-model",
                new ModelZip(flat).install(root, JobContext.silent()).id());
        try (var left = Files.list(root)) {
            assertEquals(2, left.count());
        }
    }

    @Test
    void namesThatLeadElsewhereAreRefusedBeforeAnythingIsWritten() throws IOException {
        for (var name :
                new String[] {"../outside.txt", "a/../../outside.txt", "/outside.txt", "C:\\outside.txt", "..\\x"}) {
            var evil = zip("evil.zip", "", zip -> entry(zip, name, new byte[1]));
            assertTrue(refusal(evil).contains("leads outside"), name);
            assertFalse(Files.exists(folder.resolve("outside.txt")), name);
        }
    }

    @Test
    void aBombIsRefused() throws IOException {
        var bomb = zip("bomb.zip", "", zip -> {
            zip.putNextEntry(new ZipEntry("pytorch_model.bin"));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int i = 0; i < 64; i++) zip.write(blanks);
            zip.closeEntry();
        });
        assertTrue(Files.size(bomb) < 4 << 20, "a small file");
        assertTrue(refusal(bomb).contains("swells"));
    }

    @Test
    void whatIsNoZipOrHoldsNoModelOrSeveralIsNamed() throws IOException {
        var text = Files.write(folder.resolve("text.zip"), "no zip".getBytes(StandardCharsets.UTF_8));
        assertTrue(refusal(text).contains("it is no zip"));
        var whole = Files.readAllBytes(zip("whole.zip", "", _ -> {}));
        var half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refusal(half).contains("part of it is missing"));
        var two = zip("two.zip", "a/", zip -> entry(zip, "b/config.json", "{}".getBytes(StandardCharsets.UTF_8)));
        assertTrue(refusal(two).contains("2 models"));
        var none = folder.resolve("none.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(none))) {
            entry(zip, "readme.txt", new byte[1]);
        }
        assertTrue(refusal(none).contains("no config.json"));
    }
}
