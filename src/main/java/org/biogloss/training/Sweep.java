package org.biogloss.training;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Models;
import org.biogloss.registry.WholeFolder;
import org.biogloss.tasks.examples.ExampleFile;

/// Runs a recipe at each point of a small grid of settings and compares them on the dev data. The test data are not
/// touched: what is chosen by a test set cannot be measured with it any more.
///
/// A folder holds a run's folder for each point, named by its settings, and the table (`table.md`, `table.csv`), which
/// is written anew after each run.
public final class Sweep {

    private static final TomlMapper TOML = TomlMapper.builder().build();

    private static final int MOST_POINTS = 200;

    /// One point of the grid.
    ///
    /// @param settings what differs, by key
    public record Trial(Map<String, String> settings, Recipe recipe) {

        /// Names a folder: `rate-1e-4_epochs-3`.
        public String name() {
            return settings.entrySet().stream()
                    .map(s -> s.getKey().replaceFirst(".*\\.", "") + "-" + s.getValue())
                    .collect(Collectors.joining("_"))
                    .replaceAll("[^A-Za-z0-9._+-]", "-");
        }
    }

    private final List<Trial> trials;
    private final DataPlaces places;
    private final Path folder;
    private final Models models;
    private final Consumer<ExampleFile.Rejection> rejections;

    public Sweep(
            List<Trial> trials,
            DataPlaces places,
            Path folder,
            Models models,
            Consumer<ExampleFile.Rejection> rejections) {
        this.trials = List.copyOf(trials);
        this.places = places;
        this.folder = folder.toAbsolutePath().normalize();
        this.models = models;
        this.rejections = rejections;
    }

    /// The points of a grid over a recipe, in the order in which the axes are given.
    ///
    /// @param axes such as `optimizer.rate=1e-4,3e-4`
    /// @throws IOException with words, if the recipe or an axis is not understood
    public static List<Trial> grid(Path recipe, List<String> axes) throws IOException {
        var points = List.<Map<String, String>>of(Map.of());
        for (var axis : axes) points = crossed(points, axis);
        if (points.size() > MOST_POINTS) {
            throw new IOException("Cannot sweep over " + points.size() + " points: " + MOST_POINTS
                    + " are the most. Take fewer values.");
        }
        var trials = new ArrayList<Trial>();
        for (var point : points) {
            var at = RecipeFile.read(recipe, tree -> changed(tree, point));
            trials.add(new Trial(point, withoutTest(at)));
        }
        return trials;
    }

    private static List<Map<String, String>> crossed(List<Map<String, String>> points, String axis) throws IOException {
        int equals = axis.indexOf('=');
        if (equals < 1 || equals == axis.length() - 1) {
            throw new IOException("Cannot understand the grid " + axis
                    + ": give a key and its values, as in optimizer.rate=1e-4,3e-4");
        }
        var key = axis.substring(0, equals).strip();
        var crossed = new ArrayList<Map<String, String>>();
        for (var point : points) {
            for (var value : axis.substring(equals + 1).split(",", -1)) {
                var more = new LinkedHashMap<>(point);
                more.put(key, value.strip());
                crossed.add(more);
            }
        }
        return crossed;
    }

    private static JsonNode changed(JsonNode tree, Map<String, String> settings) {
        var changed = tree.deepCopy();
        settings.forEach((key, value) -> {
            var names = key.split("\\.", -1);
            var at = (ObjectNode) changed;
            for (int i = 0; i < names.length - 1; i++) at = at.withObjectProperty(names[i]);
            at.set(names[names.length - 1], value(value));
        });
        return changed;
    }

    /// As TOML has it; a bare word is a text.
    private static JsonNode value(String written) {
        try {
            return TOML.readTree("x = " + written).path("x");
        } catch (JacksonException _) {
            return TextNode.valueOf(written);
        }
    }

    private static Recipe withoutTest(Recipe recipe) {
        return recipe.withParts(recipe.parts().stream()
                .map(part -> new Recipe.Part(
                        part.name(),
                        part.form(),
                        part.weight(),
                        part.data().withFiles(part.data().train(), part.data().dev(), Optional.empty())))
                .toList());
    }

    /// Runs what is not finished yet.
    ///
    /// @return the outcomes, best first
    public List<Outcome> run(boolean resume, Function<RunFolder, JobContext> watcher) throws Exception {
        var outcomes = new ArrayList<Outcome>();
        for (var trial : trials) {
            var runs = new SeededRuns(
                    trial.recipe(), places, new RunFolder(folder.resolve(trial.name())), models, rejections);
            outcomes.add(new Outcome(trial, runs.run(resume, watcher)));
            outcomes.sort(Comparator.comparingDouble(Outcome::dev).reversed());
            WholeFolder.writeFile(
                    folder.resolve("table.md"), SweepTable.markdown(outcomes).getBytes(StandardCharsets.UTF_8));
            WholeFolder.writeFile(
                    folder.resolve("table.csv"), SweepTable.csv(outcomes).getBytes(StandardCharsets.UTF_8));
        }
        return outcomes;
    }

    /// What a point came to.
    public record Outcome(Trial trial, RunSummary summary) {

        /// The score on the dev data that decides; nothing where no run has finished.
        public Optional<Spread> spread() {
            return Optional.ofNullable(summary.spreads().get("dev." + summary.main()));
        }

        double dev() {
            return spread().map(Spread::mean).orElse(-2.0);
        }
    }
}
