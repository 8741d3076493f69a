package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// The corpora on this machine; a test that asks for what is absent is skipped.
final class RealFiles {

    private RealFiles() {}

    static Path data() {
        var folder = Path.of(System.getProperty("biogloss.data", "../shared/data"));
        Assumptions.assumeTrue(Files.isDirectory(folder), () -> "skipped: no data in " + folder);
        return folder;
    }

    /// Unpacks an archive of the data folder with the system's `tar`.
    static Path unpacked(String archive, Path into) throws IOException, InterruptedException {
        var file = data().resolve(archive);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        try {
            var tar = new ProcessBuilder("tar", "xf", file.toAbsolutePath().toString())
                    .directory(into.toFile())
                    .redirectErrorStream(true)
                    .start();
            Assumptions.assumeTrue(
                    tar.waitFor(60, TimeUnit.SECONDS) && tar.exitValue() == 0, "skipped: tar cannot unpack " + file);
        } catch (IOException absent) {
            Assumptions.abort("skipped: there is no tar");
        }
        return into;
    }
}
