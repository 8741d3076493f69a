package org.biogloss.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.biogloss.jobs.EventFile;
import org.biogloss.registry.Models;
import org.biogloss.training.RecipeFile;
import org.biogloss.training.Run;
import org.biogloss.training.RunFolder;
import org.biogloss.training.RunState;
import org.biogloss.training.Runs;
import org.biogloss.ui.kit.Shown;
import org.biogloss.ui.training.RunEvent;
import org.biogloss.ui.training.RunFigures;
import org.biogloss.ui.training.TrainingDesk.RunRow;
import org.biogloss.ui.training.TrainingDesk.State;

/// The lines of the table of runs. Of a run that goes on, only what is new in its event file is read; of
/// one that is over, nothing.
final class RunRows {

    /// What does not make one run's outcome another's.
    private static final Set<String> NAMES =
            Set.of("model.id", "model.name", "model.description", "model.trainedOn", "model.licence");

    private static final Set<String> SEEDS = Set.of("seed", "seeds");

    private static final TomlMapper TOML = TomlMapper.builder().build();

    /// What is known of a run's file so far.
    private static final class Known {

        private final EventFile.Follower follower;
        private final RunFigures figures = new RunFigures();
        private final Map<String, String> settings;
        private final String made;
        private long size = -1;
        private RunState state = RunState.LOST;
        private double test = Double.NaN;

        Known(Run run) throws IOException {
            follower = run.events();
            settings = settings(run);
            made = Shown.minute(run.made());
        }
    }

    private final Path root;
    private final Runs runs;
    private final Map<Path, Known> known = new HashMap<>();

    RunRows(Path root, Runs runs) {
        this.root = root;
        this.runs = runs;
    }

    /// Newest first.
    synchronized List<RunRow> list() throws IOException {
        var rows = new ArrayList<RunRow>();
        var seen = new ArrayList<Path>();
        for (var run : runs.list()) {
            seen.add(run.folder());
            rows.add(row(run));
        }
        known.keySet().retainAll(seen);
        return rows;
    }

    private RunRow row(Run run) throws IOException {
        var before = known.get(run.folder());
        var now = before == null ? new Known(run) : before;
        known.put(run.folder(), now);
        read(run, now);
        var figures = now.figures;
        return new RunRow(
                root.relativize(run.folder()).toString(),
                name(run),
                group(run, now.settings),
                state(run, now.state),
                run.recipe().task(),
                run.recipe().base(),
                now.made,
                figures.metric(),
                figures.best(),
                now.test,
                figures.step(),
                figures.totalSteps(),
                figures.seconds().toSeconds(),
                without(now.settings, NAMES));
    }

    private static void read(Run run, Known known) throws IOException {
        for (var event : known.follower.poll()) known.figures.add(RunEvent.of(event));
        var folder = new RunFolder(run.folder());
        long size = Files.exists(folder.events()) ? Files.size(folder.events()) : 0;
        boolean works = folder.liveProcess().isPresent();
        if (works && known.figures.end().isEmpty()) known.state = RunState.RUNNING;
        else if (size != known.size || known.state == RunState.RUNNING) {
            known.state = run.state();
            known.test = test(run, known.figures.metric().id());
        }
        known.size = size;
    }

    private static State state(Run run, RunState state) {
        var folder = new RunFolder(run.folder());
        return switch (state) {
            case RUNNING ->
                folder.isAskedToStop() ? State.STOPPING : folder.isAskedToPause() ? State.PAUSING : State.RUNNING;
            case PAUSED -> State.PAUSED;
            case FINISHED -> State.FINISHED;
            case STOPPED -> State.STOPPED;
            case FAILED -> State.FAILED;
            case LOST -> State.LOST;
        };
    }

    /// On the test data, as the model's card tells once it was measured.
    private static double test(Run run, String metric) throws IOException {
        if (run.model().isEmpty()) return Double.NaN;
        var scores = Models.open(run.model().get()).scores();
        return scores.getOrDefault("test." + metric, scores.getOrDefault("test.f1", Double.NaN));
    }

    /// All that a recipe says, by the keys of its file.
    private static Map<String, String> settings(Run run) throws IOException {
        var flat = new LinkedHashMap<String, String>();
        flatten("", TOML.readTree(RecipeFile.format(run.recipe())), flat);
        return flat;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), into));
        } else if (node.isArray() && !node.isEmpty() && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) flatten(path + "." + (i + 1), node.get(i), into);
        } else if (node.isArray()) {
            var words = new ArrayList<String>();
            node.forEach(item -> words.add(item.asText()));
            into.put(path, String.join(", ", words));
        } else {
            into.put(path, node.asText());
        }
    }

    private static String name(Run run) {
        var name = run.recipe().modelName();
        return run.group().isPresent() ? name + " · seed " + run.recipe().seed() : name;
    }

    /// The same for runs that differ in their seed alone, and in what they are called.
    private static String group(Run run, Map<String, String> settings) {
        if (run.group().isPresent()) return run.group().get();
        var name = run.recipe().modelName().replaceFirst("[-_ ]*(s|seed)?[-_ ]*\\d+$", "");
        var all = without(without(settings, NAMES), SEEDS);
        return name + "#" + Integer.toHexString(all.hashCode());
    }

    private static Map<String, String> without(Map<String, String> settings, Set<String> keys) {
        var rest = new LinkedHashMap<>(settings);
        rest.keySet().removeAll(keys);
        return rest;
    }
}
