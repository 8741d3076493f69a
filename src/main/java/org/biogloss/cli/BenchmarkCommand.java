package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.biogloss.benchmark.BlurbSet;
import org.biogloss.benchmark.CardTable;
import org.biogloss.benchmark.Leaderboard;
import org.biogloss.benchmark.LocalRows;
import org.biogloss.benchmark.RowMaker;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.training.RunFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss benchmark`: the leaderboard of BLURB, and how a model gets onto it.
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "BLURB's leaderboard: what is published, what was measured here, and how to measure a model.")
public final class BenchmarkCommand implements Callable<Integer> {

    private final Models models;
    private final Path recipes;
    private final List<Path> rows;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the call
    private CommandSpec spec;

    /// @param recipes the folder with a recipe for each set
    /// @param rows    the folders of rows that were made here, the person's own first
    public BenchmarkCommand(Models models, Path recipes, List<Path> rows) {
        this.models = models;
        this.recipes = recipes;
        this.rows = List.copyOf(rows);
    }

    @Override
    public Integer call() throws IOException {
        return show(false, null, null, null);
    }

    @Command(mixinStandardHelpOptions = true, description = "Shows the leaderboard, the best BLURB score first.")
    int show(
            @Option(names = "--json", description = "Print one JSON document.") boolean json,
            @Option(names = "--sort", paramLabel = "SET", description = "Sort by a set's score instead.") @Nullable
                    String sort,
            @Option(names = "--markdown", paramLabel = "FILE", description = "Write it as a table in Markdown.")
                    @Nullable
                    Path markdown,
            @Option(names = "--csv", paramLabel = "FILE", description = "Write it with all digits.") @Nullable Path csv)
            throws IOException {
        var board = Leaderboard.of(new LocalRows(rows));
        if (sort != null) board = board.sorted(Optional.of(set(sort)));
        if (markdown != null) write(markdown, board.markdown());
        if (csv != null) write(csv, board.csv());
        var out = spec.commandLine().getOut();
        if (json) out.println(json(board));
        else if (markdown == null && csv == null) print(board);
        out.flush();
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Measures a model and puts it on the leaderboard. A bare encoder is fine-tuned for each set,"
                    + " which takes hours; broken off, it goes on where it was.")
    int run(
            @Option(names = "--model", required = true, paramLabel = "M", description = "An id or a folder.")
                    String model,
            @Option(
                            names = "--sets",
                            paramLabel = "SET,...",
                            split = ",",
                            description = "Which of BLURB's sets; all thirteen by default.")
                    @Nullable
                    List<String> sets,
            @Option(
                            names = "--seeds",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "Runs for each set, where there is something to train. Default: 3.")
                    int seeds,
            @Option(names = "--fine-tune", description = "Train heads even for a model that has some.")
                    boolean fineTune,
            @Option(names = "--limit", paramLabel = "N", description = "Learn from so many examples, to see it works.")
                    @Nullable
                    Integer limit,
            @Option(names = "--runs", paramLabel = "DIR", description = "Holds the runs; runs/benchmark by default.")
                    @Nullable
                    Path runs)
            throws Exception {
        if (seeds < 1 || seeds > 100) throw new ParameterException(spec.commandLine(), "--seeds is 1 to 100.");
        var wanted = sets == null ? List.of(BlurbSet.values()) : sets(sets);
        var place = runs == null ? Path.of("runs", "benchmark") : runs;
        var maker = new RowMaker(models, recipes, place, new LocalRows(rows), telling());
        var row = maker.make(new RowMaker.Wish(model, wanted, seeds, fineTune, Optional.ofNullable(limit)))
                .row();
        print(new Leaderboard(List.of(row)));
        spec.commandLine().getOut().flush();
        return Exit.DONE;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Sets the test scores on a model's card beside published ones, on the page in its folder.")
    int card(@Parameters(paramLabel = "MODEL", description = "An id or a folder.") String model) throws IOException {
        var card = models.require(model);
        CardTable.write(card);
        var out = spec.commandLine().getOut();
        out.print(CardTable.of(card).orElse(""));
        out.flush();
        return Exit.DONE;
    }

    private RowMaker.Telling telling() {
        var err = spec.commandLine().getErr();
        return new RowMaker.Telling() {
            @Override
            public void say(String words) {
                err.println(words);
            }

            @Override
            public JobContext watch(RunFolder run) {
                return new TerminalProgress(err, run);
            }
        };
    }

    private List<BlurbSet> sets(List<String> names) {
        var sets = new ArrayList<BlurbSet>();
        for (var name : names) sets.add(set(name));
        return sets;
    }

    private BlurbSet set(String name) {
        return BlurbSet.named(name.strip())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "BLURB has no set " + name + "; there are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(BlurbSet.values())
                                                .map(BlurbSet::id)
                                                .toList())
                                + "."));
    }

    private static void write(Path file, String page) throws IOException {
        WholeFolder.writeFile(file.toAbsolutePath(), page.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Leaderboard board) throws IOException {
        var mapper = JsonMapper.builder().build();
        var answer = mapper.createObjectNode();
        var list = answer.putArray("rows");
        for (var row : board.rows()) {
            var one = list.addObject();
            one.put("name", row.name())
                    .put("kind", row.kind().name().toLowerCase(Locale.ROOT))
                    .put("source", row.source());
            row.parameters().ifPresent(count -> one.put("parameters", count));
            row.wordsPerSecond().ifPresent(speed -> one.put("wordsPerSecond", speed));
            var scores = one.putObject("scores");
            var deviations = one.putObject("deviations");
            row.scores().forEach((set, score) -> {
                scores.put(set.id(), score.percent());
                if (score.seeds() > 1) deviations.put(set.id(), score.deviation());
            });
            if (row.blurb().isPresent()) one.put("blurb", row.blurb().getAsDouble());
            one.put("blurbsOwnSplits", row.isBlurbs());
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(answer);
    }

    /// One block a row: thirteen sets side by side are wider than a terminal.
    private void print(Leaderboard board) {
        var out = spec.commandLine().getOut();
        for (var row : board.rows()) {
            out.printf(Locale.ROOT, "%-28s BLURB %-7s %s%n", row.name(), Leaderboard.blurb(row), row.source());
            var line = new StringBuilder("   ");
            for (var set : row.scores().keySet()) {
                var cell = ' ' + set.id() + ' ' + Leaderboard.cell(row, set);
                if (line.length() + cell.length() > 118) {
                    out.println(line);
                    line = new StringBuilder("   ");
                }
                line.append(cell);
            }
            out.println(line);
        }
    }
}
