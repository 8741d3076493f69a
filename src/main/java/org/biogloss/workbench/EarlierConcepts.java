package org.biogloss.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Mention;
import org.biogloss.document.Standing;
import org.biogloss.store.ProjectStore;

/// Which concepts people have given to which words in this project, kept in memory. It reads at the first question, and
/// then only what the journal says has changed since the last.
final class EarlierConcepts {

    /// From so many changed documents on, reading those with concepts anew is quicker.
    private static final int MANY = 500;

    private static final long PATIENCE = 300;

    /// What one document says: concepts by folded words.
    private record Said(Map<String, List<String>> byWords) {}

    private final ProjectStore store;
    private final Map<String, Said> documents = new HashMap<>();
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final ReentrantLock reading = new ReentrantLock();
    private long seen = -1;

    EarlierConcepts(ProjectStore store) {
        this.store = store;
    }

    /// How often each concept was given to these words; case and line breaks make no difference.
    /// Nothing where another thread is still reading a large project: nobody waits for that while typing.
    Map<String, Integer> of(String words) {
        try {
            if (!reading.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) return Map.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
        try {
            catchUp();
            return Map.copyOf(counts.getOrDefault(folded(words), Map.of()));
        } finally {
            reading.unlock();
        }
    }

    /// Reads what there is, so that the first question finds it read.
    void prepare() {
        reading.lock();
        try {
            catchUp();
        } finally {
            reading.unlock();
        }
    }

    static String folded(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private void catchUp() {
        long now = store.generation();
        if (now == seen) return;
        var changed = seen < 0 ? List.<String>of() : store.changedSince(seen);
        if (seen < 0 || changed.size() > MANY) {
            documents.clear();
            counts.clear();
            changed = store.withConcepts();
        }
        if (seen >= 0) store.goneSince(seen).forEach(this::forget);
        for (var id : changed) {
            forget(id);
            store.find(id).ifPresent(this::learn);
        }
        seen = now;
    }

    private void learn(AnnotatedDocument document) {
        var byWords = new HashMap<String, List<String>>();
        document.mentions()
                .filter(mention -> mention.standing() == Standing.CONFIRMED)
                .filter(mention -> !mention.concepts().isEmpty())
                .forEach(mention -> learn(byWords, document, mention));
        if (!byWords.isEmpty()) documents.put(document.id(), new Said(byWords));
    }

    private void learn(Map<String, List<String>> byWords, AnnotatedDocument document, Mention mention) {
        var words = folded(mention.in(document.text()));
        Set<String> concepts = new HashSet<>(mention.concepts());
        byWords.merge(
                words,
                List.copyOf(concepts),
                (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
        var count = counts.computeIfAbsent(words, _ -> new HashMap<>());
        for (var concept : concepts) count.merge(concept, 1, Integer::sum);
    }

    private void forget(String id) {
        var said = documents.remove(id);
        if (said == null) return;
        said.byWords().forEach((words, concepts) -> {
            var count = counts.getOrDefault(words, new HashMap<>());
            for (var concept : concepts) count.computeIfPresent(concept, (_, n) -> n == 1 ? null : n - 1);
            if (count.isEmpty()) counts.remove(words);
        });
    }
}
