package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.search.Occurrences;
import org.biogloss.store.DocumentEdit;
import org.biogloss.workbench.review.Asked;
import org.biogloss.workbench.review.BulkAcceptance;
import org.biogloss.workbench.review.Concordance;
import org.biogloss.workbench.review.Consistency;
import org.biogloss.workbench.review.DecisionHistory;
import org.biogloss.workbench.review.Finding;
import org.biogloss.workbench.review.Fixing;
import org.biogloss.workbench.review.Hit;
import org.biogloss.workbench.review.Propagation;
import org.biogloss.workbench.review.Scope;
import org.biogloss.workbench.review.SuggestionSurvey;
import org.biogloss.workbench.review.Twins;

/// The verbs with which a person looks over many places at once, each one action that one undo takes back.
///
/// All work in the active layer, and take a while: call them in a job.
public record Review(Workbench workbench) {

    /// Finds a name in every spelling, with what abbreviates it; the hits come as they are found.
    public void occurrences(Asked asked, Consumer<List<Hit>> found, JobContext context) {
        new Concordance(workbench.store(), names -> holding(names, asked.scope()), workbench.activeLayer())
                .find(asked, found, context);
    }

    /// Annotates what is wanted of the occurrences and remembers what is not.
    ///
    /// @return how many documents changed
    public int decide(Asked asked, List<Propagation.Decision> decisions, JobContext context) {
        var propagation = new Propagation(
                workbench.store(), asked.type(), asked.concepts(), workbench.activeLayer(), workbench.annotator());
        long wanted = decisions.stream().filter(Propagation.Decision::wanted).count();
        var title = wanted == 0
                ? String.format(Locale.ROOT, "Turn down %,d × “%s” as %s", decisions.size(), asked.name(), asked.type())
                : String.format(Locale.ROOT, "Annotate %,d × “%s” as %s", wanted, asked.name(), asked.type());
        return perform(title, propagation.edits(decisions, context), context);
    }

    /// Calls back for each place where the layer contradicts itself.
    public void check(Consumer<Finding> found, JobContext context) {
        new Consistency(workbench.store(), workbench.activeLayer()).check(found, context);
    }

    /// Mends what one action can mend.
    ///
    /// @return how many documents changed
    public int fix(String title, List<Finding> findings, JobContext context) {
        var fixing = new Fixing(workbench.store(), workbench.activeLayer(), workbench.annotator());
        return perform(title, fixing.edits(findings, context), context);
    }

    public Twins twins(JobContext context) {
        return Twins.learn(workbench.store(), workbench.activeLayer(), context);
    }

    public SuggestionSurvey suggestions(Scope scope, JobContext context) {
        return SuggestionSurvey.read(workbench.store(), documents(scope).map(Set::copyOf), context);
    }

    /// What the person at work made of suggestions so far.
    public DecisionHistory history(JobContext context) {
        return DecisionHistory.read(workbench.store(), workbench.annotator(), context);
    }

    /// Accepts a model's suggestions.
    ///
    /// @param types none for all
    /// @return how many
    public int accept(String model, Set<String> types, double atLeast, Scope scope, JobContext context) {
        var store = workbench.store();
        var acceptance = new BulkAcceptance(model, types, atLeast, workbench.activeLayer(), workbench.annotator());
        var ids = new ArrayList<>(store.withSuggestions(model, Optional.empty()));
        documents(scope).ifPresent(within -> ids.retainAll(new HashSet<>(within)));
        var edits = new ArrayList<DocumentEdit>();
        int count = 0;
        int done = 0;
        for (var id : ids) {
            context.checkCancelled();
            var accepted = store.find(id).flatMap(acceptance::of);
            if (accepted.isPresent()) {
                edits.add(accepted.get().edit());
                count += accepted.get().count();
            }
            if (++done % 50 == 0) context.report(new Progress(done, ids.size(), "documents prepared"));
        }
        perform(String.format(Locale.ROOT, "Accept %,d suggestions of %s", count, model), edits, context);
        return count;
    }

    /// Which documents are looked at; nothing for all of them.
    private Optional<List<String>> documents(Scope scope) {
        return switch (scope) {
            case Scope.OneDocument(var id) -> Optional.of(List.of(id));
            case Scope.Found(var request) -> Optional.of(workbench.ids(request));
            case Scope.Everything() -> Optional.empty();
        };
    }

    private List<String> holding(Occurrences names, Scope scope) {
        return switch (scope) {
            case Scope.OneDocument(var id) -> List.of(id);
            case Scope.Found(var request) -> workbench.holding(names, Optional.of(request));
            case Scope.Everything() -> workbench.holding(names, Optional.empty());
        };
    }

    /// The last moment to stop: what is begun here is done whole.
    private int perform(String title, List<DocumentEdit> edits, JobContext context) {
        context.checkCancelled();
        context.report(new Progress(0, 0, "saving " + edits.size() + " documents"));
        workbench.performAll(title, edits);
        return edits.size();
    }
}
