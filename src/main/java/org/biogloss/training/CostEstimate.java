package org.biogloss.training;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.biogloss.jobs.EventFile;
import org.biogloss.jobs.JobContext;
import org.biogloss.tasks.Row;

/// What a run will cost, from a few steps measured at the shapes that it will have.
///
/// @param steps           in all epochs
/// @param secondsPerEpoch of learning alone
/// @param secondsPerLook  at the dev data
/// @param seconds         in all: learning, looks, and the test set once
/// @param memoryMB        the most that the process took while it was measured, at the longest batch
/// @param tokensPerSecond real word pieces
/// @param precision       that was chosen, with the device: `CPU bfloat16`
/// @param operations      of learning in all, as papers count them; 0 where nobody did
public record CostEstimate(
        long steps,
        int epochs,
        double secondsPerEpoch,
        double secondsPerLook,
        double seconds,
        long memoryMB,
        double tokensPerSecond,
        String precision,
        double operations) {

    /// Enough to even out what else the machine does, and over within seconds.
    private static final int MEASURED_STEPS = 6;

    private static final int MEASURED_EXAMPLES = 48;

    static CostEstimate measure(OpenLearner open, Recipe recipe, JobContext context) throws Exception {
        var batches = new ArrayList<>(open.lessons().batches(1));
        batches.sort(Comparator.comparingLong(CostEstimate::area));
        learn(open, recipe, batches.getLast()); // memory, and code that is warm
        double seconds = 0;
        long area = 0;
        long pieces = 0;
        for (int i = 0; i < MEASURED_STEPS; i++) {
            context.checkCancelled();
            var batch = batches.get((int) ((long) (batches.size() - 1) * (2 * i + 1) / (2 * MEASURED_STEPS)));
            long start = System.nanoTime();
            pieces += learn(open, recipe, batch);
            seconds += (System.nanoTime() - start) / 1e9;
            area += area(batch);
        }
        double perPiece = seconds / area;
        double epoch = batches.stream().mapToLong(CostEstimate::area).sum() * perPiece;
        double read = readSeconds(open, context);
        double look = read
                * open.parts().stream().mapToLong(part -> part.dev().size()).sum();
        double test = read
                * open.parts().stream()
                        .mapToLong(part -> part.test().map(List::size).orElse(0))
                        .sum();
        return of(open, recipe, epoch, look, test, pieces / seconds);
    }

    /// At a rate that changes next to nothing; the learner is thrown away afterwards.
    private static long learn(OpenLearner open, Recipe recipe, List<Row> batch) {
        var portions = Portions.cut(batch, recipe.optimizer().accumulate());
        return open.learner().learn(portions, List.of(), 1e-12).pieces();
    }

    /// What a child process told in a folder's event file.
    ///
    /// @throws IOException with its own words, if it came to none
    static CostEstimate told(RunFolder folder) throws IOException {
        for (var event : new EventFile.Follower(folder.events()).poll()) {
            if (!event.path("event").asText().equals("estimated")) continue;
            return new CostEstimate(
                    event.path("steps").asLong(),
                    event.path("epochs").asInt(),
                    event.path("secondsPerEpoch").asDouble(),
                    event.path("secondsPerLook").asDouble(),
                    event.path("seconds").asDouble(),
                    event.path("memoryMB").asLong(),
                    event.path("tokensPerSecond").asDouble(),
                    event.path("precision").asText(),
                    event.path("operations").asDouble());
        }
        var output = Files.exists(folder.output())
                ? Files.readString(folder.output()).strip()
                : "";
        throw new IOException(output.isEmpty() ? "The cost could not be measured." : output);
    }

    /// In words, for a terminal.
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d steps in %d epochs on %s: about %s in all (%s an epoch, %s a look at the dev data), %.0f tokens/s, %d MB%s",
                steps,
                epochs,
                precision,
                time(seconds),
                time(secondsPerEpoch),
                time(secondsPerLook),
                tokensPerSecond,
                memoryMB,
                operations == 0 ? "" : String.format(Locale.ROOT, ", %.2g operations", operations));
    }

    private static String time(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) return whole + " s";
        if (whole < 3600) return "%d min %02d s".formatted(whole / 60, whole % 60);
        return "%d h %02d min".formatted(whole / 3600, whole % 3600 / 60);
    }

    private static CostEstimate of(
            OpenLearner open, Recipe recipe, double epoch, double look, double test, double tokensPerSecond) {
        int epochs = recipe.schedule().epochs();
        long steps = 0;
        for (int i = 1; i <= epochs; i++) steps += open.lessons().steps(i);
        int every = recipe.schedule().evaluateEvery();
        long looks = every == 0 ? epochs : (steps + every - 1) / every;
        var compute = open.learner().compute();
        double all = recipe.seeds().size() * (epochs * epoch + looks * look + test);
        return new CostEstimate(
                steps,
                epochs,
                epoch,
                look,
                all,
                MemoryUse.mostMB(),
                tokensPerSecond,
                compute.kind() + " " + compute.precision().name().toLowerCase(Locale.ROOT),
                0);
    }

    /// Of one dev example, on the mean of the first few.
    private static double readSeconds(OpenLearner open, JobContext context) throws Exception {
        var part = open.parts().getFirst();
        var some = part.dev().subList(0, Math.min(MEASURED_EXAMPLES, part.dev().size()));
        open.learner().evaluate(part.head(), some.subList(0, Math.min(4, some.size())), context);
        long start = System.nanoTime();
        open.learner().evaluate(part.head(), some, context);
        return (System.nanoTime() - start) / 1e9 / some.size();
    }

    /// What the network computes, filled-up pieces included.
    private static long area(List<Row> batch) {
        return (long) batch.size() * batch.stream().mapToInt(Row::length).max().orElse(0);
    }
}
