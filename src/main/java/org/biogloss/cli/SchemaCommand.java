package org.biogloss.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.biogloss.document.Retyping;
import org.biogloss.document.SchemaPart;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectException;
import org.biogloss.store.ProjectStore;
import org.biogloss.store.Usage;
import org.biogloss.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss schema`: what a project knows, and names that change everywhere.
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "The types, relations, labels and attributes of a project: showing, renaming, merging them.")
public final class SchemaCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /// What is renamed or merged.
    static final class Wish {

        @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
        @SuppressWarnings("NullAway.Init")
        private Path project;

        @Parameters(index = "1", paramLabel = "FROM", description = "The name that goes.")
        @SuppressWarnings("NullAway.Init")
        private String from;

        @Parameters(index = "2", paramLabel = "TO", description = "The name that everything of it gets.")
        @SuppressWarnings("NullAway.Init")
        private String to;

        @Option(
                names = "--of",
                paramLabel = "PART",
                defaultValue = "ENTITY",
                description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
        private SchemaPart part = SchemaPart.ENTITY;

        @Option(names = "--dry", description = "Only count what would change.")
        private boolean dry;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return Exit.DONE;
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists what the schema names, and how much goes by it.")
    int show(@Parameters(paramLabel = "PROJECT", description = "The project's folder.") Path project) {
        var out = spec.commandLine().getOut();
        try (var store = ProjectStore.openToRead(project)) {
            var schema = store.schema();
            for (var part : SchemaPart.values()) {
                for (var name : part.names(schema)) {
                    var usage = store.usage(part, name);
                    out.printf(
                            Locale.ROOT,
                            "%-10s %-32s %,9d in %,d documents%n",
                            part.name().toLowerCase(Locale.ROOT),
                            name,
                            usage.annotations(),
                            usage.documents());
                }
            }
        }
        out.flush();
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Gives everything of one name a new one, in all documents and layers; one undo takes it back.")
    int rename(@Mixin Wish wish) {
        return carryOut(wish, false);
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Gives everything of one name another that is there, in all documents and layers; one undo"
                    + " takes it back.")
    int merge(@Mixin Wish wish) {
        return carryOut(wish, true);
    }

    private int carryOut(Wish wish, boolean merging) {
        var retyping = new Retyping(wish.part, wish.from, wish.to);
        if (wish.dry) {
            try (var store = ProjectStore.openToRead(wish.project)) {
                check(retyping, merging, retyping.merges(store.schema()));
                say("Would change " + inWords(store.usage(wish.part, wish.from)));
            }
            return Exit.DONE;
        }
        try (var jobs = new Jobs();
                var workbench = Workbench.open(wish.project, new Models(java.util.List.of()), jobs)) {
            check(retyping, merging, retyping.merges(workbench.store().schema()));
            var usage = workbench.store().usage(wish.part, wish.from);
            var done = workbench.retype(retyping, JobContext.silent());
            say(done.title() + ": " + inWords(usage));
        }
        return Exit.DONE;
    }

    /// A typing error in a rename is not to merge two types, nor one in a merge to make a new type.
    private static void check(Retyping retyping, boolean merging, boolean isThere) {
        if (merging && !isThere) {
            throw new ProjectException("Cannot merge " + retyping.from() + " into " + retyping.to()
                    + ": the schema has no " + retyping.to() + ". Use \"schema rename\" for a new name.");
        }
        if (!merging && isThere) {
            throw new ProjectException("Cannot rename " + retyping.from() + " to " + retyping.to()
                    + ": the schema has that name already. Use \"schema merge\" to make one of the two.");
        }
    }

    private void say(String words) {
        spec.commandLine().getOut().println(words);
        spec.commandLine().getOut().flush();
    }

    private static String inWords(Usage usage) {
        return String.format(
                Locale.ROOT,
                "%,d annotations in %,d documents%s",
                usage.annotations(),
                usage.documents(),
                usage.layers().isEmpty() ? "" : ", layers " + String.join(", ", usage.layers()));
    }
}
