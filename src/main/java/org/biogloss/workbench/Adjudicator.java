package org.biogloss.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.biogloss.agreement.Adjudication;
import org.biogloss.agreement.Case;
import org.biogloss.agreement.Side;
import org.biogloss.agreement.Verdict;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.DocumentEdit;

/// Two layers of a project on their way into a third. Each verb is one action in the journal.
public record Adjudicator(Workbench workbench, Side left, Side right, String gold) {

    /// Longer words are cut in the titles of actions.
    private static final int MOST = 40;

    public Adjudicator {
        if (gold.isBlank()) throw new IllegalArgumentException("Gold needs a name");
        if (left.layer().equals(right.layer())) throw new IllegalArgumentException("Two layers are needed");
        if (gold.equals(left.layer()) || gold.equals(right.layer())) {
            throw new IllegalArgumentException("Gold must be another layer than the two that are compared");
        }
    }

    /// A document on which at least one of the two says something.
    public record DocumentTally(String id, String title, DocumentStatus status, Adjudication.Tally tally) {}

    /// What taking everywhere came to.
    ///
    /// @param open cases that stay open
    public record Taken(int documents, int cases, int open) {}

    /// How far each document is, in import order.
    public List<DocumentTally> tallies(JobContext context) {
        var tallies = new ArrayList<DocumentTally>();
        each(context, document -> tally(of(document)).ifPresent(tallies::add));
        return tallies;
    }

    public Optional<DocumentTally> tally(Adjudication it) {
        if (it.cases().isEmpty()) return Optional.empty();
        var document = it.document();
        return Optional.of(
                new DocumentTally(document.id(), document.document().title(), document.status(), it.tally()));
    }

    public Adjudication of(AnnotatedDocument document) {
        return new Adjudication(document, left, right, gold);
    }

    public Adjudication of(String documentId) {
        return of(workbench.document(documentId));
    }

    /// Decides one case.
    ///
    /// @return the document after it, or nothing where gold says so already
    public Optional<AnnotatedDocument> decide(Adjudication it, int number, Verdict verdict) {
        var id = it.document().id();
        return it.edit(number, verdict, workbench.annotator())
                .map(edit -> workbench.perform(title(it, number, verdict), id, edit));
    }

    /// Takes all that both say of one document.
    public Optional<AnnotatedDocument> takeAgreed(Adjudication it) {
        int open = it.tally().agreed() - it.tally().taken();
        return it.takeAgreed(workbench.annotator())
                .map(edit -> workbench.perform(
                        "Take " + open + " on which " + names() + " agree into " + gold,
                        it.document().id(),
                        edit));
    }

    public AnnotatedDocument mark(AnnotatedDocument document, DocumentStatus status) {
        return workbench.perform(
                "Mark as " + status.name().toLowerCase(java.util.Locale.ROOT),
                document.id(),
                new Edit.SetStatus(document.status(), status));
    }

    /// Takes all that both say of every document.
    public Taken takeAgreedEverywhere(JobContext context, boolean really) {
        return everywhere(
                "Take what " + names() + " agree on into " + gold,
                context,
                really,
                it -> it.takeAgreed(workbench.annotator()));
    }

    /// Takes all that both say, and where they differ and nothing is decided yet, what one of them says.
    public Taken takeOpenEverywhere(Verdict verdict, JobContext context, boolean really) {
        var whose = verdict == Verdict.LEFT ? left.layer() : right.layer();
        return everywhere(
                "Take " + whose + " into " + gold + " where " + names() + " differ",
                context,
                really,
                it -> it.takeOpen(verdict, workbench.annotator()));
    }

    private Taken everywhere(
            String title, JobContext context, boolean really, Function<Adjudication, Optional<Edit>> verb) {
        var edits = new ArrayList<DocumentEdit>();
        int[] open = {0, 0};
        each(context, document -> {
            var it = of(document);
            open[0] += open(it);
            verb.apply(it)
                    .ifPresentOrElse(
                            edit -> {
                                edits.add(new DocumentEdit(document.id(), edit));
                                open[1] += open(of(document.apply(edit)));
                            },
                            () -> open[1] += open(it));
        });
        context.checkCancelled();
        if (really) workbench.performAll(title, edits);
        return new Taken(edits.size(), open[0] - open[1], open[1]);
    }

    private static int open(Adjudication it) {
        return (int) it.cases().stream().filter(Adjudication.Ruled::isOpen).count();
    }

    private void each(JobContext context, java.util.function.Consumer<AnnotatedDocument> then) {
        long total = workbench.store().documentCount();
        long[] done = {0};
        workbench.store().forEach(document -> {
            context.checkCancelled();
            then.accept(document);
            if (++done[0] % 20 == 0) context.report(new Progress(done[0], Math.max(total, done[0]), "read"));
        });
    }

    private String names() {
        return left.layer() + " and " + right.layer();
    }

    private String title(Adjudication it, int number, Verdict verdict) {
        var text = it.document().text();
        var words = subject(it.cases().get(number).of(), text);
        return switch (verdict) {
            case LEFT -> "Take " + left.layer() + " into " + gold + ": " + words;
            case RIGHT -> "Take " + right.layer() + " into " + gold + ": " + words;
            case BOTH -> "Take both into " + gold + ": " + words;
            case NEITHER -> "Turn down in " + gold + ": " + words;
            case LEFT_BORDERS -> "Take the borders of " + left.layer() + " into " + gold + ": " + words;
            case RIGHT_BORDERS -> "Take the borders of " + right.layer() + " into " + gold + ": " + words;
        };
    }

    private static String subject(Case it, String text) {
        var words = it.place().isEmpty() ? it.any().type() : it.place().in(text).replaceAll("\\s+", " ");
        return words.length() > MOST ? words.substring(0, MOST - 1) + "…" : words;
    }
}
