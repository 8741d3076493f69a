package org.biogloss.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.biogloss.jobs.JobContext;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss bench`: runs one benchmark and prints its figures.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures one capability on real data, beside a peer where there is one.")
public final class BenchCommand implements Callable<Integer> {

    private final List<Benchmark> benchmarks;

    @Parameters(paramLabel = "NAME", description = "What to measure.")
    private String name = "";

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public BenchCommand(List<Benchmark> benchmarks) {
        this.benchmarks = List.copyOf(benchmarks);
    }

    @Override
    public Integer call() throws Exception {
        var benchmark = benchmarks.stream()
                .filter(b -> b.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no benchmark " + name + ". There are: "
                        + benchmarks.stream().map(Benchmark::name).collect(Collectors.joining(", ")) + "."));
        var data = Path.of(System.getProperty("biogloss.data", "../shared/data"));
        var figures = benchmark.run(data, JobContext.silent());
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report(figures)));
        } else {
            out.println(benchmark.name() + " on " + machine() + ", commit " + commit());
            figures.forEach(figure -> out.println(line(figure)));
        }
        out.flush();
        return Exit.DONE;
    }

    private ObjectNode report(List<Figure> figures) {
        var report = new ObjectMapper().createObjectNode();
        report.put("bench", name).put("machine", machine()).put("commit", commit());
        var results = report.putArray("results");
        for (var figure : figures) {
            var result = results.addObject()
                    .put("name", figure.name())
                    .put("value", figure.value())
                    .put("unit", figure.unit());
            figure.peer()
                    .ifPresent(peer -> result.put("peer", peer.name())
                            .put("peerValue", peer.value())
                            .put("ratio", figure.value() / peer.value()));
        }
        return report;
    }

    private static String line(Figure figure) {
        var line = String.format(Locale.ROOT, "  %-36s %12.3f %s", figure.name(), figure.value(), figure.unit());
        return line
                + figure.peer()
                        .map(peer -> String.format(Locale.ROOT, "   (%s: %.3f)", peer.name(), peer.value()))
                        .orElse("");
    }

    private static String machine() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version();
    }

    /// Of the working copy that this runs from; `unknown` in an installed program.
    private static String commit() {
        var home = System.getProperty("biogloss.home", ".");
        try {
            var git = new ProcessBuilder("git", "-C", home, "rev-parse", "--short", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 && !answer.isEmpty() ? answer : "unknown";
        } catch (IOException _) {
            return "unknown";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
