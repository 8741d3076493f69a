package org.biogloss.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.Sweep;
import org.biogloss.training.SweepTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss sweep`: a recipe at each point of a small grid of settings, compared on the dev data.
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Trains by a recipe at each point of a grid and compares the dev scores in one table.")
public final class SweepCommand implements Callable<Integer> {

    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE.toml", description = "What to learn, from what, and how.")
    @SuppressWarnings("NullAway.Init")
    private Path recipe;

    @Option(
            names = "--grid",
            required = true,
            paramLabel = "KEY=V,V…",
            description = "A key of the recipe and the values to try, such as optimizer.rate=1e-4,3e-4; several times"
                    + " for several keys.")
    private List<String> grid = List.of();

    @Option(names = "--run", required = true, paramLabel = "DIR", description = "Holds a run for each point.")
    @SuppressWarnings("NullAway.Init")
    private Path run;

    @Option(names = "--resume", description = "Go on with what DIR holds.")
    private boolean resume;

    public SweepCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        if (!resume && Files.exists(run.resolve("table.csv"))) {
            throw new IOException("Cannot sweep in " + run + ": there is a sweep already. Give --resume to go on.");
        }
        var rejected = new AtomicInteger();
        var trials = Sweep.grid(recipe, grid);
        var sweep = new Sweep(trials, DataPlaces.besides(recipe), run, models, rejection -> {
            if (rejected.incrementAndGet() == 1) err.println("left out: " + rejection + " (and perhaps others)");
        });
        err.println(trials.size() + " points");
        var outcomes = sweep.run(resume, one -> {
            err.println(run.toAbsolutePath().relativize(one.folder()));
            return new TerminalProgress(err, one);
        });
        spec.commandLine().getOut().print(SweepTable.markdown(outcomes));
        spec.commandLine().getOut().flush();
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }
}
