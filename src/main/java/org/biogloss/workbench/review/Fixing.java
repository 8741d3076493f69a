package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.ProjectStore;

/// Mends what one action can mend, on documents as they stand now.
///
/// @param by who does it
public record Fixing(ProjectStore store, String layer, String by) {

    /// Whether one action suffices.
    public static boolean isPossible(Finding finding) {
        return switch (finding) {
            case Finding.OtherType _, Finding.Boundary _, Finding.Twin _, Finding.Overlap _ -> true;
            case Finding.NoConcept none -> !none.usual().isEmpty();
            case Finding.BrokenRelation relation -> relation.turns();
        };
    }

    /// One edit a document. What was mended or changed meanwhile is left as it is.
    public List<DocumentEdit> edits(List<Finding> findings, JobContext context) {
        var byDocument = new LinkedHashMap<String, List<Finding>>();
        for (var one : findings) {
            byDocument
                    .computeIfAbsent(one.place().documentId(), _ -> new ArrayList<>())
                    .add(one);
        }
        var edits = new ArrayList<DocumentEdit>();
        int done = 0;
        for (var entry : byDocument.entrySet()) {
            context.checkCancelled();
            store.find(entry.getKey())
                    .flatMap(document -> edit(document, entry.getValue()))
                    .ifPresent(edit -> edits.add(new DocumentEdit(entry.getKey(), edit)));
            context.report(new Progress(++done, byDocument.size(), "documents prepared"));
        }
        return edits;
    }

    /// Each on the document as the ones before have left it.
    private Optional<Edit> edit(AnnotatedDocument document, List<Finding> findings) {
        var parts = new ArrayList<Edit>();
        var now = document;
        for (var finding : findings) {
            var part = edit(now, finding);
            if (part.isEmpty()) continue;
            parts.add(part.get());
            now = now.apply(part.get());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Edit.group(parts.toArray(Edit[]::new)));
    }

    private Optional<Edit> edit(AnnotatedDocument document, Finding finding) {
        var person = new Source.Person(by);
        return switch (finding) {
            case Finding.OtherType other ->
                mention(document, other.mentionId(), other.place().span())
                        .filter(mention -> mention.type().equals(other.type()))
                        .map(mention -> new Edit.Replace(mention, mention.relabelled(other.usual(), person)));
            case Finding.Boundary edge ->
                mention(document, edge.mentionId(), edge.place().span())
                        .map(mention -> new Edit.Replace(mention, mention.covering(List.of(edge.better()), person)));
            case Finding.Twin twin ->
                new Propagation(store, twin.type(), twin.concepts(), layer, by)
                        .edit(
                                document,
                                List.of(new Propagation.Decision(
                                        document.id(), twin.place().span(), true)));
            case Finding.NoConcept none ->
                mention(document, none.mentionId(), none.place().span())
                        .filter(mention ->
                                mention.concepts().isEmpty() && !none.usual().isEmpty())
                        .map(mention -> new Edit.Replace(mention, mention.withConcepts(none.usual())));
            case Finding.Overlap overlap ->
                mention(document, overlap.mentionId(), overlap.place().span())
                        .filter(_ -> document.find(overlap.otherId()).isPresent())
                        .map(document::removing);
            case Finding.BrokenRelation broken ->
                document.find(broken.relationId())
                        .filter(Relation.class::isInstance)
                        .map(Relation.class::cast)
                        .filter(_ -> broken.turns())
                        .map(relation -> new Edit.Replace(relation, turned(relation, person)));
        };
    }

    private Optional<Mention> mention(AnnotatedDocument document, String id, Span span) {
        return document.find(id)
                .filter(Mention.class::isInstance)
                .map(Mention.class::cast)
                .filter(mention ->
                        Mentions.isSettled(mention, layer) && mention.hull().equals(span));
    }

    /// The ends change places, the roles stay.
    private static Relation turned(Relation relation, Source person) {
        var one = relation.arguments().get(0);
        var other = relation.arguments().get(1);
        return new Relation(
                relation.id(),
                relation.layer(),
                relation.type(),
                List.of(new Relation.Argument(one.role(), other.end()), new Relation.Argument(other.role(), one.end())),
                relation.attributes(),
                person);
    }
}
