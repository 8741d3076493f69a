package org.biogloss.workbench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.SchemaPart;
import org.biogloss.document.Standing;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.search.TermHit;
import org.biogloss.search.Terminologies;
import org.biogloss.store.DocumentEdit;

/// Finds concepts for mentions: from what people decided earlier in this project, and from the terminologies on this
/// machine. May be called from any thread.
public final class Concepts {

    /// A concept that may be meant.
    ///
    /// @param name    empty where no terminology knows the id
    /// @param earlier how often the same words got it in this project
    /// @param hit     how a terminology's term fits what was asked; none where only earlier decisions speak for it
    public record Candidate(String id, String name, int earlier, Optional<TermHit> hit) {}

    /// What [#spread] has done.
    ///
    /// @param title by which undo knows it
    /// @param kept  mentions of the same words that have other concepts, and were left alone
    public record Spread(String title, int mentions, int documents, int kept) {}

    /// The terminologies, opened when first asked for.
    public interface Source {
        Terminologies get() throws IOException;
    }

    /// Of more words than these no parts are tried: there are too many, and they say little.
    private static final int MOST_PARTS = 6;

    private final Workbench workbench;
    private final Source terminologies;
    private final EarlierConcepts earlier;

    public Concepts(Workbench workbench, Source terminologies) {
        this.workbench = workbench;
        this.terminologies = terminologies;
        this.earlier = new EarlierConcepts(workbench.store());
    }

    /// Reads what people decided so far, so that the first question finds it read. Takes a while in a large project.
    public void prepare() {
        earlier.prepare();
    }

    public boolean hasTerminologies() throws IOException {
        return !terminologies.get().isEmpty();
    }

    /// What is known of an id, if a terminology has it.
    public Optional<Terminologies.Located> locate(String id) throws IOException {
        return terminologies.get().locate(id);
    }

    /// What people decided for the same words comes first, the most frequent before others; then what the terminologies
    /// have.
    ///
    /// @param words those of the mention
    /// @param typed what the person looks for instead, as far as it is typed; empty to look for the words
    public List<Candidate> candidates(String words, String typed, int limit) throws IOException {
        var asked = typed.strip();
        var found = new LinkedHashMap<String, Candidate>();
        var all = terminologies.get();
        if (!asked.isEmpty()) {
            all.locate(asked)
                    .ifPresent(exact -> found.put(
                            exact.concept().id(),
                            new Candidate(exact.concept().id(), exact.concept().name(), 0, Optional.empty())));
        }
        var decided = earlier.of(words);
        for (var decision : inOrder(decided)) {
            var name =
                    all.find(decision.getKey()).map(concept -> concept.name()).orElse("");
            if (fits(asked, decision.getKey(), name)) {
                var candidate = new Candidate(decision.getKey(), name, decision.getValue(), Optional.empty());
                found.put(candidate.id(), candidate);
            }
        }
        for (var hit : asked.isEmpty() ? named(words, limit) : all.search(asked, limit)) {
            var id = hit.concept().id();
            int times = decided.getOrDefault(id, 0);
            found.put(id, new Candidate(id, hit.concept().name(), times, Optional.of(hit)));
        }
        return found.values().stream().limit(limit).toList();
    }

    /// Gives the concepts to every confirmed mention of these words and this type that has none yet, as one action.
    ///
    /// @param documentId only in this document; otherwise in all of the project
    public Spread spread(
            String words, String type, List<String> concepts, Optional<String> documentId, JobContext context) {
        var ids = documentId.map(List::of).orElseGet(() -> workbench.store().using(SchemaPart.ENTITY, type));
        var same = EarlierConcepts.folded(words);
        var edits = new ArrayList<DocumentEdit>();
        int mentions = 0;
        int kept = 0;
        for (int i = 0; i < ids.size(); i++) {
            context.checkCancelled();
            context.report(new Progress(i, ids.size(), "reading " + ids.get(i)));
            var document = workbench.document(ids.get(i));
            var alike = alike(document, same, type);
            var bare = alike.stream()
                    .filter(mention -> mention.concepts().isEmpty())
                    .toList();
            kept += (int) alike.stream()
                    .filter(mention ->
                            !mention.concepts().isEmpty() && !mention.concepts().equals(concepts))
                    .count();
            mentions += bare.size();
            if (!bare.isEmpty()) edits.add(new DocumentEdit(document.id(), edit(bare, concepts)));
        }
        var title = "Set " + String.join(" ", concepts) + " on “" + words.strip() + "”";
        workbench.performAll(title, edits);
        return new Spread(title, mentions, edits.size(), kept);
    }

    private static List<Mention> alike(AnnotatedDocument document, String folded, String type) {
        return document.mentions()
                .filter(mention -> mention.standing() == Standing.CONFIRMED
                        && mention.type().equals(type))
                .filter(mention ->
                        EarlierConcepts.folded(mention.in(document.text())).equals(folded))
                .toList();
    }

    private static Edit edit(List<Mention> mentions, List<String> concepts) {
        return Edit.group(mentions.stream()
                .map(mention -> new Edit.Replace(mention, mention.withConcepts(concepts)))
                .toArray(Edit[]::new));
    }

    private static List<Map.Entry<String, Integer>> inOrder(Map<String, Integer> decided) {
        return decided.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private static boolean fits(String asked, String id, String name) {
        var wanted = asked.toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).contains(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// Where nobody has a name for all the words, the longest part of them that somebody calls so.
    private List<TermHit> named(String words, int limit) throws IOException {
        var all = terminologies.get();
        var whole = all.search(words, limit);
        var parts = List.of(words.strip().split("\\s+"));
        if (!whole.isEmpty() || parts.size() > MOST_PARTS) return whole;
        for (int length = parts.size() - 1; length > 0; length--) {
            for (int start = parts.size() - length; start >= 0; start--) {
                var part = String.join(" ", parts.subList(start, start + length));
                var hits = all.named(part, limit);
                if (!hits.isEmpty()) return hits;
            }
        }
        return List.of();
    }
}
