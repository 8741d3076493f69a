package org.biogloss.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.biogloss.registry.WholeFolder;

/// What an interrupted run goes on from: the learner's whole state, and how far the run had come.
///
/// Chance needs no state of its own: the order of the batches depends on the seed and the epoch, dropout on the seed
/// and the step. So the step says where in the data the run stands and what chance will bring next.
final class Checkpoints {

    /// @param step        steps done
    /// @param best        the best score on the dev data so far
    /// @param sinceBetter looks at the dev data since then
    /// @param portions    in how many portions memory let a step be taken
    /// @param seconds     that the run has taken
    record Progress(long step, OptionalDouble best, int sinceBetter, int portions, double seconds) {

        static Progress start(int portions) {
            return new Progress(0, OptionalDouble.empty(), 0, portions, 0);
        }

        boolean isBeatenBy(double value) {
            return best.isEmpty() || value > best.getAsDouble();
        }

        Progress at(long newStep, int newPortions, double newSeconds) {
            return new Progress(newStep, best, sinceBetter, newPortions, newSeconds);
        }

        Progress withBest(double value) {
            return new Progress(step, OptionalDouble.of(value), 0, portions, seconds);
        }

        Progress withoutBetter() {
            return new Progress(step, best, sinceBetter + 1, portions, seconds);
        }
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

    /// Puts a new checkpoint in the place of the last one: a run killed in the middle has the last one.
    void save(Progress progress, long seed, StateFile learner) throws IOException {
        var json = JSON.createObjectNode();
        json.put("step", progress.step()).put("seed", seed);
        progress.best().ifPresent(best -> json.put("best", best));
        json.put("sinceBetter", progress.sinceBetter()).put("portions", progress.portions());
        json.put("seconds", progress.seconds());
        WholeFolder.replace(folder, part -> {
            learner.use(part.resolve(STATE));
            Files.write(part.resolve(PROGRESS), JSON.writeValueAsBytes(json));
        });
    }

    /// Brings the learner back to where it was; nothing if there is no checkpoint.
    ///
    /// @throws IOException with words, if the checkpoint is damaged
    Optional<Progress> load(StateFile learner) throws IOException {
        WholeFolder.recover(folder);
        if (!Files.exists(folder.resolve(PROGRESS))) return Optional.empty();
        try {
            var json = JSON.readTree(folder.resolve(PROGRESS).toFile());
            learner.use(folder.resolve(STATE));
            return Optional.of(new Progress(
                    json.path("step").asLong(),
                    json.hasNonNull("best")
                            ? OptionalDouble.of(json.path("best").asDouble())
                            : OptionalDouble.empty(),
                    json.path("sinceBetter").asInt(),
                    json.path("portions").asInt(1),
                    json.path("seconds").asDouble()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(
                    "Cannot go on from the checkpoint " + folder + ": it is damaged. Delete it to begin anew.", e);
        }
    }

    void delete() throws IOException {
        WholeFolder.delete(folder);
    }
}
