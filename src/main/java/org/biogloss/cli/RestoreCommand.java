package org.biogloss.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.biogloss.jobs.JobContext;
import org.biogloss.workbench.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss restore`: a project out of a backup, in a new folder.
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a project of a backup, in a new folder.")
public final class RestoreCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "BACKUP.zip", description = "What `biogloss backup` wrote.")
    @SuppressWarnings("NullAway.Init")
    private Path zip;

    @Parameters(index = "1", paramLabel = "PROJECT", description = "The new project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        Backup.restore(zip, project, JobContext.silent());
        spec.commandLine().getOut().println("The project was restored to " + project);
        return Exit.DONE;
    }
}
