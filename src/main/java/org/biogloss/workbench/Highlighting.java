package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentLabel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
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
        List<List<Annotation>> mark(List<String> texts, JobContext context);
    }

    /// @param done documents already read by models before this one, of `total`
    void run(List<String> documentIds, String modelId, Marker marker, JobContext context, int done, int total) {
        for (int start = 0; start < documentIds.size(); start += BATCH) {
            context.checkCancelled();
            var ids = documentIds.subList(start, Math.min(start + BATCH, documentIds.size()));
            var documents = ids.stream().flatMap(id -> store.find(id).stream()).toList();
            var marked =
                    marker.mark(documents.stream().map(AnnotatedDocument::text).toList(), withoutProgress(context));
            var suggestions = new LinkedHashMap<String, List<Annotation>>();
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
    /// Ids are fresh: undo may bring an earlier suggestion back under its own. A relation ties the mentions that
    /// stand for those the model found: its new suggestions, or what is confirmed of the same; with an end that
    /// was turned down it falls away.
    List<Annotation> suggestions(AnnotatedDocument document, String modelId, List<Annotation> found) {
        var settled = settled(document);
        var standing = new HashMap<String, String>();
        var suggestions = new ArrayList<Annotation>();
        for (var annotation : found) {
            if (!(annotation instanceof Mention mention)) continue;
            var before = settled.get(claim(mention));
            if (before == null) {
                var fresh = Layers.withId(
                        mention.from(modelId, new Source.Model(modelId, confidence(mention))), Annotation.freshId());
                standing.put(mention.id(), fresh.id());
                suggestions.add(fresh);
            } else if (before.standing() == Standing.CONFIRMED) {
                standing.put(mention.id(), before.id());
            }
        }
        var told = ties(document.annotations().stream().filter(this::isSettled).toList(), document.annotations());
        for (var tie : ties(found, found).entrySet()) {
            var head = standing.get(tie.getValue().head());
            var tail = standing.get(tie.getValue().tail());
            if (head == null || tail == null || told.containsKey(tie.getKey())) continue;
            var source = new Source.Model(modelId, tie.getValue().confidence());
            suggestions.add(Relation.between(modelId, tie.getKey().type(), head, tail, source));
        }
        suggestions.addAll(labels(document, modelId, found));
        return suggestions;
    }

    private List<DocumentLabel> labels(AnnotatedDocument document, String modelId, List<Annotation> found) {
        var told = document.labels()
                .filter(this::isSettled)
                .map(DocumentLabel::type)
                .collect(Collectors.toSet());
        var labels = new ArrayList<DocumentLabel>();
        for (var annotation : found) {
            if (!(annotation instanceof DocumentLabel label) || !told.add(label.type())) continue;
            var source = new Source.Model(modelId, confidence(label));
            labels.add(new DocumentLabel(Annotation.freshId(), modelId, label.type(), source));
        }
        return labels;
    }

    /// What a person has decided already, by what it says.
    private Map<Claim, Mention> settled(AnnotatedDocument document) {
        var settled = new HashMap<Claim, Mention>();
        document.mentions()
                .filter(this::isSettled)
                .forEach(mention -> settled.merge(
                        claim(mention), mention, (one, other) -> one.standing() == Standing.CONFIRMED ? one : other));
        return settled;
    }

    private boolean isSettled(Annotation annotation) {
        return annotation.standing() == Standing.REJECTED
                || (annotation.standing() == Standing.CONFIRMED
                        && annotation.layer().equals(activeLayer));
    }

    /// What a mention says, whoever says it.
    private record Claim(List<Span> spans, String type) {}

    private static Claim claim(Mention mention) {
        return new Claim(mention.spans(), mention.type());
    }

    /// What a relation of two mentions says, whoever says it.
    private record Tie(String type, Claim head, Claim tail) {}

    /// Which mentions it ties, and how sure that is.
    private record Tied(String head, String tail, double confidence) {}

    /// The relations of two mentions among annotations, by what they say.
    ///
    /// @param all where the mentions are that they tie
    private static Map<Tie, Tied> ties(List<Annotation> some, List<Annotation> all) {
        var mentions = new HashMap<String, Mention>();
        for (var one : all) if (one instanceof Mention mention) mentions.put(mention.id(), mention);
        var ties = new LinkedHashMap<Tie, Tied>();
        for (var one : some) {
            if (!(one instanceof Relation relation)
                    || !(relation.head() instanceof Relation.OfMention(var headId))
                    || !(relation.tail() instanceof Relation.OfMention(var tailId))) continue;
            var head = mentions.get(headId);
            var tail = mentions.get(tailId);
            if (head == null || tail == null) continue;
            ties.put(
                    new Tie(relation.type(), claim(head), claim(tail)), new Tied(headId, tailId, confidence(relation)));
        }
        return ties;
    }

    private static double confidence(Annotation annotation) {
        return annotation.source() instanceof Source.Model model ? model.confidence() : 1;
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
