package org.biogloss.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.FineTuning;
import org.biogloss.training.Recipe;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunState;
import org.biogloss.training.RunSummary;
import org.biogloss.training.SeededRuns;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss train`: fine-tunes a model by a recipe, once for each of its seeds.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Fine-tunes a model by a recipe. The best model is left in the run's folder, under best; with"
                + " several seeds, in a folder for each of them, with a summary beside.")
public final class TrainCommand implements Callable<Integer> {

    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE.toml", description = "What to learn, from what, and how.")
    @SuppressWarnings("NullAway.Init")
    private Path recipe;

    @Option(names = "--run", paramLabel = "DIR", description = "The run's folder; a fresh one under runs by default.")
    private @Nullable Path run;

    @Option(names = "--resume", description = "Go on from the last checkpoint of the run in DIR.")
    private boolean resume;

    @Option(names = "--seed", paramLabel = "N", description = "Run with this seed alone, whatever the recipe says.")
    private @Nullable Long seed;

    @Option(names = "--estimate", description = "Tell what it will cost, from a few steps, and train nothing.")
    private boolean estimate;

    public TrainCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        var folder = new RunFolder(RunNames.folder(run, resume, recipe));
        var rejected = new AtomicInteger();
        var places = DataPlaces.besides(recipe);
        if (estimate) {
            var training = new FineTuning(wanted(), places, folder, models, _ -> rejected.incrementAndGet());
            spec.commandLine()
                    .getOut()
                    .println(training.estimate(JobContext.silent()).words());
            spec.commandLine().getOut().flush();
            return Exit.DONE;
        }
        var runs = new SeededRuns(wanted(), places, folder, models, rejection -> {
            rejected.incrementAndGet();
            err.println("left out: " + rejection);
        });
        tell(runs.run(resume, one -> new TerminalProgress(err, one)), folder, err);
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    private Recipe wanted() throws IOException {
        var read = RecipeFile.read(recipe);
        return seed == null ? read : read.withSeed(seed);
    }

    private void tell(RunSummary summary, RunFolder folder, PrintWriter err) {
        var out = spec.commandLine().getOut();
        if (summary.seeds().stream().anyMatch(one -> one.state() == RunState.PAUSED)) {
            err.println("Paused. Go on with --run " + folder.folder() + " --resume");
        }
        summary.spreads().forEach((name, spread) -> {
            if (spread.count() == 1) err.printf(Locale.ROOT, "%-24s %.4f%n", name, spread.mean());
            else err.printf(Locale.ROOT, "%-24s %.4f ± %.4f%n", name, spread.mean(), spread.deviation());
        });
        for (var one : summary.seeds()) out.println(new RunFolder(one.folder()).best());
        out.flush();
    }
}
