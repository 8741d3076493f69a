package org.biogloss.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `./biogloss` as far as it goes without building.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final Path LAUNCHER = Path.of("biogloss").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void anEmptyEnvironmentAndALinkFromAnotherFolderAreEnough() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("a link"), LAUNCHER);
        var run = Finished.of(folder, Map.of("JAVA_HOME", javaHome()), link.toString(), "--java-home");
        assertEquals(0, run.exit(), run.output());
        assertEquals(javaHome(), run.output().strip());
    }

    @Test
    void anOldJavaHomeIsPassedOverForTheNewOne() throws Exception {
        var old = folder.resolve("old jdk");
        Files.createDirectories(old.resolve("bin"));
        for (var program : new String[] {"java", "javac"}) {
            Files.createFile(old.resolve("bin").resolve(program)).toFile().setExecutable(true);
        }
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        var environment = Map.of("BIOGLOSS_JAVA_HOME", old.toString(), "JAVA_HOME", javaHome());
        var run = Finished.of(folder, environment, LAUNCHER.toString(), "--java-home");
        assertEquals(javaHome(), run.output().strip());
    }

    @Test
    void whereThereIsNoNewJdkOneLineSaysSo() throws Exception {
        var elsewhere = Files.writeString(
                folder.resolve("biogloss"), Files.readString(LAUNCHER).replaceAll("/(usr|Library|opt)/", "/nowhere/"));
        var run = Finished.of(folder, Map.of("PATH", "/usr/bin:/bin"), "/bin/sh", elsewhere.toString(), "--version");
        assumeTrue(run.exit() != 0, "The default JDK of this machine is new enough");
        assertEquals(1, run.exit());
        assertEquals(1, run.output().lines().count(), run.output());
        assertTrue(run.output().contains("no JDK 25 or later was found"), run.output());
    }

    private static String javaHome() {
        return System.getProperty("java.home");
    }

    private record Finished(int exit, String output) {

        static Finished of(Path folder, Map<String, String> environment, String... words)
                throws IOException, InterruptedException {
            var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return new Finished(process.waitFor(), output);
        }
    }
}
