package org.biogloss.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Verdict;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectStore;
import org.biogloss.store.TypeCount;
import org.biogloss.workbench.Adjudicator;
import org.biogloss.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss adjudicate`: takes what two layers of a project say into a third, many at once; what needs eyes is decided
/// in the window.
@Command(
        name = "adjudicate",
        mixinStandardHelpOptions = true,
        description = {
            "Takes into a gold layer what two layers of a project agree on, or else what one of them says.",
            "What is decided already stays as it is. One action: the window can undo it."
        })
public final class AdjudicateCommand implements Callable<Integer> {

    enum Take {
        AGREED,
        LEFT,
        RIGHT
    }

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Parameters(index = "1", paramLabel = "A", description = "The left layer.")
    private String left = "";

    @Parameters(index = "2", paramLabel = "B", description = "The right layer.")
    private String right = "";

    @Option(names = "--into", paramLabel = "NAME", description = "The gold layer (default: ${DEFAULT-VALUE}).")
    private String gold = "gold";

    @Option(
            names = "--take",
            paramLabel = "WHAT",
            description = "agreed: what both say. left or right: also, where they differ and nothing is decided, what"
                    + " that one says. Default: agreed.")
    private String take = "agreed";

    @Option(
            names = "--confidence",
            paramLabel = "C",
            description = "Of a model's layer, only what it says with this confidence or more.")
    private double confidence;

    @Option(names = "--dry", description = "Only say what would be taken.")
    private boolean dry;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var what = wanted();
        try (var jobs = new Jobs();
                var workbench = Workbench.open(project, new Models(List.of()), jobs)) {
            checkLayers(workbench.store());
            var taken = run(adjudicator(workbench), what);
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s %,d cases of %,d documents into %s; %,d are open.%n",
                            dry ? "Would take" : "Took",
                            taken.cases(),
                            taken.documents(),
                            gold,
                            taken.open());
            spec.commandLine().getOut().flush();
        }
        return Exit.DONE;
    }

    private Take wanted() {
        try {
            return Take.valueOf(take.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new ParameterException(spec.commandLine(), "--take is agreed, left or right, not " + take + ".");
        }
    }

    private Adjudicator adjudicator(Workbench workbench) {
        try {
            return new Adjudicator(workbench, new Side(left, confidence), new Side(right, confidence), gold);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".");
        }
    }

    private Adjudicator.Taken run(Adjudicator adjudicator, Take what) {
        var silent = JobContext.silent();
        return switch (what) {
            case AGREED -> adjudicator.takeAgreedEverywhere(silent, !dry);
            case LEFT -> adjudicator.takeOpenEverywhere(Verdict.LEFT, silent, !dry);
            case RIGHT -> adjudicator.takeOpenEverywhere(Verdict.RIGHT, silent, !dry);
        };
    }

    private void checkLayers(ProjectStore store) throws IOException {
        var layers = new TreeSet<String>();
        for (TypeCount count : store.counts()) layers.add(count.layer());
        for (var layer : List.of(left, right)) {
            if (!layers.contains(layer)) {
                throw new IOException("Cannot adjudicate the layer " + layer + ": there is nothing in it. Layers are "
                        + String.join(", ", layers) + ".");
            }
        }
    }
}
