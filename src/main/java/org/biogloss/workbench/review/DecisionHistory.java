package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.JournalEntry;
import org.biogloss.store.ProjectStore;

/// What one person made of models' suggestions, one by one, as the project's journal tells it.
///
/// Accepting as it stands is agreement; rejecting, giving another type or other borders, and deleting after acceptance
/// are not. What was accepted in bulk was not looked at and counts for nothing, or the estimate would confirm itself.
public final class DecisionHistory {

    private record Decision(String model, String type, double confidence, boolean agreed) {}

    /// An action that decides on more at once was no decision on each. (A link accepts both its ends.)
    private static final int ONE_BY_ONE = 2;

    private final Map<String, Decision> decisions = new HashMap<>();

    private DecisionHistory() {}

    /// @param by whose decisions count
    public static DecisionHistory read(ProjectStore store, String by, JobContext context) {
        var history = new DecisionHistory();
        long total = store.generation();
        store.history(entry -> {
            context.checkCancelled();
            if (entry.by().equals(by)) history.take(entry);
            if (entry.number() % 200 == 0) {
                context.report(new Progress(Math.min(total, entry.number()), total, "actions read"));
            }
        });
        return history;
    }

    /// @param type only suggestions of this type
    public Estimate at(String model, Optional<String> type, double atLeast) {
        int agreed = 0;
        int decided = 0;
        for (var one : decisions.values()) {
            if (!one.model().equals(model) || one.confidence() < atLeast) continue;
            if (type.isPresent() && !type.get().equals(one.type())) continue;
            decided++;
            if (one.agreed()) agreed++;
        }
        return new Estimate(agreed, decided);
    }

    private void take(JournalEntry entry) {
        var changes = new ArrayList<Change>();
        for (var edit : entry.edits()) flatten(edit, edit.edit(), changes);
        boolean bulk = changes.stream().filter(Change::agrees).count() > ONE_BY_ONE;
        for (var change : changes) if (!bulk || !change.agrees()) change.note(decisions);
    }

    private static void flatten(DocumentEdit of, Edit edit, List<Change> into) {
        switch (edit) {
            case Edit.Add(var added) -> into.add(new Change(of.documentId(), Optional.empty(), Optional.of(added)));
            case Edit.Remove(var gone) -> into.add(new Change(of.documentId(), Optional.of(gone), Optional.empty()));
            case Edit.Replace(var before, var after) ->
                into.add(new Change(of.documentId(), Optional.of(before), Optional.of(after)));
            case Edit.SetStatus _, Edit.SetAbout _ -> {}
            case Edit.Group(var parts) -> parts.forEach(part -> flatten(of, part, into));
        }
    }

    /// What became of one annotation in one action.
    private record Change(String documentId, Optional<Annotation> before, Optional<Annotation> after) {

        boolean agrees() {
            return before.map(Annotation::source)
                            .filter(Source.Model.class::isInstance)
                            .isPresent()
                    && after.map(Annotation::source)
                            .filter(Source.Accepted.class::isInstance)
                            .isPresent();
        }

        void note(Map<String, Decision> decisions) {
            var id = before.or(() -> after).map(Annotation::id).orElseThrow();
            var key = documentId + "\n" + id;
            var was = before.map(Annotation::source);
            var is = after.map(Annotation::source);
            if (is.isPresent() && is.get() instanceof Source.Model) {
                decisions.remove(key); // The decision was taken back.
            } else if (is.isPresent() && is.get() instanceof Source.Accepted(var _, var model)) {
                if (before.isEmpty() || was.get() instanceof Source.Model) put(decisions, key, model, true);
            } else if (was.isPresent() && was.get() instanceof Source.Model model && is.isPresent()) {
                put(decisions, key, model, false);
            } else if (was.isPresent() && was.get() instanceof Source.Accepted(var _, var model)) {
                put(decisions, key, model, false);
            }
        }

        private void put(Map<String, Decision> decisions, String key, Source.Model model, boolean agreed) {
            var type = before.or(() -> after).map(Annotation::type).orElseThrow();
            decisions.put(key, new Decision(model.name(), type, model.confidence(), agreed));
        }
    }
}
