package org.biogloss.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Makes the app image as the installer profile does, and lives in it: with its own Java, and a home of its own.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class AppImageTest {

    @TempDir
    Path folder;

    @Test
    void theImageStartsAndDoesTheMainJob() throws Exception {
        assumeTrue(Files.exists(Path.of("target", "classpath.txt")), "No target/classpath.txt: run it by Maven");
        var image = folder.resolve("image");
        run(
                "java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                List.of("installer/MakeInstaller.java", "--only-image", "--out", image.toString()));
        var app = image.resolve("biogloss/bin/biogloss").toString();
        assertTrue(run("version", app, List.of("--version")).contains("BioGloss"));

        var tour = folder.resolve("tour");
        run("tour", app, List.of("tour", "--out", tour.toString()));
        assertTrue(Files.size(tour.resolve("report.md")) > 0);
        try (var pictures = Files.list(tour)) {
            assertTrue(pictures.anyMatch(file -> file.toString().endsWith(".png")), "The tour left no picture");
        }
    }

    /// With nothing of this machine's Java in sight, and nowhere to write but the test's folder.
    private String run(String what, String program, List<String> words) throws IOException, InterruptedException {
        var output = folder.resolve(what + ".txt");
        var command = new ArrayList<String>();
        command.add(program);
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.contains("JAVA") || name.contains("MAVEN"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + folder);
        int exit = builder.start().waitFor();
        assertEquals(0, exit, () -> what + " failed:\n" + read(output));
        return read(output);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "(no output: " + e + ")";
        }
    }
}
