package org.biogloss.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.biogloss.bert.DeviceWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        var file = new SettingsFile(folder.resolve("deep/settings.toml"));
        var settings = new Settings(
                Settings.Theme.DARK,
                18,
                DeviceWish.CPU,
                2,
                Optional.of(Path.of("C:\\odd \"place\"/ä")),
                Set.of("ner-b", "ner-a"),
                Map.of("reader.accept", "Ctrl+Enter", "a b", "\\"),
                Map.of("library", 0.25));

        file.save(settings);

        assertEquals(settings, file.load());
        assertEquals(Optional.empty(), file.trouble());
    }

    @Test
    void withoutAFileTheUsualSettingsHold() {
        assertEquals(Settings.usual(), new SettingsFile(folder.resolve("none.toml")).load());
    }

    @Test
    void aFileMayLeaveThingsOut() throws IOException {
        var file = write("theme = \"Light\"\nunknown = 3\n");

        assertEquals(Settings.usual().withTheme(Settings.Theme.LIGHT), file.load());
    }

    @Test
    void aBrokenFileIsKeptAsideAndTold() throws IOException {
        for (var broken :
                new String[] {"theme = [", "theme = \"pink\"", "fontSize = 4000", "threads = \"two\"", "\0"}) {
            var file = write(broken);

            assertEquals(Settings.usual(), file.load(), broken);
            assertTrue(file.trouble().orElseThrow().contains("settings.toml.broken"), broken);
            assertFalse(Files.exists(file.file()), broken);
            assertEquals(broken, Files.readString(folder.resolve("settings.toml.broken")));
        }
    }

    @Test
    void whereItCannotBeSavedTheMessageSaysSo() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var file = new SettingsFile(folder.resolve("file/settings.toml"));

        var trouble = assertThrows(IOException.class, () -> file.save(Settings.usual()));
        assertTrue(String.valueOf(trouble.getMessage()).startsWith("Cannot save the settings to "));
    }

    private SettingsFile write(String toml) throws IOException {
        var path = folder.resolve("settings.toml");
        Files.writeString(path, toml);
        return new SettingsFile(path);
    }
}
