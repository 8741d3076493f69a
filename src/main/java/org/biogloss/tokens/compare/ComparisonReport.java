package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What was compared, as tables that spreadsheets and papers take: CSV and Markdown.
///
/// @param text    the text at hand, piece by piece
/// @param corpus  the figures of a corpus, where one was measured
/// @param terms   terms against vocabularies
/// @param lengths data sets against vocabularies, where they were measured
/// @param overlap what the vocabularies share
public record ComparisonReport(
        Optional<SideBySide> text,
        Optional<CorpusFigures> corpus,
        Optional<TermTable> terms,
        Optional<LengthTable> lengths,
        Optional<VocabularyOverlap> overlap) {

    private record Table(String title, List<String> head, List<List<String>> rows) {}

    /// One piece a row: `tokenizer, number, piece, id, start, end, text, ringed, unknown`; offsets in UTF-16 units.
    public static String piecesAsCsv(SideBySide sides) {
        var csv = new StringBuilder("tokenizer,number,piece,id,start,end,text,ringed,unknown\n");
        for (var column : sides.columns()) {
            for (int i = 0; i < column.count(); i++) {
                var tile = column.tiles().get(i);
                csv.append(line(List.of(
                        column.name(),
                        String.valueOf(i + 1),
                        tile.piece(),
                        String.valueOf(tile.id()),
                        String.valueOf(tile.span().start()),
                        String.valueOf(tile.span().end()),
                        tile.span().in(sides.text()),
                        String.valueOf(tile.ringed()),
                        String.valueOf(tile.unknown()))));
            }
        }
        return csv.toString();
    }

    /// All tables but that of the pieces, one below the other with an empty line between.
    public String asCsv() {
        return tables().stream()
                .map(table -> line(List.of(table.title()))
                        + line(table.head())
                        + table.rows().stream().map(ComparisonReport::line).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    public String asMarkdown() {
        return tables().stream()
                .map(table -> "## " + table.title() + "\n\n" + row(table.head()) + "|"
                        + "---|".repeat(1) + "---:|".repeat(table.head().size() - 1) + "\n"
                        + table.rows().stream().map(ComparisonReport::row).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private List<Table> tables() {
        var tables = new ArrayList<Table>();
        text.filter(sides -> !sides.text().isBlank())
                .map(ComparisonReport::counts)
                .ifPresent(tables::add);
        corpus.map(ComparisonReport::figures).ifPresent(tables::add);
        terms.map(ComparisonReport::terms).ifPresent(tables::add);
        lengths.map(ComparisonReport::lengths).ifPresent(tables::add);
        overlap.map(ComparisonReport::shared).ifPresent(tables::add);
        return tables;
    }

    private static Table counts(SideBySide sides) {
        var rows = sides.columns().stream()
                .map(column -> List.of(
                        column.name(),
                        number("%,d", column.count()),
                        number("%,d", column.ringed()),
                        number("%,d", column.unknown()),
                        number("%,d", column.lost().size())))
                .toList();
        return new Table(
                "The text", List.of("Vocabulary", "Pieces", "Cut elsewhere by another", "Unknown", "Lost"), rows);
    }

    private static Table figures(CorpusFigures figures) {
        var rows = new ArrayList<List<String>>();
        rows.add(cells("Pieces in the vocabulary", figures, c -> number("%,d", c.size())));
        rows.add(cells("Pieces a document", figures, c -> number("%.1f", c.piecesPerDocument())));
        rows.add(cells("Pieces a word (fertility)", figures, c -> number("%.3f", c.fertility())));
        rows.add(cells("Words kept whole", figures, c -> percent(c.wholeWords())));
        rows.add(cells("Unknown pieces", figures, c -> percent(c.unknownShare())));
        rows.add(cells("Characters a piece", figures, c -> number("%.2f", c.charactersPerPiece())));
        for (int limit : CorpusFigures.LIMITS) {
            rows.add(cells(
                    "Documents beyond " + limit,
                    figures,
                    c -> number("%,d", figures.beyond(figures.columns().indexOf(c), limit))));
        }
        for (var type : figures.types()) {
            rows.add(cells(
                    type + " kept whole", figures, c -> percent(c.mentions(type).share())));
        }
        var totals = figures.totals();
        return new Table(
                number("%s: %,d documents, %,d words", figures.corpus(), totals.documents(), totals.words()),
                head(
                        "",
                        figures.columns().stream()
                                .map(CorpusFigures.Column::name)
                                .toList()),
                rows);
    }

    private static List<String> cells(
            String heading, CorpusFigures figures, java.util.function.Function<CorpusFigures.Column, String> cell) {
        return head(heading, figures.columns().stream().map(cell).toList());
    }

    private static Table terms(TermTable terms) {
        var rows = terms.rows().stream()
                .map(row -> head(
                        row.term(),
                        row.cells().stream().map(TermTable.Cell::inWords).toList()))
                .toList();
        return new Table("Terms", head("Term", terms.tokenizers()), rows);
    }

    private static Table lengths(LengthTable lengths) {
        var columns = new ArrayList<>(List.of("Data set", "Inputs"));
        columns.addAll(lengths.tokenizers());
        columns.add("Paper: BERT");
        columns.add("Paper: PubMedBERT");
        var rows = new ArrayList<List<String>>();
        for (var row : lengths.rows()) {
            var cells = new ArrayList<>(List.of(row.set(), number("%,d", row.inputs())));
            row.means().forEach(mean -> cells.add(number("%.1f", mean)));
            cells.add(row.paper().map(paper -> number("%.1f", paper.general())).orElse(""));
            cells.add(row.paper().map(paper -> number("%.1f", paper.own())).orElse(""));
            rows.add(cells);
        }
        return new Table("Pieces an input", columns, rows);
    }

    private static Table shared(VocabularyOverlap overlap) {
        var names =
                overlap.columns().stream().map(VocabularyOverlap.Column::name).toList();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < names.size(); i++) {
            var cells = new ArrayList<>(List.of(names.get(i)));
            overlap.shared().get(i).forEach(count -> cells.add(number("%,d", count)));
            cells.add(number("%,d", overlap.columns().get(i).only().size()));
            rows.add(cells);
        }
        var columns = new ArrayList<>(head("Shared pieces", names));
        columns.add("Only here");
        return new Table("Vocabularies", columns, rows);
    }

    private static List<String> head(String first, List<String> others) {
        var head = new ArrayList<>(List.of(first));
        head.addAll(others);
        return head;
    }

    private static String row(List<String> cells) {
        return "| " + cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ")) + " |\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ComparisonReport::quoted).collect(Collectors.joining(",")) + "\n";
    }

    private static String quoted(String text) {
        return text.matches("[\\p{L}\\p{N}_ .%-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String percent(double share) {
        return number("%.2f %%", share * 100);
    }
}
