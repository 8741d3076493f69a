package org.biogloss.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `biogloss tour`: the main job without a display.
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Does the main job with no display and leaves pictures and a report.")
final class TourCommand implements Callable<Integer> {

    @Option(names = "--out", required = true, description = "The folder for pictures and report.md.")
    private Path out = Path.of("tour");

    @Option(names = "--input", description = "Files or folders to import beside the sample corpora.")
    private List<Path> input = List.of();

    @Override
    public Integer call() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Tour.run(out.toAbsolutePath(), input);
        System.out.println(out.resolve("report.md"));
        return 0;
    }
}
