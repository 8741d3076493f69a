package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.HistoryFile;
import org.biogloss.workbench.WorkTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss history`: who did what when.
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Prints who did what when in a project, oldest first, grouped by sessions of work.",
            "Works while the project is open in the window."
        })
public final class HistoryCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "A project folder.")
    private Path project = Path.of("");

    @Option(names = "--document", paramLabel = "ID", description = "Only what was done to this document.")
    private Optional<String> document = Optional.empty();

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(names = "--csv", description = "Print a table, one row for each annotation that was changed.")
    private boolean csv;

    @Option(
            names = "--times",
            description = "Print instead how long each person has worked on each document, where they had it measured.")
    private boolean times;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (json && csv) throw new ParameterException(spec.commandLine(), "Choose --json or --csv, not both.");
        var out = spec.commandLine().getOut();
        try (var store = ProjectStore.openToRead(project)) {
            if (document.isPresent() && store.find(document.get()).isEmpty()) {
                throw new IOException("Cannot tell the history of document " + document.get() + ": the project "
                        + project + " has none of that id. ./biogloss search finds ids.");
            }
            if (times) printTimes(store, out);
            else new HistoryFile(store, document).write(out, form());
        }
        out.flush();
        return Exit.DONE;
    }

    private HistoryFile.Form form() {
        return json ? HistoryFile.Form.JSON : csv ? HistoryFile.Form.CSV : HistoryFile.Form.TEXT;
    }

    private void printTimes(ProjectStore store, PrintWriter out) throws IOException {
        var all = new WorkTimes(store)
                .all().stream()
                        .filter(spent -> document.filter(id -> !id.equals(spent.documentId()))
                                .isEmpty())
                        .toList();
        if (json) {
            var mapper = JsonMapper.builder().build();
            var node = mapper.createObjectNode();
            var rows = node.putArray("times");
            for (var spent : all) {
                rows.addObject()
                        .put("person", spent.person())
                        .put("document", spent.documentId())
                        .put("seconds", spent.time().toMillis() / 1000.0);
            }
            out.println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node));
            return;
        }
        var between = csv ? "," : "\t";
        out.print(String.join(between, "person", "document", "seconds") + "\n");
        for (var spent : all) {
            var seconds =
                    String.format(java.util.Locale.ROOT, "%.1f", spent.time().toMillis() / 1000.0);
            out.print(String.join(between, cell(spent.person()), cell(spent.documentId()), seconds) + "\n");
        }
    }

    private String cell(String text) {
        boolean quoted = csv && text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n');
        return quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
