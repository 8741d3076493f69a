package org.biogloss.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunState;
import org.biogloss.training.pretraining.Pretraining;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss pretrain`: teaches a network a language from plain text.
@Command(
        name = "pretrain",
        mixinStandardHelpOptions = true,
        description = "Pretrains a model on plain text by a recipe (kind = \"pretraining\"). The model is left in the"
                + " run's folder, under best: a base for fine-tuning.")
public final class PretrainCommand implements Callable<Integer> {

    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "RECIPE.toml", description = "What to learn from, starting with what, and how.")
    @SuppressWarnings("NullAway.Init")
    private Path recipe;

    @Option(names = "--run", paramLabel = "DIR", description = "The run's folder; a fresh one under runs by default.")
    private @Nullable Path run;

    @Option(names = "--resume", description = "Go on from the last checkpoint of the run in DIR.")
    private boolean resume;

    @Option(names = "--estimate", description = "Tell what it will cost, from a few steps, and train nothing.")
    private boolean estimate;

    public PretrainCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        var err = spec.commandLine().getErr();
        var folder = new RunFolder(RunNames.folder(run, resume, recipe));
        var rejected = new AtomicInteger();
        var pretraining = new Pretraining(
                RecipeFile.readPretraining(recipe), DataPlaces.besides(recipe), folder, models, words -> {
                    rejected.incrementAndGet();
                    err.println("left out: " + words);
                });
        if (estimate) {
            out.println(pretraining.estimate(JobContext.silent()).words());
            out.flush();
            return Exit.DONE;
        }
        var result = pretraining.run(resume, new TerminalProgress(err, folder));
        if (result.state() == RunState.PAUSED) {
            err.println("Paused. Go on with --run " + folder.folder() + " --resume");
        }
        out.println(folder.best());
        out.flush();
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }
}
