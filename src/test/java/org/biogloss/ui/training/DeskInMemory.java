package org.biogloss.ui.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.biogloss.jobs.JobContext;

/// A desk whose runs tell what the test says.
final class DeskInMemory implements TrainingDesk {

    static final Preset PRESET = new Preset("Corrections", "few texts need more epochs", 6, 2e-4);
    static final Layer GOLD =
            new Layer("gold", 40, new TreeMap<>(Map.of("Chemical", 200, "Disease", 150, "Gene", 3)), List.of(PRESET));

    private final ObjectMapper json = new ObjectMapper();
    final Map<String, List<JsonNode>> events = new ConcurrentHashMap<>();
    final List<Wish> wishes = new CopyOnWriteArrayList<>();
    final List<RunRow> rows = new CopyOnWriteArrayList<>();
    final List<String> done = new CopyOnWriteArrayList<>();
    volatile Offer offer = new Offer(
            List.of(GOLD), List.of(new Base("minilm-l6", "MiniLM-L6 (general)"), new Base("bge-small", "BGE small")));

    void tell(String run, String kind, Map<String, Object> fields) {
        ObjectNode event = json.valueToTree(fields);
        event.put("event", kind);
        events.computeIfAbsent(run, _ -> new CopyOnWriteArrayList<>()).add(event);
    }

    void add(String id, State state, Map<String, String> settings) {
        rows.removeIf(row -> row.id().equals(id));
        var group = settings.getOrDefault("group", id);
        rows.add(new RunRow(
                id,
                id,
                group,
                state,
                "ner",
                "minilm-l6",
                "2026-11-23 10:00",
                new Metric("f1"),
                0.8,
                Double.NaN,
                50,
                100,
                12,
                settings));
    }

    @Override
    public Offer offer() {
        return offer;
    }

    @Override
    public Source recipe(Path file) throws IOException {
        if (file.endsWith("broken.toml")) throw new IOException("Cannot use the recipe broken.toml: it is not TOML.");
        return new RecipeSource(
                "ChemProt", "relation", file, "bge-small", List.of(new Preset("As written", "", 10, 3e-5)));
    }

    @Override
    public String estimate(Wish wish, JobContext context) {
        return "about " + wish.epochs() + " min for " + wish.seeds().size() + " runs";
    }

    @Override
    public List<RunRow> runs() {
        return List.copyOf(rows);
    }

    @Override
    public String start(Wish wish) {
        wishes.add(wish);
        add("r1", State.RUNNING, Map.of());
        return "r1";
    }

    @Override
    public void stopKeepingBest(String runId) {
        done.add("stop " + runId);
        add(runId, State.STOPPED, Map.of());
    }

    @Override
    public void pause(String runId) {
        done.add("pause " + runId);
        add(runId, State.PAUSED, Map.of());
    }

    @Override
    public void resume(String runId) {
        done.add("resume " + runId);
        add(runId, State.RUNNING, Map.of());
    }

    @Override
    public EventSource events(String runId) {
        return new EventSource() {
            private int seen;

            @Override
            public List<JsonNode> poll() {
                var all = events.getOrDefault(runId, List.of());
                var news = new ArrayList<>(all.subList(seen, all.size()));
                seen += news.size();
                return news;
            }
        };
    }

    @Override
    public void highlightWith(String runId) {
        done.add("highlight " + runId);
    }

    @Override
    public String keepModel(String runId) {
        done.add("keep " + runId);
        return runId;
    }

    @Override
    public Restoring discard(String runId) {
        var row =
                rows.stream().filter(one -> one.id().equals(runId)).findFirst().orElseThrow();
        rows.remove(row);
        return () -> rows.add(row);
    }

    @Override
    public Path folder(String runId) {
        return Path.of("runs", runId);
    }

    @Override
    public String commandLine(String runId) {
        return "./biogloss train runs/" + runId + "/recipe.toml";
    }
}
