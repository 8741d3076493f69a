package org.biogloss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.biogloss.registry.Models;
import org.biogloss.training.DataPlaces;
import org.biogloss.training.FineTuning;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss train`: fine-tunes a model by a recipe.
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Fine-tunes a model by a recipe. The best model is left in the run's folder, under best.")
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

    public TrainCommand(Models models) {
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        var folder = new RunFolder(folder());
        var rejected = new AtomicInteger();
        var training =
                new FineTuning(RecipeFile.read(recipe), DataPlaces.besides(recipe), folder, models, rejection -> {
                    rejected.incrementAndGet();
                    err.println("left out: " + rejection);
                });
        var card = training.run(resume, new TerminalProgress(err, folder));
        card.scores().forEach((name, score) -> err.printf(Locale.ROOT, "%-24s %.4f%n", name, score));
        spec.commandLine().getOut().println(card.folder());
        spec.commandLine().getOut().flush();
        return rejected.get() == 0 ? Exit.DONE : Exit.PARTLY_REJECTED;
    }

    private Path folder() throws IOException {
        if (run == null && resume) throw new IOException("Cannot go on with a run: give its folder with --run.");
        return Optional.ofNullable(run).orElseGet(() -> {
            var stamp = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
            var name = String.valueOf(recipe.getFileName()).replaceFirst("\\.toml$", "");
            return Path.of("runs", name + "-" + stamp);
        });
    }
}
