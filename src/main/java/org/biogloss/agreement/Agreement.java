package org.biogloss.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// All measures of a study that say something: of what nobody has, there is no figure.
///
/// @param overall of all annotators together
/// @param byType  the unitizing alpha of all together, by type of mention; empty where there is one type only
/// @param pairs   of each two of them
public record Agreement(Study study, List<Line> overall, List<OfType> byType, List<OfPair> pairs) {

    /// @param byType F1 of each type of mention, strict and lenient
    public record OfPair(int one, int other, List<Line> figures, List<OfType> byType) {

        /// The figure that stands for the pair where there is room for one: F1 of mentions, or what else there is.
        public Line first() {
            return figures.isEmpty()
                    ? new Line("", new Figure.Undefined("neither says anything"), Line.MENTIONS)
                    : figures.getFirst();
        }
    }

    public record OfType(String type, List<Line> figures) {}

    public static Agreement of(Study study) {
        return of(study, JobContext.silent());
    }

    /// Computes all of them, with bootstrap intervals over documents.
    ///
    /// @throws java.util.concurrent.CancellationException if the job is cancelled
    public static Agreement of(Study study, JobContext context) {
        return new Computing(study, context).run();
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
        types(page, "All together, by type", byType);
        for (var pair : pairs) {
            table(page, names(pair), pair.figures());
            types(page, names(pair) + ", by type", pair.byType());
        }
        if (!study.remarks().isEmpty()) {
            page.append("\nNot compared:\n\n");
            study.remarks().forEach(remark -> page.append("- ").append(remark).append('\n'));
        }
        return page.toString();
    }

    private static void table(StringBuilder page, String heading, List<Line> lines) {
        page.append("\n## ").append(heading).append("\n\n| | |\n|---|---|\n");
        for (var line : lines) {
            page.append("| %s | %s |\n"
                    .formatted(cell(line.name()), cell(line.figure().words())));
        }
    }

    private static void types(StringBuilder page, String heading, List<OfType> types) {
        if (types.size() < 2) return;
        page.append("\n## ").append(heading).append("\n\n| |");
        types.getFirst()
                .figures()
                .forEach(line -> page.append(' ').append(cell(line.name())).append(" |"));
        page.append("\n|---|")
                .append("---|".repeat(types.getFirst().figures().size()))
                .append('\n');
        for (var type : types) {
            page.append("| ").append(cell(type.type())).append(" |");
            type.figures()
                    .forEach(line ->
                            page.append(' ').append(cell(line.figure().words())).append(" |"));
            page.append('\n');
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /// One line a figure: who, which type of mention if it is one type's, measure, value, interval, or why there is
    /// none.
    public String csv() {
        var csv = new StringBuilder("annotators,type,measure,value,from,to,undefined\n");
        var all = String.join(" + ", study.annotators());
        overall.forEach(line -> row(csv, all, "", line));
        byType.forEach(type -> type.figures().forEach(line -> row(csv, all, type.type(), line)));
        for (var pair : pairs) {
            var names = study.annotators().get(pair.one()) + " + "
                    + study.annotators().get(pair.other());
            pair.figures().forEach(line -> row(csv, names, "", line));
            pair.byType().forEach(type -> type.figures().forEach(line -> row(csv, names, type.type(), line)));
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, String names, String type, Line line) {
        csv.append(quoted(names)).append(',').append(quoted(type)).append(',').append(quoted(line.name()));
        switch (line.figure()) {
            case Figure.Undefined(var why) -> csv.append(",,,,").append(quoted(why));
            case Figure.Value(var value, var interval) -> {
                csv.append(String.format(Locale.ROOT, ",%.6f,", value));
                csv.append(interval.map(range -> String.format(Locale.ROOT, "%.6f,%.6f,", range.from(), range.to()))
                        .orElse(",,"));
            }
        }
        csv.append('\n');
    }

    static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /// Computes one figure after the other, and says how far it is.
    private static final class Computing {

        private final Study study;
        private final JobContext context;
        private final long total;
        private long done;

        Computing(Study study, JobContext context) {
            this.study = study;
            this.context = context;
            long people = study.annotators().size();
            total = people * (people - 1) / 2 + 1;
        }

        Agreement run() {
            var overall = overall();
            var byType = new ArrayList<OfType>();
            var types = study.types();
            if (types.size() > 1) {
                for (var type : types) {
                    var alpha = line(
                            "Krippendorff's alpha, unitizing",
                            new UnitizingAlpha(study.ofType(type)),
                            Line.MENTIONS.of(type));
                    byType.add(new OfType(type, List.of(alpha)));
                }
            }
            step();
            var pairs = new ArrayList<OfPair>();
            for (int one = 0; one < study.annotators().size(); one++) {
                for (int other = one + 1; other < study.annotators().size(); other++) {
                    pairs.add(pair(one, other));
                    step();
                }
            }
            return new Agreement(study, overall, byType, pairs);
        }

        private List<Line> overall() {
            var overall = new ArrayList<Line>();
            if (!study.types().isEmpty()) {
                var words = Ratings.ofWords(study);
                overall.add(line("Fleiss' kappa, words", Kappa.fleiss(words), Line.MENTIONS));
                overall.add(line("Krippendorff's alpha, words", NominalAlpha.of(words), Line.MENTIONS));
                overall.add(line("Krippendorff's alpha, unitizing", new UnitizingAlpha(study), Line.MENTIONS));
            }
            if (has(study, opinion -> !opinion.labels().isEmpty())) {
                var ratings = Ratings.ofDocuments(study);
                overall.add(line("Fleiss' kappa, document labels", Kappa.fleiss(ratings), Line.LABELS));
                overall.add(line("Krippendorff's alpha, document labels", NominalAlpha.of(ratings), Line.LABELS));
            }
            return overall;
        }

        private OfPair pair(int one, int other) {
            var pair = study.pair(one, other);
            var figures = new ArrayList<Line>();
            if (!pair.types().isEmpty()) {
                for (var match : Match.values()) {
                    figures.add(line("F1, " + match.words(), F1.ofMentions(pair, match), Line.behind(match)));
                }
                figures.add(line("Cohen's kappa, words", Kappa.cohen(Ratings.ofWords(pair)), Line.MENTIONS));
            }
            if (has(pair, opinion -> !opinion.relations().isEmpty())) {
                figures.add(line("F1, relations", F1.ofRelations(pair), Line.RELATIONS));
            }
            if (has(pair, opinion -> !opinion.labels().isEmpty())) {
                figures.add(
                        line("Cohen's kappa, document labels", Kappa.cohen(Ratings.ofDocuments(pair)), Line.LABELS));
            }
            var byType = new ArrayList<OfType>();
            for (var type : pair.types()) byType.add(ofType(pair, type));
            return new OfPair(one, other, figures, byType);
        }

        private OfType ofType(Study pair, String type) {
            var alone = pair.ofType(type);
            return new OfType(
                    type,
                    List.of(
                            line(
                                    "F1, borders and type",
                                    F1.ofMentions(alone, Match.EXACT),
                                    Line.behind(Match.EXACT).of(type)),
                            line(
                                    "F1, overlapping, same type",
                                    F1.ofMentions(alone, Match.TYPE),
                                    Line.behind(Match.TYPE).of(type)),
                            line("Cohen's kappa, words", Kappa.cohen(Ratings.ofWords(alone)), Line.MENTIONS.of(type))));
        }

        private Line line(String name, Measure measure, Line.Behind behind) {
            context.checkCancelled();
            return new Line(name, Bootstrap.of(measure, study.documents().size(), context), behind);
        }

        private void step() {
            context.report(new Progress(++done, total, "measured"));
        }

        private static boolean has(Study study, Predicate<Study.Opinion> something) {
            return study.documents().stream()
                    .flatMap(item -> item.opinions().stream())
                    .anyMatch(something);
        }
    }
}
