package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.biogloss.document.Mention;

/// What each annotator calls each of the things that all of them had before them: words, or documents.
///
/// @param categories  all names in use
/// @param byDocument  for each document its things; of each, the number of the category that each annotator gave it
/// @param what        they are, in one word
record Ratings(List<String> categories, List<List<int[]>> byDocument, String what) {

    /// A run of letters and digits, or any other single sign.
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+|[^\\s\\p{L}\\p{N}]");

    private static final String NOTHING = "none";

    /// Each word with the type of the longest mention that covers it.
    static Ratings ofWords(Study study) {
        var names = new ArrayList<String>(List.of(NOTHING));
        names.addAll(study.types());
        var numbers = Study.numbered(names);
        var documents = new ArrayList<List<int[]>>();
        for (var item : study.documents()) {
            var words = WORD.matcher(item.text()).results().toList();
            var ratings = new ArrayList<int[]>();
            for (int i = 0; i < words.size(); i++)
                ratings.add(new int[study.annotators().size()]);
            for (int annotator = 0; annotator < study.annotators().size(); annotator++) {
                for (var mention : shortestFirst(item.by(annotator).mentions())) {
                    int number = numbers.getOrDefault(mention.type(), 0);
                    for (var span : mention.spans()) {
                        int at = firstEndingAfter(words, span.start());
                        for (; at < words.size() && words.get(at).start() < span.end(); at++) {
                            ratings.get(at)[annotator] = number;
                        }
                    }
                }
            }
            documents.add(ratings);
        }
        return new Ratings(names, documents, "word");
    }

    /// So that the longest has the last word.
    private static List<Mention> shortestFirst(List<Mention> mentions) {
        return mentions.stream()
                .sorted(Comparator.comparingInt(
                                (Mention mention) -> mention.hull().length())
                        .thenComparing(Mention::type))
                .toList();
    }

    private static int firstEndingAfter(List<java.util.regex.MatchResult> words, int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// Each document with its label, where nobody gives more than one; else each label of each document, given or not.
    static Ratings ofDocuments(Study study) {
        var labels = new TreeSet<String>();
        boolean single = true;
        for (var item : study.documents()) {
            for (var opinion : item.opinions()) {
                labels.addAll(opinion.labels());
                single &= opinion.labels().size() <= 1;
            }
        }
        return single ? byLabel(study, labels) : byYesOrNo(study, labels);
    }

    private static Ratings byLabel(Study study, TreeSet<String> labels) {
        var names = new ArrayList<String>(List.of(NOTHING));
        names.addAll(labels);
        var numbers = Study.numbered(names);
        var documents = study.documents().stream()
                .map(item -> List.of(item.opinions().stream()
                        .mapToInt(opinion -> opinion.labels().stream()
                                .findFirst()
                                .map(label -> numbers.getOrDefault(label, 0))
                                .orElse(0))
                        .toArray()))
                .toList();
        return new Ratings(names, documents, "document");
    }

    private static Ratings byYesOrNo(Study study, TreeSet<String> labels) {
        var documents = study.documents().stream()
                .map(item -> labels.stream()
                        .map(label -> item.opinions().stream()
                                .mapToInt(opinion -> opinion.labels().contains(label) ? 1 : 0)
                                .toArray())
                        .toList())
                .toList();
        return new Ratings(List.of("no", "yes"), documents, "label of a document");
    }

    boolean isEmpty() {
        return byDocument.stream().allMatch(List::isEmpty);
    }

    /// How often each two categories met in one document, over all ordered pairs of annotators: the coincidences that
    /// Krippendorff counts, each divided by the number of annotators less one.
    double[][] coincidences(int document) {
        int size = categories.size();
        var met = new double[size][size];
        for (var rating : byDocument.get(document)) {
            for (int i = 0; i < rating.length; i++) {
                for (int j = 0; j < rating.length; j++) {
                    if (i != j) met[rating[i]][rating[j]] += 1.0 / (rating.length - 1);
                }
            }
        }
        return met;
    }
}
