package org.biogloss.workbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.biogloss.bert.DeviceWish;

/// Keeps [Settings] in a TOML file that a person may edit too.
///
/// A save replaces the file in one step. A file that cannot be understood is put aside under another name, and the
/// usual settings hold; [#trouble()] then says so.
public final class SettingsFile {

    private static final TomlMapper TOML = new TomlMapper();

    private final Path file;
    private Optional<String> trouble = Optional.empty();

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// The file named by the property `biogloss.settings`, or else `.biogloss/settings.toml` at home.
    public static SettingsFile ofThisPerson() {
        var named = System.getProperty("biogloss.settings");
        return new SettingsFile(
                named != null
                        ? Path.of(named)
                        : Path.of(System.getProperty("user.home"), ".biogloss", "settings.toml"));
    }

    public Path file() {
        return file;
    }

    /// What the last [#load()] has to tell the person, if anything.
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    public synchronized Settings load() {
        trouble = Optional.empty();
        if (!Files.exists(file)) return Settings.usual();
        try {
            return read(TOML.readTree(Files.readString(file)));
        } catch (JsonProcessingException e) {
            trouble = Optional.of(putAside(e.getOriginalMessage()));
        } catch (IOException | IllegalArgumentException e) {
            trouble = Optional.of(putAside(String.valueOf(e.getMessage())));
        }
        return Settings.usual();
    }

    /// @throws IOException with words
    public synchronized void save(Settings settings) throws IOException {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) Files.createDirectories(folder);
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, TOML.writeValueAsString(tree(settings)));
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot save the settings to " + file + ": " + e.getMessage()
                            + ". Check that the folder may be written and the disk has room.",
                    e);
        }
    }

    private String putAside(String why) {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        var told = "Cannot read the settings in " + file + ": " + why + ". The usual settings hold";
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return told + "; your file is kept as " + aside.getFileName() + ".";
        } catch (IOException _) {
            return told + ".";
        }
    }

    private static Settings read(JsonNode toml) {
        var usual = Settings.usual();
        var project = toml.path("lastProject").asText("");
        var highlighters = new LinkedHashSet<String>();
        toml.path("highlighters").forEach(id -> highlighters.add(id.asText()));
        return new Settings(
                word(toml, "theme", Settings.Theme.class, usual.theme()),
                whole(toml, "fontSize", usual.fontSize()),
                word(toml, "device", DeviceWish.class, usual.device()),
                whole(toml, "threads", usual.threads()),
                project.isBlank() ? Optional.empty() : Optional.of(Path.of(project)),
                highlighters,
                table(toml.path("keys"), JsonNode::asText),
                table(toml.path("panes"), JsonNode::asDouble));
    }

    private static JsonNode tree(Settings settings) {
        var toml = TOML.createObjectNode()
                .put("theme", settings.theme().name().toLowerCase(Locale.ROOT))
                .put("fontSize", settings.fontSize())
                .put("device", settings.device().name().toLowerCase(Locale.ROOT))
                .put("threads", settings.threads());
        settings.lastProject().ifPresent(project -> toml.put("lastProject", project.toString()));
        settings.highlighters().forEach(toml.putArray("highlighters")::add);
        settings.keys().forEach(toml.putObject("keys")::put);
        settings.panes().forEach(toml.putObject("panes")::put);
        return toml;
    }

    private static <E extends Enum<E>> E word(JsonNode toml, String key, Class<E> words, E usual) {
        var word = toml.path(key);
        if (word.isMissingNode()) return usual;
        for (E each : words.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(word.asText())) return each;
        }
        throw new IllegalArgumentException(key + " cannot be \"" + word.asText() + "\"");
    }

    private static int whole(JsonNode toml, String key, int usual) {
        var number = toml.path(key);
        if (number.isMissingNode()) return usual;
        if (!number.isIntegralNumber()) throw new IllegalArgumentException(key + " needs to be a whole number");
        return number.asInt();
    }

    private static <V> Map<String, V> table(JsonNode node, Function<JsonNode, V> value) {
        var table = new LinkedHashMap<String, V>();
        node.properties().forEach(entry -> table.put(entry.getKey(), value.apply(entry.getValue())));
        return table;
    }
}
