package org.biogloss.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.biogloss.format.FileReport;
import org.biogloss.format.ImportReport;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Jobs;
import org.biogloss.registry.Models;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss import`: files and folders into a project, which is made if it is not there.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Reads files and folders into a project, which is made if it is not there yet.")
public final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files and folders to read.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "pubtator, bioc-xml, bioc-json, brat, conll, pubannotation, cas-xmi, jats, medline, pdf, text or jsonl; found out if left"
                            + " out.")
    private @Nullable String format;

    @Option(names = "--layer", paramLabel = "NAME", description = "Where annotations go (default: ${DEFAULT-VALUE}).")
    private String layer = "gold";

    @Option(names = "--report", paramLabel = "FILE", description = "Write the whole report there, as JSON.")
    private @Nullable Path report;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var wanted = FormatOption.of(spec, format);
        try (var jobs = new Jobs();
                var workbench = open(jobs)) {
            var done = workbench.importFiles(paths, wanted, layer, JobContext.silent());
            if (report != null) Files.writeString(report, done.toJson());
            tell(done);
            return done.rejected() > 0 ? Exit.PARTLY_REJECTED : Exit.DONE;
        }
    }

    private Workbench open(Jobs jobs) {
        var models = new Models(List.of());
        if (ProjectStore.isProject(project)) return Workbench.open(project, models, jobs);
        var name = String.valueOf(project.toAbsolutePath().normalize().getFileName());
        return Workbench.create(project, name, models, jobs);
    }

    private void tell(ImportReport done) {
        var out = spec.commandLine().getOut();
        out.println(done.summary());
        var err = spec.commandLine().getErr();
        int lines = 0;
        for (FileReport file : done.files()) {
            for (var rejection : file.rejected()) {
                if (lines++ < SHOWN) err.println(file.path() + ": " + rejection.where() + ": " + rejection.why());
            }
        }
        if (lines > SHOWN) {
            err.println("and " + (lines - SHOWN) + " more" + (report == null ? "; --report FILE.json lists all" : ""));
        }
    }
}
