package org.biogloss.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.biogloss.document.AnnotatedDocument;

/// Collects what happens to one file. Keeps a bounded number of lines, so that a huge broken file cannot fill the
/// memory; counts the rest.
final class Findings {

    private static final int KEPT = 10_000;

    private final List<Repair> repaired = new ArrayList<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final Map<String, Integer> units = new LinkedHashMap<>();
    private int moreRepaired;
    private int moreRejected;
    private int documents;
    private int mentions;
    private int relations;

    void repaired(String where, String what) {
        if (repaired.size() < KEPT) repaired.add(new Repair(where, what));
        else moreRepaired++;
    }

    void rejected(String where, String why) {
        if (rejected.size() < KEPT) rejected.add(new Rejection(where, why));
        else moreRejected++;
    }

    /// The document's offsets were understood so.
    void counted(String unit) {
        units.merge(unit, 1, Integer::sum);
    }

    void took(AnnotatedDocument document) {
        documents++;
        mentions += (int) document.mentions().count();
        relations += (int) document.relations().count();
    }

    int documents() {
        return documents;
    }

    boolean hasRejections() {
        return !rejected.isEmpty();
    }

    FileReport report(String path, Format format) {
        if (moreRepaired > 0) repaired.add(new Repair("further on", "more repairs like these", moreRepaired));
        if (moreRejected > 0) rejected.add(new Rejection("further on", "more rejections like these", moreRejected));
        return new FileReport(path, format.id(), unit(), documents, mentions, relations, repaired, rejected);
    }

    /// The unit, or where documents differ each with its number, the commonest first.
    private String unit() {
        if (units.isEmpty()) return "none";
        if (units.size() == 1) return units.keySet().iterator().next();
        return units.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(entry -> "%s (%,d documents)".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
