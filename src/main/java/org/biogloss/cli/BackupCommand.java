package org.biogloss.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss backup`: a project into one zip, even while a window has it open.
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes a project to one zip as it is at this moment, even while people work in it.")
public final class BackupCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Parameters(index = "1", paramLabel = "OUT.zip", description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--all", description = "With the project's own models and training runs.")
    private boolean all;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (var store = ProjectStore.openToRead(project)) {
            Backup.write(store, out, all, JobContext.silent());
        }
        spec.commandLine().getOut().println("The project was backed up to " + out);
        return Exit.DONE;
    }
}
