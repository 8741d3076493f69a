package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.ProjectStore;

/// A model says what it sees as one annotator among others, in a layer of its own: all of it, also what people have
/// confirmed or turned down already, which [Highlighting] leaves out.
///
/// @param layer   what the model said there before is taken away
/// @param atLeast only what it is so sure of
record WholeReading(ProjectStore store, String modelId, String layer, double atLeast) {

    private static final int BATCH = 16;

    /// The edits that make the layer say what the model says of these documents.
    List<DocumentEdit> edits(List<String> documentIds, Highlighting.Marker marker, JobContext context) {
        var edits = new ArrayList<DocumentEdit>();
        for (int start = 0; start < documentIds.size(); start += BATCH) {
            context.checkCancelled();
            var ids = documentIds.subList(start, Math.min(start + BATCH, documentIds.size()));
            var documents = ids.stream().flatMap(id -> store.find(id).stream()).toList();
            var found =
                    marker.mark(documents.stream().map(AnnotatedDocument::text).toList(), context);
            for (int i = 0; i < documents.size(); i++) {
                var parts = edits(documents.get(i), found.get(i));
                if (!parts.isEmpty())
                    edits.add(new DocumentEdit(documents.get(i).id(), new Edit.Group(parts)));
            }
            context.report(new Progress(start + ids.size(), documentIds.size(), modelId + " reads"));
        }
        return edits;
    }

    private List<Edit> edits(AnnotatedDocument document, List<Annotation> found) {
        var edits = new ArrayList<Edit>();
        for (var before : document.annotations().reversed()) {
            if (before.layer().equals(layer) && before.source().equals(source())) edits.add(new Edit.Remove(before));
        }
        Map<String, String> ids = new HashMap<>();
        for (var annotation : found) {
            if (!(annotation instanceof Mention mention) || !isSure(mention)) continue;
            var fresh = Layers.withId(mention.from(layer, source()), Annotation.freshId());
            ids.put(mention.id(), fresh.id());
            edits.add(new Edit.Add(fresh));
        }
        for (var annotation : found) {
            if (!(annotation instanceof Relation relation) || !isSure(relation)) continue;
            if (!(relation.head() instanceof Relation.OfMention(var head))
                    || !(relation.tail() instanceof Relation.OfMention(var tail))) continue;
            var one = ids.get(head);
            var other = ids.get(tail);
            if (one == null || other == null) continue;
            edits.add(new Edit.Add(Relation.between(layer, relation.type(), one, other, source())));
        }
        return edits;
    }

    private Source source() {
        return new Source.Imported(modelId);
    }

    private boolean isSure(Annotation annotation) {
        return !(annotation.source() instanceof Source.Model model) || model.confidence() >= atLeast;
    }
}
