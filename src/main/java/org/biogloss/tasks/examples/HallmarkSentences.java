package org.biogloss.tasks.examples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.biogloss.tasks.LabelledText;

/// The abstracts of HoC from BLURB's rows of sentences: labels as `0_0,1_1,…`, the sentence, and `PMID_sN`. An abstract
/// is its sentences joined by blanks, and carries what any of them carries.
final class HallmarkSentences {

    /// The hallmarks of cancer, in the order of their numbers.
    static final List<String> HALLMARKS = List.of(
            "activating invasion and metastasis",
            "avoiding immune destruction",
            "cellular energetics",
            "enabling replicative immortality",
            "evading growth suppressors",
            "genomic instability and mutation",
            "inducing angiogenesis",
            "resisting cell death",
            "sustaining proliferative signaling",
            "tumor promoting inflammation");

    private record Paper(List<String> sentences, TreeSet<Integer> labels) {}

    private final Map<String, Paper> papers = new LinkedHashMap<>();

    static boolean isHeader(String line) {
        return line.strip().toLowerCase(Locale.ROOT).startsWith("labels\t");
    }

    /// @throws IllegalArgumentException with words, if the row is no sentence of an abstract
    void add(String row) {
        var cells = row.split("\t", -1);
        if (cells.length != 3) {
            throw new IllegalArgumentException(
                    "it has " + cells.length + " columns; there should be labels, a sentence and an id");
        }
        var labels = new TreeSet<Integer>();
        for (var flag : cells[0].split(",")) {
            if (!flag.matches("[0-9]_[01]")) {
                throw new IllegalArgumentException("its labels are not written as 0_0,1_1,…,9_0: " + cells[0]);
            }
            if (flag.endsWith("1")) labels.add(flag.charAt(0) - '0');
        }
        var document = cells[2].strip().split("_", 2)[0];
        var known = papers.computeIfAbsent(document, _ -> new Paper(new ArrayList<>(), new TreeSet<>()));
        known.sentences().add(cells[1].strip());
        known.labels().addAll(labels);
    }

    List<LabelledText> texts() {
        return papers.entrySet().stream()
                .map(entry -> new LabelledText(
                        entry.getKey(),
                        String.join(" ", entry.getValue().sentences()),
                        entry.getValue().labels().stream().map(HALLMARKS::get).toList()))
                .toList();
    }

    /// The names of those that are marked with a 1.
    ///
    /// @throws IllegalArgumentException if there is not one mark for each hallmark
    static List<String> named(List<String> marks) {
        if (marks.size() != HALLMARKS.size() || !marks.stream().allMatch(mark -> mark.matches("[01]"))) {
            throw new IllegalArgumentException(
                    "its label is neither a name nor ten marks, one for each hallmark of cancer: " + marks);
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < HALLMARKS.size(); i++) if (marks.get(i).equals("1")) names.add(HALLMARKS.get(i));
        return names;
    }
}
