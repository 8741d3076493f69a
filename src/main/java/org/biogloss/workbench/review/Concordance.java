package org.biogloss.workbench.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;
import org.biogloss.search.Abbreviations;
import org.biogloss.search.Occurrences;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.review.Variant.Tie;

/// Finds the occurrences of a name and of what it abbreviates or is abbreviated by, document by document.
///
/// First come the documents that hold the name. Where one of them explains an abbreviation of it, the other form is
/// looked for there too, and afterwards in all the others.
///
/// @param candidates the ids of the documents, among those to be looked at, that may hold one of the names
/// @param layer      whose finished work counts as annotated
public record Concordance(ProjectStore store, Function<Occurrences, List<String>> candidates, String layer) {

    /// Other forms of a name that are worth a look; the rest are accidents of brackets.
    private static final int MOST_FORMS = 8;

    private static final int BATCH = 200;
    private static final long BATCH_NANOS = 50_000_000;

    /// @param found told some hits at a time, the first at once
    public void find(Asked asked, Consumer<List<Hit>> found, JobContext context) {
        new Search(asked, found, context).run();
    }

    /// One run: what is known so far of the forms of the name.
    private final class Search {

        private final Asked asked;
        private final Occurrences name;
        private final Consumer<List<Hit>> found;
        private final JobContext context;
        private final Map<String, Variant> variants = new HashMap<>();
        private final Map<String, Occurrences> patterns = new HashMap<>();

        /// The other forms, how often each was explained, and what it is to the name.
        private final Map<String, Integer> forms = new LinkedHashMap<>();

        private final Map<String, Tie> ties = new HashMap<>();
        private final Set<String> holdingName = new HashSet<>();
        private final Set<String> explained = new HashSet<>();
        private final List<Hit> waiting = new ArrayList<>();
        private long told;

        Search(Asked asked, Consumer<List<Hit>> found, JobContext context) {
            this.asked = asked;
            this.found = found;
            this.context = context;
            this.name = new Occurrences(List.of(asked.name()));
        }

        void run() {
            if (name.isBlank()) return;
            through(name, this::first);
            var others = forms.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MOST_FORMS)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!others.isEmpty()) {
                var pattern = new Occurrences(others);
                through(pattern, document -> others(document, others, pattern));
            }
        }

        private void through(Occurrences pattern, Consumer<AnnotatedDocument> look) {
            var ids = candidates.apply(pattern);
            int done = 0;
            for (var id : ids) {
                context.checkCancelled();
                store.find(id).ifPresent(look);
                if (++done % 50 == 0) context.report(new Progress(done, ids.size(), "documents read"));
            }
            tell();
        }

        private void first(AnnotatedDocument document) {
            var spans = spans(name, document.text());
            if (spans.isEmpty()) return;
            holdingName.add(document.id());
            for (var span : spans) add(document, span, asked.name(), Tie.SPELLING);
            var seen = new HashSet<String>();
            for (var abbreviation : Abbreviations.in(document.text())) {
                boolean isShort = spans.contains(abbreviation.shortForm());
                if (!isShort && !spans.contains(abbreviation.longForm())) continue;
                var other = isShort ? abbreviation.longForm() : abbreviation.shortForm();
                var form = other.in(document.text()).replaceAll("\\s+", " ");
                if (!spans(name, form).isEmpty() && spans(name, form).getFirst().length() == form.length()) continue;
                var tie = isShort ? Tie.LONG_FORM : Tie.SHORT_FORM;
                forms.merge(form, 1, Integer::sum);
                ties.putIfAbsent(form, tie);
                if (!seen.add(form)) continue;
                explained.add(document.id() + "\n" + form);
                for (var span : spans(pattern(form), document.text())) {
                    if (spans.stream().noneMatch(span::overlaps)) add(document, span, form, tie);
                }
            }
        }

        private void others(AnnotatedDocument document, List<String> others, Occurrences pattern) {
            var text = document.text();
            var known = spans(name, text);
            var elsewhere = Abbreviations.in(text);
            for (var one : pattern.in(text)) {
                var form = others.get(one.name());
                if (explained.contains(document.id() + "\n" + form)) continue;
                if (known.stream().anyMatch(one.span()::overlaps)) continue;
                var tie = ties.getOrDefault(form, Tie.UNEXPLAINED);
                if (tie == Tie.SHORT_FORM && !holdingName.contains(document.id())) {
                    if (isExplained(elsewhere, form, text)) continue; // It stands for something else here.
                    tie = Tie.UNEXPLAINED;
                }
                add(document, one.span(), form, tie);
            }
        }

        private static boolean isExplained(List<Abbreviations.Abbreviation> known, String form, String text) {
            return known.stream().anyMatch(one -> one.shortForm().in(text).equals(form));
        }

        private void add(AnnotatedDocument document, Span span, String form, Tie tie) {
            var place = Place.of(document, span);
            var variant = variants.computeIfAbsent(tie + "\n" + place.text(), _ -> Variant.of(form, place.text(), tie));
            waiting.add(new Hit(place, variant, Present.at(document, span, asked.type(), layer)));
            if (waiting.size() >= BATCH || System.nanoTime() - told > BATCH_NANOS) tell();
        }

        private void tell() {
            if (waiting.isEmpty()) return;
            found.accept(List.copyOf(waiting));
            waiting.clear();
            told = System.nanoTime();
        }

        private Occurrences pattern(String form) {
            return patterns.computeIfAbsent(form, one -> new Occurrences(List.of(one)));
        }

        private static List<Span> spans(Occurrences pattern, String text) {
            return pattern.in(text).stream().map(Occurrences.Occurrence::span).toList();
        }
    }
}
