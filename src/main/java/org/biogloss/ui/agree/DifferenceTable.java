package org.biogloss.ui.agree;

import java.util.List;
import org.biogloss.agreement.Agreement;

/// Differences as comma-separated values: for a spreadsheet in which two people talk them over.
final class DifferenceTable {

    private DifferenceTable() {}

    static String csv(Agreement agreement, List<AgreeViewModel.Difference> rows) {
        var csv = new StringBuilder("document,start,end,difference,first,first says,second,second says\n");
        var names = agreement.study().annotators();
        for (var row : rows) {
            csv.append(quoted(row.of().document())).append(',');
            csv.append(row.of().place().start()).append(',');
            csv.append(row.of().place().end()).append(',');
            csv.append(quoted(kind(AgreeViewModel.Filter.of(row.of())))).append(',');
            csv.append(quoted(names.get(row.between().one()))).append(',');
            csv.append(quoted(row.words(true))).append(',');
            csv.append(quoted(names.get(row.between().other()))).append(',');
            csv.append(quoted(row.words(false))).append('\n');
        }
        return csv.toString();
    }

    /// Such as `Borders` or `Relation: only left`.
    static String kind(AgreeViewModel.Filter filter) {
        var kind = Words.TEXT.get("kind." + filter.kind().name());
        return switch (filter.thing()) {
            case MENTION -> kind;
            case RELATION -> Words.TEXT.get("thing.relation", kind);
            case LABEL -> Words.TEXT.get("thing.label", kind);
        };
    }

    private static String quoted(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
