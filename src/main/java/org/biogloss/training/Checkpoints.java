package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.biogloss.registry.WholeFolder;

/// What an interrupted run goes on from: the learner's whole state, and how far the run had come.
final class Checkpoints {

    /// @param step         steps done
    /// @param sinceBetter  looks at the dev data since the best one
    record Progress(long step, double bestF1, int sinceBetter) {

        static final Progress NONE = new Progress(0, -1, 0);
    }

    /// Writes or reads the learner's state.
    @FunctionalInterface
    interface StateFile {
        void use(Path file) throws IOException;
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String STATE = "state.safetensors";
    private static final String PROGRESS = "progress.json";

    private final Path folder;

    Checkpoints(Path folder) {
        this.folder = folder;
    }

    void save(Progress progress, StateFile learner) throws IOException {
        var json = Map.of("step", progress.step(), "bestF1", progress.bestF1(), "sinceBetter", progress.sinceBetter());
        WholeFolder.replace(folder, part -> {
            learner.use(part.resolve(STATE));
            Files.write(part.resolve(PROGRESS), JSON.writeValueAsBytes(json));
        });
    }

    /// Brings the learner back to where it was; nothing if there is no checkpoint.
    Optional<Progress> load(StateFile learner) throws IOException {
        WholeFolder.recover(folder);
        if (!Files.exists(folder.resolve(PROGRESS))) return Optional.empty();
        var json = JSON.readTree(folder.resolve(PROGRESS).toFile());
        learner.use(folder.resolve(STATE));
        return Optional.of(new Progress(
                json.path("step").asLong(),
                json.path("bestF1").asDouble(),
                json.path("sinceBetter").asInt()));
    }

    void delete() throws IOException {
        WholeFolder.delete(folder);
    }
}
