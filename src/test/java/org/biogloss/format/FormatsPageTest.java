package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsPageTest {

    @ParameterizedTest
    @EnumSource(Format.class)
    void thePageHasASectionForEveryFormat(Format format) throws IOException {
        var page = Files.readString(Path.of("docs/formats.md"));
        assertTrue(page.contains("`" + format.id() + "`"), format.id());
        assertTrue(page.contains("`" + format.extension() + "`"), format.extension());
        assertTrue(page.contains("\n## " + format.title() + "\n"), format.title());
    }

    @ParameterizedTest
    @EnumSource(OffsetUnit.class)
    void thePageNamesEveryUnit(OffsetUnit unit) throws IOException {
        assertTrue(Files.readString(Path.of("docs/formats.md")).contains("`" + unit.words() + "`"), unit.words());
    }
}
