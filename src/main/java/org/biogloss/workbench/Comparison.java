package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Study;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectStore;

/// Which layers of a project are compared, and on what.
///
/// @param types of mentions; empty for all
public record Comparison(List<Side> sides, Among among, Set<String> types) {

    /// On which documents. One of which nobody says anything is never compared.
    public enum Among {
        /// All of which any of them says something.
        ANY,
        /// Those of which each of them says something.
        EACH,
        /// Those that are marked done.
        DONE
    }

    public Comparison {
        sides = List.copyOf(sides);
        types = Set.copyOf(types);
    }

    /// A layer that may be compared.
    ///
    /// @param isModels    whether suggestions wait in it
    /// @param annotations without what was turned down
    public record Layer(String name, boolean isModels, long annotations) {}

    /// All layers in which anything stands, by name; models come last.
    public static List<Layer> layers(ProjectStore store) {
        var layers = new TreeMap<String, Layer>();
        for (var count : store.counts()) {
            if (count.standing() == Standing.REJECTED) continue;
            boolean suggests = count.standing() == Standing.SUGGESTED;
            layers.merge(
                    count.layer(),
                    new Layer(count.layer(), suggests, count.count()),
                    (a, b) -> new Layer(a.name(), a.isModels() || b.isModels(), a.annotations() + b.annotations()));
        }
        return layers.values().stream()
                .sorted(java.util.Comparator.comparing(Layer::isModels).thenComparing(Layer::name))
                .toList();
    }

    /// What the layers say of these documents.
    public Study study(ProjectStore store, JobContext context) {
        var items = new ArrayList<Study.Item>();
        long total = store.documentCount();
        long[] done = {0};
        store.forEach(document -> {
            context.checkCancelled();
            if (++done[0] % 50 == 0) context.report(new Progress(done[0], Math.max(total, done[0]), "documents read"));
            if (among == Among.DONE && document.status() != DocumentStatus.DONE) return;
            var item = Study.item(document, sides);
            if (counts(item)) items.add(item);
        });
        var study = new Study(sides.stream().map(Side::layer).toList(), items, List.of());
        return types.isEmpty() ? study : study.ofTypes(types);
    }

    private boolean counts(Study.Item item) {
        var opinions = item.opinions().stream();
        return among == Among.EACH
                ? opinions.noneMatch(Study.Opinion::isEmpty)
                : opinions.anyMatch(opinion -> !opinion.isEmpty());
    }
}
