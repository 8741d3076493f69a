package org.biogloss.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text that the code asks for by a plain key is in the bundle beside it.
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ASKED = Pattern.compile("\\b(?:TEXT|text)\\s*\\.get\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextThatIsAskedForIsThere(Path bundle) throws IOException {
        var known = new Properties();
        try (var in = Files.newBufferedReader(bundle)) {
            known.load(in);
        }
        var missing = new TreeSet<String>();
        try (var classes = Files.list(SOURCES.resolve(RESOURCES.relativize(bundle.getParent())))) {
            classes.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> ASKED.matcher(read(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(key -> !known.containsKey(key))
                            .forEach(missing::add));
        }
        assertEquals(new TreeSet<String>(), missing);
    }

    static Stream<Path> bundles() throws IOException {
        return Files.walk(RESOURCES).filter(file -> file.endsWith("text.properties"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
