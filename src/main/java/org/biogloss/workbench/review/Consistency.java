package org.biogloss.workbench.review;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Span;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.store.ProjectStore;

/// Looks through a project for what contradicts itself, in the finished work of one layer.
///
/// It reads the documents one by one: once to learn which strings are what, once to check them, and those again in
/// which a known string stands bare. In memory it keeps the distinct strings and the ids of documents, no text.
public final class Consistency {

    /// Below this share of mentions among its places a string is an ordinary word, which is bare for a reason.
    private static final double USUAL_SHARE = 0.5;

    /// And below this one, even in a document where it is a mention.
    private static final double SELDOM = 0.1;

    /// A type has concepts if at least this share of its mentions has.
    private static final double CONCEPTS_SHARE = 0.1;

    private final ProjectStore store;
    private final String layer;
    private final Lexicon lexicon = new Lexicon();
    private final Map<String, int[]> conceptsByType = new HashMap<>();
    private final Set<String> withBare = new LinkedHashSet<>();

    public Consistency(ProjectStore store, String layer) {
        this.store = store;
        this.layer = layer;
    }

    /// @param found told each finding, document by document; the twins last
    public void check(Consumer<Finding> found, JobContext context) {
        long total = store.documentCount();
        var relations = new RelationCheck(store.schema(), layer);
        through(total, "documents learnt from", this::learn, context);
        through(
                total,
                "documents checked",
                document -> {
                    check(document, found);
                    relations.check(document, found);
                    countBare(document);
                },
                context);
        int done = 0;
        for (var id : withBare) {
            context.checkCancelled();
            store.find(id).ifPresent(document -> twins(document, lexicon, layer, found));
            if (++done % 50 == 0) context.report(new Progress(done, withBare.size(), "documents with bare names"));
        }
    }

    private void through(long total, String what, Consumer<AnnotatedDocument> look, JobContext context) {
        var done = new long[1];
        store.forEach(document -> {
            context.checkCancelled();
            look.accept(document);
            if (++done[0] % 100 == 0) context.report(new Progress(done[0], total, what));
        });
    }

    private void learn(AnnotatedDocument document) {
        for (var mention : Mentions.settled(document, layer)) {
            lexicon.add(mention, document.text());
            var counts = conceptsByType.computeIfAbsent(mention.type(), _ -> new int[2]);
            counts[mention.concepts().isEmpty() ? 0 : 1]++;
        }
    }

    private void check(AnnotatedDocument document, Consumer<Finding> found) {
        var mentions = Mentions.settled(document, layer);
        for (var mention : mentions) {
            otherType(document, mention, found);
            boundary(document, mention, found);
            noConcept(document, mention, found);
        }
        overlaps(document, mentions, found);
    }

    private void otherType(AnnotatedDocument document, Mention mention, Consumer<Finding> found) {
        var entry = lexicon.find(mention.in(document.text()));
        if (entry.isEmpty() || mention.spans().size() > 1) return;
        var types = entry.get().types();
        var usual = entry.get().usualType();
        if (types.size() < 2 || usual.equals(mention.type())) return;
        found.accept(new Finding.OtherType(
                Place.of(document, mention.hull()),
                mention.id(),
                mention.type(),
                usual,
                types.getOrDefault(usual, 0),
                types.getOrDefault(mention.type(), 0)));
    }

    private void boundary(AnnotatedDocument document, Mention mention, Consumer<Finding> found) {
        if (mention.spans().size() > 1) return;
        var span = mention.hull();
        var better = Trimming.of(document.text(), span);
        if (better.equals(span)) return;
        var shorter = better.in(document.text());
        int elsewhere = lexicon.labelled(shorter);
        boolean differs = elsewhere > 0 && elsewhere >= lexicon.labelled(span.in(document.text()));
        if (!differs && !Trimming.hasSpace(document.text(), span)) return;
        found.accept(new Finding.Boundary(
                Place.of(document, span), mention.id(), mention.type(), better, shorter, elsewhere));
    }

    private void noConcept(AnnotatedDocument document, Mention mention, Consumer<Finding> found) {
        var counts = conceptsByType.getOrDefault(mention.type(), new int[2]);
        if (!mention.concepts().isEmpty() || counts[1] == 0) return;
        if (counts[1] < CONCEPTS_SHARE * (counts[0] + counts[1])) return;
        var usual = lexicon.find(mention.in(document.text()))
                .flatMap(Lexicon.Entry::onlyConcepts)
                .orElse(List.of());
        found.accept(new Finding.NoConcept(Place.of(document, mention.hull()), mention.id(), mention.type(), usual));
    }

    /// Each mention that another of its type covers or cuts into; of the two, the shorter.
    private static void overlaps(AnnotatedDocument document, List<Mention> mentions, Consumer<Finding> found) {
        for (int i = 0; i < mentions.size(); i++) {
            var one = mentions.get(i);
            for (int j = i + 1; j < mentions.size(); j++) {
                var other = mentions.get(j);
                if (other.hull().start() >= one.hull().end()) break;
                if (!one.type().equals(other.type()) || !touch(one, other)) continue;
                boolean oneIsShorter = one.hull().length() < other.hull().length();
                var shorter = oneIsShorter ? one : other;
                var longer = oneIsShorter ? other : one;
                found.accept(new Finding.Overlap(
                        Place.of(document, shorter.hull()),
                        shorter.id(),
                        shorter.type(),
                        longer.id(),
                        longer.in(document.text())));
            }
        }
    }

    private static boolean touch(Mention one, Mention other) {
        return one.spans().stream().anyMatch(span -> other.spans().stream().anyMatch(span::overlaps));
    }

    private void countBare(AnnotatedDocument document) {
        bare(document, lexicon, layer, (_, entry) -> {
            entry.bare++;
            withBare.add(document.id());
        });
    }

    /// Where known strings stand bare that are worth a look.
    static void twins(AnnotatedDocument document, Lexicon lexicon, String layer, Consumer<Finding> found) {
        var here = new Lexicon();
        for (var mention : Mentions.settled(document, layer)) here.add(mention, document.text());
        bare(document, lexicon, layer, (span, entry) -> {
            double share = (double) entry.labelled() / (entry.labelled() + entry.bare);
            boolean known = here.find(entry.written()).isPresent();
            if (share < (known ? SELDOM : USUAL_SHARE)) return;
            found.accept(new Finding.Twin(
                    Place.of(document, span),
                    entry.usualType(),
                    entry.onlyConcepts().orElse(List.of()),
                    entry.labelled(),
                    entry.bare));
        });
    }

    /// Known strings over which no finished mention lies and which nobody has turned down.
    static void bare(
            AnnotatedDocument document,
            Lexicon lexicon,
            String layer,
            java.util.function.BiConsumer<Span, Lexicon.Entry> found) {
        if (lexicon.isEmpty()) return;
        var taken = document.mentions()
                .filter(mention -> Mentions.isSettled(mention, layer) || mention.standing() == Standing.REJECTED)
                .toList();
        lexicon.in(document.text(), (span, entry) -> {
            for (var mention : taken) {
                if (mention.hull().start() >= span.end()) break;
                boolean rejected = mention.standing() == Standing.REJECTED;
                boolean counts = rejected
                        ? Mentions.covers(mention, span) && mention.type().equals(entry.usualType())
                        : mention.hull().overlaps(span);
                if (counts) return;
            }
            found.accept(span, entry);
        });
    }
}
