package org.biogloss.workbench.review;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.biogloss.store.ProjectStore;

/// How many suggestions wait, of which model and type, how sure each is: answers at once while a slider moves.
public final class SuggestionSurvey {

    /// How sure the suggestions of one type are, in ascending order.
    private record Confidences(double[] sorted) {

        int atLeast(double limit) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < limit) low = middle + 1;
                else high = middle;
            }
            return sorted.length - low;
        }
    }

    private final Map<String, Map<String, Confidences>> byModel;
    private final Set<String> documents;

    private SuggestionSurvey(Map<String, Map<String, Confidences>> byModel, Set<String> documents) {
        this.byModel = byModel;
        this.documents = documents;
    }

    /// @param within only those documents
    public static SuggestionSurvey read(ProjectStore store, Optional<Set<String>> within, JobContext context) {
        var found = new TreeMap<String, TreeMap<String, Growing>>();
        var documents = new LinkedHashSet<String>();
        store.forEachSuggestion(suggestion -> {
            context.checkCancelled();
            if (within.filter(ids -> !ids.contains(suggestion.documentId())).isPresent()) return;
            var annotation = suggestion.annotation();
            if (!(annotation.source() instanceof Source.Model model)) return;
            found.computeIfAbsent(annotation.layer(), _ -> new TreeMap<>())
                    .computeIfAbsent(annotation.type(), _ -> new Growing())
                    .add(model.confidence());
            documents.add(suggestion.documentId());
        });
        var byModel = new TreeMap<String, Map<String, Confidences>>();
        found.forEach((model, types) -> {
            var sorted = new TreeMap<String, Confidences>();
            types.forEach((type, values) -> sorted.put(type, values.sorted()));
            byModel.put(model, sorted);
        });
        return new SuggestionSurvey(byModel, documents);
    }

    public List<String> models() {
        return List.copyOf(byModel.keySet());
    }

    /// The documents that have suggestions, in import order.
    public List<String> documents() {
        return List.copyOf(documents);
    }

    /// The types of what a model suggests, by name.
    public List<String> types(String model) {
        return List.copyOf(new TreeSet<>(of(model).keySet()));
    }

    public int count(String model, Set<String> types, double atLeast) {
        return of(model).entrySet().stream()
                .filter(entry -> types.contains(entry.getKey()))
                .mapToInt(entry -> entry.getValue().atLeast(atLeast))
                .sum();
    }

    /// How many have a confidence in each of so many equal parts of 0 to 1.
    public int[] histogram(String model, String type, int parts) {
        var bars = new int[parts];
        var values = of(model).get(type);
        if (values == null) return bars;
        for (double value : values.sorted()) bars[Math.min(parts - 1, (int) (value * parts))]++;
        return bars;
    }

    private Map<String, Confidences> of(String model) {
        return byModel.getOrDefault(model, Map.of());
    }

    /// Numbers as they come: eight bytes each, so that a million suggestions are no burden.
    private static final class Growing {

        private double[] values = new double[64];
        private int size;

        void add(double value) {
            if (size == values.length) values = Arrays.copyOf(values, size * 2);
            values[size++] = value;
        }

        Confidences sorted() {
            var exact = Arrays.copyOf(values, size);
            Arrays.sort(exact);
            return new Confidences(exact);
        }
    }
}
