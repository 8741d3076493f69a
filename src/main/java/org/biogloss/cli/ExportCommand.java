package org.biogloss.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.Exporting;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss export`: what is confirmed in a project into a file, even while a window has the project open.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a project's documents and confirmed annotations to a file.")
public final class ExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to write; a folder for plain text.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "F",
            description = "pubtator, bioc-xml, bioc-json, brat, conll, pubannotation, cas-xmi, text or jsonl.")
    private String format = "";

    @Option(names = "--layer", paramLabel = "NAME", description = "Only this layer; without it all.")
    private @Nullable String layer;

    @Option(names = "--dry", description = "Write nothing; only say what the format cannot hold.")
    private boolean dry;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        var wanted = FormatOption.of(spec, format).orElseThrow();
        try (var store = ProjectStore.openToRead(project)) {
            var layers = Optional.ofNullable(layer);
            if (wanted.isWritten()) {
                // Said before anything is written, so that one can still stop it.
                var losses = Exporting.losses(store, wanted, layers, JobContext.silent());
                losses.forEach(loss -> spec.commandLine().getErr().println(wanted.title() + ": " + loss));
                spec.commandLine().getErr().flush();
                if (dry) return Exit.DONE;
            }
            Exporting.run(store, out, wanted, layers, JobContext.silent());
            spec.commandLine().getOut().println(store.documentCount() + " documents written to " + out);
        }
        return Exit.DONE;
    }
}
