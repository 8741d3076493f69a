package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectStore;

/// What is a mention elsewhere in the project and bare in a document, for the reader's next unlabelled twin.
///
/// What the project knows is learnt once, and again when asked; what the document itself says counts at once.
public final class Twins {

    private final String layer;
    private final Lexicon project;

    private Twins(String layer, Lexicon project) {
        this.layer = layer;
        this.project = project;
    }

    public static Twins learn(ProjectStore store, String layer, JobContext context) {
        var lexicon = new Lexicon();
        var done = new long[1];
        long total = store.documentCount();
        store.forEach(document -> {
            context.checkCancelled();
            for (var mention : Mentions.settled(document, layer)) lexicon.add(mention, document.text());
            if (++done[0] % 100 == 0) context.report(new Progress(done[0], total, "documents learnt from"));
        });
        store.forEach(document -> {
            context.checkCancelled();
            Consistency.bare(document, lexicon, layer, (_, entry) -> entry.bare++);
        });
        return new Twins(layer, lexicon);
    }

    /// In text order.
    public List<Finding.Twin> in(AnnotatedDocument document) {
        for (var mention : Mentions.settled(document, layer)) {
            if (project.find(mention.in(document.text())).isEmpty()) project.add(mention, document.text());
        }
        var twins = new ArrayList<Finding.Twin>();
        Consistency.twins(document, project, layer, finding -> {
            if (finding instanceof Finding.Twin twin) twins.add(twin);
        });
        return twins;
    }

    /// The first twin after the offset, or else the first of the document.
    public Optional<Finding.Twin> next(AnnotatedDocument document, int after) {
        var twins = in(document);
        return twins.stream()
                .filter(twin -> twin.place().span().start() > after)
                .findFirst()
                .or(() -> twins.stream().findFirst());
    }
}
