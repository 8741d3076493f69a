package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;

/// What the runs of one recipe came to, one for each seed, and the spread of each score over those that finished.
///
/// @param main the name of the score that decides, such as `f1`
public record RunSummary(String main, List<OfSeed> seeds) {

    /// @param scores by name, such as `dev.f1`; empty where there is no model yet
    public record OfSeed(long seed, RunState state, Path folder, Map<String, Double> scores) {}

    public RunSummary {
        seeds = List.copyOf(seeds);
    }

    /// @param folders of the runs that have begun
    public static RunSummary of(List<Path> folders) throws IOException {
        var seeds = new ArrayList<OfSeed>();
        var main = "";
        for (var folder : folders) {
            var run = Run.open(folder);
            var model = run.model();
            Map<String, Double> scores =
                    model.isPresent() ? Models.open(model.get()).scores() : Map.of();
            seeds.add(new OfSeed(run.recipe().seed(), run.state(), folder, scores));
            main = run.mainScore().orElse(main);
        }
        return new RunSummary(main, seeds);
    }

    public List<OfSeed> finished() {
        return seeds.stream().filter(seed -> seed.state() == RunState.FINISHED).toList();
    }

    /// The spread of each score that all finished runs have.
    public Map<String, Spread> spreads() {
        var values = new TreeMap<String, List<Double>>();
        for (var seed : finished()) {
            seed.scores()
                    .forEach((name, value) ->
                            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
        }
        var spreads = new LinkedHashMap<String, Spread>();
        values.forEach((name, numbers) -> {
            if (numbers.size() == finished().size()) spreads.put(name, Spread.of(numbers));
        });
        return spreads;
    }

    /// As a table in Markdown: a row a score, a column a seed.
    public String markdown() {
        var page = new StringBuilder("| score |");
        for (var seed : seeds) page.append(" seed ").append(seed.seed()).append(" |");
        page.append(" mean ± sd |\n|---|")
                .append("---|".repeat(seeds.size() + 1))
                .append('\n');
        var spreads = spreads();
        var names = new TreeSet<String>();
        for (var seed : seeds) names.addAll(seed.scores().keySet());
        for (var name : names) {
            page.append("| ").append(name).append(" |");
            for (var seed : seeds) page.append(' ').append(cell(seed, name)).append(" |");
            page.append(' ')
                    .append(spreads.containsKey(name) ? spreads.get(name).percent() : "–")
                    .append(" |\n");
        }
        return page.toString();
    }

    private static String cell(OfSeed seed, String name) {
        var value = seed.scores().get(name);
        if (value == null) return "–";
        var figure = String.format(Locale.ROOT, "%.1f", 100 * value);
        return seed.state() == RunState.FINISHED
                ? figure
                : figure + " (" + seed.state().name().toLowerCase(Locale.ROOT) + ")";
    }

    /// Writes `summary.json` and, for people, `summary.md`.
    void write(RunFolder group) throws IOException {
        var mapper = JsonMapper.builder().build();
        var json = mapper.createObjectNode();
        json.put("main", main);
        var list = json.putArray("seeds");
        for (var seed : seeds) {
            var one = list.addObject();
            one.put("seed", seed.seed())
                    .put("state", seed.state().name().toLowerCase(Locale.ROOT))
                    .put("folder", group.folder().relativize(seed.folder()).toString());
            var scores = one.putObject("scores");
            seed.scores().forEach(scores::put);
        }
        var mean = json.putObject("mean");
        var deviation = json.putObject("deviation");
        spreads().forEach((name, spread) -> {
            mean.put(name, spread.mean());
            deviation.put(name, spread.deviation());
        });
        var bytes = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        Files.createDirectories(group.folder());
        WholeFolder.writeFile(group.summary(), bytes);
        var page = group.folder().resolve("summary.md");
        WholeFolder.writeFile(page, markdown().getBytes(StandardCharsets.UTF_8));
    }
}
