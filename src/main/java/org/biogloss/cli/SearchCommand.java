package org.biogloss.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.biogloss.search.SearchHit;
import org.biogloss.search.SearchRequest;
import org.biogloss.search.SearchResults;
import org.biogloss.search.Snippet;
import org.biogloss.workbench.ProjectSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss search`: finds documents of a project, even while a window has it open.
@Command(name = "search", mixinStandardHelpOptions = true, description = "Finds documents of a project.")
public final class SearchCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Parameters(
            index = "1",
            paramLabel = "QUERY",
            description = "Words, \"phrases\", prefix*, field:value, AND, OR, NOT.")
    private String query = "";

    @Option(names = "--limit", paramLabel = "N", description = "How many hits to show (default: ${DEFAULT-VALUE}).")
    private int limit = 10;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var results = ProjectSearch.once(project, SearchRequest.of(query, limit));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report(results)));
        } else {
            out.println(results.total() + " documents");
            for (var hit : results.hits()) {
                out.println(hit.id() + "\t" + hit.title());
                out.println("\t" + snippet(hit));
            }
        }
        return Exit.DONE;
    }

    private static ObjectNode report(SearchResults results) {
        var report = new ObjectMapper().createObjectNode();
        report.put("total", results.total()).put("seconds", results.seconds());
        var hits = report.putArray("hits");
        for (var hit : results.hits()) {
            hits.addObject()
                    .put("id", hit.id())
                    .put("title", hit.title())
                    .put("score", hit.score())
                    .put("snippet", snippet(hit));
        }
        return report;
    }

    private static String snippet(SearchHit hit) {
        return hit.snippets().stream().map(Snippet::text).collect(Collectors.joining(" … "));
    }
}
