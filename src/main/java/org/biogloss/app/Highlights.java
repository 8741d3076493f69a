package org.biogloss.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.biogloss.bert.Compute;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.ModelCard;
import org.biogloss.registry.Models;
import org.biogloss.workbench.Workbench;

/// Lets the models that are switched on read documents: the open one by itself, the whole project when asked.
final class Highlights {

    private final Workbench workbench;
    private final Models models;
    private final Services services;
    private final Supplier<Compute> compute;
    private final Set<String> asked = new HashSet<>();

    /// @param compute chosen on the network lane
    Highlights(Workbench workbench, Models models, Services services, Supplier<Compute> compute) {
        this.workbench = workbench;
        this.models = models;
        this.services = services;
        this.compute = compute;
    }

    List<ModelCard> switchedOn() {
        var chosen = services.settings().get().highlighters();
        return models.installed().stream()
                .filter(card -> card.marks() && chosen.contains(card.id()))
                .toList();
    }

    /// Reads a document with each model that has not read it since the project was opened.
    void readOnce(String documentId) {
        services.jobs().startQuietly("see which models are to read " + documentId, _ -> {
            var cards = new ArrayList<ModelCard>();
            synchronized (asked) {
                for (var card : switchedOn()) if (asked.add(documentId + "\n" + card.id())) cards.add(card);
            }
            if (!cards.isEmpty()) start(documentId, cards);
            return true;
        });
    }

    void read(String documentId) {
        services.jobs().startQuietly("see which models are to read " + documentId, _ -> {
            start(documentId, switchedOn());
            return true;
        });
    }

    void readAll(List<ModelCard> cards, JobContext context) {
        workbench.highlight(workbench.store().ids(), cards, compute.get(), context);
    }

    /// A model was switched on or off, or made again: what it read counts no more.
    void forget(String modelId) {
        synchronized (asked) {
            asked.removeIf(pair -> pair.endsWith("\n" + modelId));
        }
    }

    private void start(String documentId, List<ModelCard> cards) {
        services.jobs()
                .startOnNetwork("Highlighting " + documentId, context -> {
                    workbench.highlight(List.of(documentId), cards, compute.get(), context);
                    return true;
                })
                .then(_ -> {}, failure -> services.notices().fail("Cannot highlight " + documentId, failure));
    }
}
