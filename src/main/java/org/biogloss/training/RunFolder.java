package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.bert.Precision;
import org.biogloss.jobs.EventFile;
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

    /// The batch that brought the run to its end, where one did.
    public Path stoppedBatch() {
        return folder.resolve("stopped-batch.json");
    }

    /// What came out of the runs in this folder, where it holds one for each of several seeds.
    public Path summary() {
        return folder.resolve("summary.json");
    }

    /// The run of one of several seeds.
    public RunFolder ofSeed(long seed) {
        return new RunFolder(folder.resolve("seed-" + seed));
    }

    /// Whether it has begun to learn; an estimate of its cost is no beginning.
    public boolean wasStarted() throws IOException {
        return new EventFile.Follower(events())
                .poll().stream().anyMatch(event -> !event.path("event").asText().equals("estimated"));
    }

    /// Asks the run to stop after the step at hand and to keep the best model.
    public void askToStop() throws IOException {
        Files.writeString(stop(), "");
    }

    public boolean isAskedToStop() {
        return Files.exists(stop());
    }

    /// Asks the run to write a checkpoint after the step at hand and to end, so that it may go on another day.
    public void askToPause() throws IOException {
        Files.writeString(pause(), "");
    }

    public boolean isAskedToPause() {
        return Files.exists(pause());
    }

    /// Forgets what was asked.
    public void clearWishes() throws IOException {
        Files.deleteIfExists(stop());
        Files.deleteIfExists(pause());
    }

    /// Forgets what was asked of an earlier process, as to stop or to pause.
    public void forgetOldWishes() throws IOException {
        var began = ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
        for (var wish : List.of(stop(), pause())) {
            if (Files.exists(wish)
                    && Files.getLastModifiedTime(wish).toInstant().isBefore(began)) {
                Files.delete(wish);
            }
        }
    }

    /// In which numbers the run has computed: chosen by measuring once, and kept, so that it goes on in the same.
    public Optional<Precision> precisionSoFar() throws IOException {
        Optional<Precision> found = Optional.empty();
        for (var event : new EventFile.Follower(events()).poll()) {
            if (!event.path("event").asText().equals("started")) continue;
            var name = event.path("precision").asText();
            found = Arrays.stream(Precision.values())
                    .filter(precision -> precision.name().equalsIgnoreCase(name))
                    .findFirst();
        }
        return found;
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

    private Path pause() {
        return folder.resolve("pause");
    }

    private Path stop() {
        return folder.resolve("stop");
    }

    private Path process() {
        return folder.resolve("process.json");
    }
}
