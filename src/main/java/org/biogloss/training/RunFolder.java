package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.biogloss.registry.WholeFolder;

/// A run on disk: what it was to do, what it told, what came out. Everything that anybody knows of a run stands here.
public record RunFolder(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RunFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    public Path recipe() {
        return folder.resolve("recipe.toml");
    }

    /// What the run told, one JSON object a line: see [RunEvents].
    public Path events() {
        return folder.resolve("events.jsonl");
    }

    /// What the process printed.
    public Path output() {
        return folder.resolve("output.log");
    }

    /// The best model so far, as a Hugging Face folder.
    public Path best() {
        return folder.resolve("best");
    }

    /// What an interrupted run needs to go on.
    public Path checkpoint() {
        return folder.resolve("checkpoint");
    }

    public boolean wasStarted() {
        return Files.exists(events());
    }

    /// Asks the run to stop after the step at hand and to keep the best model.
    public void askToStop() throws IOException {
        Files.writeString(stop(), "");
    }

    public boolean isAskedToStop() {
        return Files.exists(stop());
    }

    public void clearStop() throws IOException {
        Files.deleteIfExists(stop());
    }

    /// Writes down which process does the work.
    public void mark(ProcessHandle process) throws IOException {
        var mark = Map.of(
                "pid",
                process.pid(),
                "started",
                process.info().startInstant().map(Instant::toString).orElse(""));
        WholeFolder.writeFile(process(), JSON.writeValueAsBytes(mark));
    }

    /// The process that does the work, if it lives. Its start is compared, for the system uses numbers again.
    public Optional<ProcessHandle> liveProcess() {
        try {
            var mark = JSON.readTree(process().toFile());
            var started = mark.path("started").asText();
            return ProcessHandle.of(mark.path("pid").asLong(-1))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().isPresent()) // a dead one nobody asked after has none
                    .filter(process -> process.info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("")
                            .equals(started));
        } catch (IOException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Path stop() {
        return folder.resolve("stop");
    }

    private Path process() {
        return folder.resolve("process.json");
    }
}
