package org.biogloss.workbench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectStore;

/// A model reads documents, and what it finds becomes suggestions in the project, batch by batch.
///
/// @param activeLayer what is confirmed here is not suggested again
/// @param onSuggested told the ids of each batch once it is saved
record Highlighting(ProjectStore store, String activeLayer, Consumer<Set<String>> onSuggested) {

    /// Long enough to fill the network's batches by length, short enough to show results soon and to stop.
    private static final int BATCH = 16;

    /// What a model does here.
    interface Marker {
        List<List<Mention>> mark(List<String> texts, JobContext context);
    }

    /// @param done documents already read by models before this one, of `total`
    void run(List<String> documentIds, String modelId, Marker marker, JobContext context, int done, int total) {
        for (int start = 0; start < documentIds.size(); start += BATCH) {
            context.checkCancelled();
            var ids = documentIds.subList(start, Math.min(start + BATCH, documentIds.size()));
            var documents = ids.stream().flatMap(id -> store.find(id).stream()).toList();
            var marked =
                    marker.mark(documents.stream().map(AnnotatedDocument::text).toList(), withoutProgress(context));
            var suggestions = new LinkedHashMap<String, List<Mention>>();
            for (int i = 0; i < documents.size(); i++) {
                // Read again: a person may have decided something while the model was reading.
                var now = store.find(documents.get(i).id()).orElseThrow();
                suggestions.put(now.id(), suggestions(now, modelId, marked.get(i)));
            }
            if (!suggestions.isEmpty()) {
                store.replaceSuggestions(modelId, suggestions);
                onSuggested.accept(suggestions.keySet());
            }
            context.report(new Progress(Math.min((long) done + start + BATCH, total), total, modelId + " reads"));
        }
    }

    /// What is worth suggesting: nothing that is confirmed in the active layer, nothing that a person turned down.
    ///
    /// Ids are fresh: undo may bring an earlier suggestion back under its own.
    List<Mention> suggestions(AnnotatedDocument document, String modelId, List<Mention> found) {
        var settled = document.mentions()
                .filter(m -> m.standing() == Standing.REJECTED
                        || (m.standing() == Standing.CONFIRMED && m.layer().equals(activeLayer)))
                .map(Highlighting::claim)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(m -> !settled.contains(claim(m)))
                .map(m ->
                        Layers.withId(m.from(modelId, new Source.Model(modelId, confidence(m))), Annotation.freshId()))
                .toList();
    }

    /// What a mention says, whoever says it.
    private record Claim(List<Span> spans, String type) {}

    private static Claim claim(Mention mention) {
        return new Claim(mention.spans(), mention.type());
    }

    private static double confidence(Mention mention) {
        return mention.source() instanceof Source.Model model ? model.confidence() : 1;
    }

    /// The network reports windows; here a person counts documents.
    private static JobContext withoutProgress(JobContext context) {
        return new JobContext() {
            @Override
            public void report(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return context.isCancelled();
            }

            @Override
            public void checkCancelled() {
                if (context.isCancelled()) throw new CancellationException();
            }
        };
    }
}
