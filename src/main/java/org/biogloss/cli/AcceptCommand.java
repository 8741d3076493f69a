package org.biogloss.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.workbench.Review;
import org.biogloss.workbench.Workbench;
import org.biogloss.workbench.review.Estimate;
import org.biogloss.workbench.review.Scope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss accept`: a model's suggestions above a confidence, as one action that undo takes back.
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = "Accepts a model's suggestions above a confidence.")
public final class AcceptCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Option(names = "--model", required = true, paramLabel = "M", description = "Whose suggestions.")
    private String model = "";

    @Option(names = "--type", paramLabel = "T", description = "Only this type; may be given several times.")
    private List<String> types = List.of();

    @Option(
            names = "--at-least",
            paramLabel = "C",
            description = "The least confidence, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double atLeast = 0.9;

    @Option(names = "--dry-run", description = "Count and estimate only.")
    private boolean dryRun;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var jobs = new Jobs();
                var workbench = Workbench.open(project, new Models(List.of()), jobs)) {
            var review = new Review(workbench);
            var survey = review.suggestions(new Scope.Everything(), JobContext.silent());
            var history = review.history(JobContext.silent());
            Set<String> wanted = types.isEmpty() ? Set.copyOf(survey.types(model)) : new HashSet<>(types);
            for (var type : wanted.stream().sorted().toList()) {
                int count = survey.count(model, Set.of(type), atLeast);
                out.println(count + "\t" + type + "\t" + inWords(history.at(model, Optional.of(type), atLeast)));
            }
            if (dryRun || wanted.isEmpty()) return Exit.DONE;
            int count = review.accept(model, wanted, atLeast, new Scope.Everything(), JobContext.silent());
            out.println("Accepted " + count + " suggestions of " + model + ".");
        }
        return Exit.DONE;
    }

    private static String inWords(Estimate estimate) {
        if (!estimate.isEnough()) {
            return "not enough decisions yet (" + estimate.decided() + " of " + Estimate.ENOUGH + ")";
        }
        return String.format(
                java.util.Locale.ROOT,
                "likely right: %.0f %% (%.0f to %.0f), from %d decisions",
                estimate.precision() * 100,
                estimate.low() * 100,
                estimate.high() * 100,
                estimate.decided());
    }
}
