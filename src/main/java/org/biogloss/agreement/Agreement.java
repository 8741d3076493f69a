package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All measures of a study that say something: of what nobody has, there is no figure.
///
/// @param overall  of all annotators together, by the measure's name
/// @param pairs    of each two of them
public record Agreement(Study study, Map<String, Figure> overall, List<OfPair> pairs) {

    /// @param figures by the measure's name
    /// @param byType  F1 of borders and type, by type of mention
    public record OfPair(int one, int other, Map<String, Figure> figures, Map<String, Figure> byType) {}

    /// Computes all of them, with bootstrap intervals over documents.
    public static Agreement of(Study study) {
        int documents = study.documents().size();
        boolean mentions = !study.types().isEmpty();
        boolean labels = has(study, opinion -> !opinion.labels().isEmpty());
        var overall = new LinkedHashMap<String, Figure>();
        if (mentions) {
            var words = Ratings.ofWords(study);
            overall.put("Fleiss' kappa, words", Bootstrap.of(Kappa.fleiss(words), documents));
            overall.put("Krippendorff's alpha, words", Bootstrap.of(NominalAlpha.of(words), documents));
            overall.put("Krippendorff's alpha, unitizing", Bootstrap.of(new UnitizingAlpha(study), documents));
        }
        if (labels) {
            var ratings = Ratings.ofDocuments(study);
            overall.put("Fleiss' kappa, document labels", Bootstrap.of(Kappa.fleiss(ratings), documents));
            overall.put("Krippendorff's alpha, document labels", Bootstrap.of(NominalAlpha.of(ratings), documents));
        }
        var pairs = new ArrayList<OfPair>();
        for (int one = 0; one < study.annotators().size(); one++) {
            for (int other = one + 1; other < study.annotators().size(); other++) {
                pairs.add(pair(study, one, other));
            }
        }
        return new Agreement(study, overall, pairs);
    }

    private static OfPair pair(Study study, int one, int other) {
        var pair = study.pair(one, other);
        int documents = pair.documents().size();
        var figures = new LinkedHashMap<String, Figure>();
        if (!pair.types().isEmpty()) {
            for (var match : Match.values()) {
                figures.put("F1, " + match.words(), Bootstrap.of(F1.ofMentions(pair, match), documents));
            }
            figures.put("Cohen's kappa, words", Bootstrap.of(Kappa.cohen(Ratings.ofWords(pair)), documents));
        }
        if (has(pair, opinion -> !opinion.relations().isEmpty())) {
            figures.put("F1, relations", Bootstrap.of(F1.ofRelations(pair), documents));
        }
        if (has(pair, opinion -> !opinion.labels().isEmpty())) {
            figures.put(
                    "Cohen's kappa, document labels", Bootstrap.of(Kappa.cohen(Ratings.ofDocuments(pair)), documents));
        }
        var byType = new LinkedHashMap<String, Figure>();
        for (var type : pair.types()) {
            byType.put(type, Bootstrap.of(F1.ofMentions(pair.ofType(type), Match.EXACT), documents));
        }
        return new OfPair(one, other, figures, byType);
    }

    private static boolean has(Study study, java.util.function.Predicate<Study.Opinion> something) {
        return study.documents().stream()
                .flatMap(item -> item.opinions().stream())
                .anyMatch(something);
    }

    /// Names of two, as a heading.
    public String names(OfPair pair) {
        return study.annotators().get(pair.one()) + " and " + study.annotators().get(pair.other());
    }

    /// As a page of Markdown.
    public String markdown() {
        var page = new StringBuilder("# Agreement\n\n");
        page.append("%,d documents; %s. In brackets: 95 %% bootstrap intervals over documents.\n"
                .formatted(study.documents().size(), String.join(", ", study.annotators())));
        if (!overall.isEmpty()) table(page, "All together", overall);
        for (var pair : pairs) {
            table(page, names(pair), pair.figures());
            if (pair.byType().size() > 1) table(page, names(pair) + ", F1 by type", pair.byType());
        }
        if (!study.remarks().isEmpty()) {
            page.append("\nNot compared:\n\n");
            study.remarks().forEach(remark -> page.append("- ").append(remark).append('\n'));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String heading, Map<String, Figure> figures) {
        page.append("\n## ").append(heading).append("\n\n| | |\n|---|---|\n");
        figures.forEach(
                (name, figure) -> page.append("| %s | %s |\n".formatted(name.replace("|", "\\|"), figure.words())));
    }
}
