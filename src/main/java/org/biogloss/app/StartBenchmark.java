package org.biogloss.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.jobs.WorkerProcess;
import org.biogloss.measure.Benchmark;
import org.biogloss.measure.Figure;
import org.biogloss.measure.Sample;
import org.biogloss.registry.WholeFolder;

/// How long the program takes from nothing to a window that shows the project's papers, each time in a JVM of its own.
final class StartBenchmark implements Benchmark {

    /// The property that makes a started program report and end.
    static final String PROBE = "biogloss.probe.start";

    private static final int RUNS = 5;
    private static final String USABLE = "usable after ms: ";
    private static final String HEAP = "heap MB: ";

    @Override
    public String name() {
        return "start";
    }

    /// Says how long this process took to here and what it holds, and ends it.
    static void report() {
        var started = ProcessHandle.current().info().startInstant().orElseThrow();
        long took = Duration.between(started, Instant.now()).toMillis();
        System.gc();
        var memory = Runtime.getRuntime();
        System.out.println(USABLE + took);
        System.out.println(HEAP + (memory.totalMemory() - memory.freeMemory()) / 1_000_000);
        Runtime.getRuntime().halt(0);
    }

    @Override
    public List<Figure> run(Path data, JobContext context) throws Exception {
        var folder = Files.createTempDirectory("biogloss-start");
        try {
            var times = new Sample();
            var heaps = new Sample();
            start(folder); // the first start makes the sample project, and is not counted
            for (int run = 1; run <= RUNS; run++) {
                context.checkCancelled();
                var said = start(folder);
                times.add(number(said, USABLE));
                heaps.add(number(said, HEAP));
                context.report(new Progress(run, RUNS, "starting"));
            }
            return List.of(
                    Figure.of("start to usable window, median of " + RUNS, times.median(), "ms"),
                    Figure.of("the slowest of them", times.percentile(100), "ms"),
                    Figure.of("heap then, after a collection", heaps.median(), "MB"));
        } finally {
            WholeFolder.delete(folder);
        }
    }

    private static List<String> start(Path folder) throws IOException, InterruptedException {
        var said = folder.resolve("said.txt");
        Files.deleteIfExists(said);
        var options = List.of(
                "-D" + PROBE + "=true",
                "-XX:+UseSerialGC", // as the launcher starts the window
                "-XX:TieredStopAtLevel=1",
                "-Dbiogloss.settings=" + folder.resolve("settings.toml"),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        var process = WorkerProcess.start(options, Map.of(), List.of(), said);
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("Cannot measure the start: the window was not usable within two minutes.");
        }
        return Files.readAllLines(said);
    }

    private static double number(List<String> said, String what) throws IOException {
        return said.stream()
                .filter(line -> line.startsWith(what))
                .mapToDouble(line -> Double.parseDouble(line.substring(what.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("The program did not start: " + String.join(" ", said)));
    }
}
