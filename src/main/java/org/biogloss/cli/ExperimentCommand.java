package org.biogloss.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.biogloss.experiment.Experiment;
import org.biogloss.experiment.Setting;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.training.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss experiment`: a comparison of models, from nothing to its report.
@Command(
        name = "experiment",
        mixinStandardHelpOptions = true,
        description = "Makes a comparison of models from nothing: all their runs, and a report. May take hours; started"
                + " again, it goes on where it was. See docs/experiments.")
public final class ExperimentCommand implements Callable<Integer> {

    private final List<Experiment> experiments;
    private final Path recipes;
    private final Models models;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "Which experiment, such as domain-pretraining.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Holds all runs and the report.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--tokens",
            paramLabel = "N",
            description = "Show each model so many pieces in pretraining, in place of what the recipes say.")
    private @Nullable Long tokens;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Fine-tune on at most so many examples, to see that all works.")
    private @Nullable Integer limit;

    /// @param recipes the folder with a folder of recipes for each experiment
    public ExperimentCommand(List<Experiment> experiments, Path recipes, Models models) {
        this.experiments = List.copyOf(experiments);
        this.recipes = recipes;
        this.models = models;
    }

    @Override
    public Integer call() throws Exception {
        var err = spec.commandLine().getErr();
        var experiment = experiments.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no experiment " + name + "; there " + (experiments.size() == 1 ? "is " : "are ")
                                + names() + "."));
        var telling = new Setting.Telling() {
            @Override
            public void say(String words) {
                err.println(words);
            }

            @Override
            public JobContext watch(RunFolder run) {
                return new TerminalProgress(err, run);
            }

            @Override
            public JobContext watch() {
                return JobContext.silent();
            }
        };
        var setting = new Setting(
                out,
                recipes.resolve(experiment.name()),
                models,
                tokens == null ? OptionalLong.empty() : OptionalLong.of(tokens),
                Optional.ofNullable(limit),
                telling);
        spec.commandLine().getOut().println(experiment.run(setting));
        spec.commandLine().getOut().flush();
        return Exit.DONE;
    }

    private String names() {
        return experiments.stream()
                .map(one -> one.name() + " (" + one.words() + ")")
                .collect(Collectors.joining(", "));
    }
}
