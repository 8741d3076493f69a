package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.CRC32C;
import org.biogloss.registry.WholeFolder;

/// What an interrupted run goes on from: the learner's whole state, and how far the run had come.
///
/// Chance needs no state of its own: the order of the batches depends on the seed and the epoch, dropout on
/// the seed and the step. So the step says where in the data the run stands and what chance will bring next.
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
    private final Path fresh;
    private final Path before;
    private String trouble = "";

    /// @param folder of the newest checkpoint; the one before it lies beside it
    Checkpoints(Path folder) {
        this.folder = folder;
        fresh = folder.resolveSibling(folder.getFileName() + "-new");
        before = folder.resolveSibling(folder.getFileName() + "-before");
    }

    /// Writes a new checkpoint, and keeps the last one as the one before: a run killed in the middle, or a
    /// disk that fills up, leaves both as they were.
    ///
    /// @throws IOException in words
    void save(Progress progress, long seed, StateFile learner) throws IOException {
        try {
            WholeFolder.replace(fresh, part -> {
                learner.use(part.resolve(STATE));
                Files.write(part.resolve(PROGRESS), json(progress, seed, part.resolve(STATE)));
            });
            WholeFolder.delete(before);
            if (Files.exists(folder)) Files.move(folder, before, StandardCopyOption.ATOMIC_MOVE);
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write the checkpoint of step " + progress.step() + " to " + folder + " (" + e.getMessage()
                            + "). Is the disk full? Make room; "
                            + (Files.exists(folder) ? "the last checkpoint is still whole." : "there is none yet."),
                    e);
        }
    }

    private static byte[] json(Progress progress, long seed, Path state) throws IOException {
        var json = JSON.createObjectNode();
        json.put("step", progress.step()).put("seed", seed);
        progress.best().ifPresent(best -> json.put("best", best));
        json.put("sinceBetter", progress.sinceBetter()).put("portions", progress.portions());
        json.put("seconds", progress.seconds());
        json.put("stateBytes", Files.size(state)).put("stateCrc32c", checksum(state));
        return JSON.writeValueAsBytes(json);
    }

    /// Brings the learner back to where it was; nothing if there is no checkpoint. Where the newest is
    /// damaged, the one before it is taken, and [#trouble] says so.
    ///
    /// @throws IOException with words, if all that are there are damaged
    Optional<Progress> load(StateFile learner) throws IOException {
        trouble = "";
        WholeFolder.recover(folder);
        Optional<IOException> damage = Optional.empty();
        for (var one : List.of(fresh, folder, before)) {
            if (!Files.exists(one)) continue;
            try {
                var progress = load(one, learner);
                if (damage.isPresent()) {
                    trouble = damage.get().getMessage() + " The run goes on from the one before it, at step "
                            + progress.step() + ".";
                }
                return Optional.of(progress);
            } catch (IOException | IllegalArgumentException e) {
                if (damage.isEmpty()) damage = Optional.of(damaged(one, e));
            }
        }
        if (damage.isPresent()) {
            throw new IOException(damage.get().getMessage() + " Delete it to begin anew.", damage.get());
        }
        return Optional.empty();
    }

    private static IOException damaged(Path folder, Exception why) {
        return new IOException("Cannot go on from the checkpoint " + folder + ": it is damaged.", why);
    }

    /// What was wrong with the newest checkpoint, in words, where [#load] had to take the one before it.
    Optional<String> trouble() {
        return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
    }

    private static Progress load(Path folder, StateFile learner) throws IOException {
        var json = JSON.readTree(folder.resolve(PROGRESS).toFile());
        var state = folder.resolve(STATE);
        boolean vouched = json.hasNonNull("stateBytes");
        if (vouched && Files.size(state) != json.path("stateBytes").asLong()) {
            throw new IOException(state + " has lost its end");
        }
        if (vouched && checksum(state) != json.path("stateCrc32c").asLong()) {
            throw new IOException(state + " is not what was written");
        }
        learner.use(state);
        return new Progress(
                json.path("step").asLong(),
                json.hasNonNull("best") ? OptionalDouble.of(json.path("best").asDouble()) : OptionalDouble.empty(),
                json.path("sinceBetter").asInt(),
                json.path("portions").asInt(1),
                json.path("seconds").asDouble());
    }

    private static long checksum(Path file) throws IOException {
        var sum = new CRC32C();
        var bytes = ByteBuffer.allocate(1 << 20);
        try (var channel = FileChannel.open(file)) {
            while (channel.read(bytes) >= 0) {
                sum.update(bytes.flip());
                bytes.clear();
            }
        }
        return sum.getValue();
    }

    void delete() throws IOException {
        for (var one : List.of(fresh, folder, before)) WholeFolder.delete(one);
    }
}
