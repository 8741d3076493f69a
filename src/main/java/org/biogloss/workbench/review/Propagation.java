package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.ProjectStore;

/// What a person has decided of occurrences, as edits of the documents as they stand now.
///
/// Whatever changed since the occurrences were found is heeded: nothing is said twice. What is turned down stays in the
/// document as a rejected mention, so it can be undone like everything else and no model suggests it again.
///
/// @param by who decided
public record Propagation(ProjectStore store, String type, List<String> concepts, String layer, String by) {

    /// @param wanted whether the place is to be annotated, or never proposed again
    public record Decision(String documentId, Span span, boolean wanted) {}

    /// One edit a document.
    public List<DocumentEdit> edits(List<Decision> decisions, JobContext context) {
        var byDocument = new LinkedHashMap<String, List<Decision>>();
        for (var one : decisions)
            byDocument.computeIfAbsent(one.documentId(), _ -> new ArrayList<>()).add(one);
        var edits = new ArrayList<DocumentEdit>();
        int done = 0;
        for (Map.Entry<String, List<Decision>> entry : byDocument.entrySet()) {
            context.checkCancelled();
            store.find(entry.getKey())
                    .flatMap(document -> edit(document, entry.getValue()))
                    .ifPresent(edit -> edits.add(new DocumentEdit(entry.getKey(), edit)));
            if (++done % 50 == 0) context.report(new Progress(done, byDocument.size(), "documents prepared"));
        }
        return edits;
    }

    Optional<Edit> edit(AnnotatedDocument document, List<Decision> decisions) {
        var parts = new ArrayList<Edit>();
        for (var one : decisions) {
            (one.wanted() ? annotate(document, one.span()) : turnDown(document, one.span())).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Edit.group(parts.toArray(Edit[]::new)));
    }

    /// The mention of another type that covers just this place changes its type; a suggestion is accepted.
    private Optional<Edit> annotate(AnnotatedDocument document, Span span) {
        var same = here(document, span, Standing.CONFIRMED)
                .filter(mention -> mention.type().equals(type));
        if (same.isPresent()) return Optional.empty();
        var suggested = here(document, span, Standing.SUGGESTED)
                .filter(mention -> mention.type().equals(type));
        if (suggested.isPresent() && suggested.get().source() instanceof Source.Model model) {
            var accepted = suggested.get().from(layer, new Source.Accepted(by, model));
            return Optional.of(
                    new Edit.Replace(suggested.get(), concepts.isEmpty() ? accepted : accepted.withConcepts(concepts)));
        }
        var person = new Source.Person(by);
        var other = here(document, span, Standing.CONFIRMED);
        if (other.isPresent())
            return Optional.of(new Edit.Replace(other.get(), other.get().relabelled(type, person)));
        var added = new Edit.Add(Mention.of(layer, span, type, person).withConcepts(concepts));
        return Optional.of(rejected(document, span)
                .<Edit>map(before -> Edit.group(new Edit.Remove(before), added))
                .orElse(added));
    }

    private Optional<Edit> turnDown(AnnotatedDocument document, Span span) {
        if (rejected(document, span).isPresent()) return Optional.empty();
        var suggested = here(document, span, Standing.SUGGESTED)
                .filter(mention -> mention.type().equals(type));
        if (suggested.isPresent() && suggested.get().source() instanceof Source.Model model) {
            var after = suggested.get().from(suggested.get().layer(), new Source.Rejected(by, model));
            return Optional.of(new Edit.Replace(suggested.get(), after));
        }
        return Optional.of(new Edit.Add(Mentions.turnedDown(span, type, by)));
    }

    private Optional<Mention> rejected(AnnotatedDocument document, Span span) {
        return here(document, span, Standing.REJECTED)
                .filter(mention -> mention.type().equals(type));
    }

    /// One that covers just this place; one of the type that is asked about before others.
    private Optional<Mention> here(AnnotatedDocument document, Span span, Standing standing) {
        return document.mentions()
                .filter(mention -> mention.standing() == standing && Mentions.covers(mention, span))
                .filter(mention ->
                        standing != Standing.CONFIRMED || mention.layer().equals(layer))
                .min((a, b) -> Boolean.compare(b.type().equals(type), a.type().equals(type)));
    }
}
