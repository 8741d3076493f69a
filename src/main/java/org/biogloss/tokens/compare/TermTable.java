package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Terms against vocabularies: what becomes of each term in each inside a text, as in Table 1 of the PubMedBERT paper
/// (arXiv
/// 2007.15779).
///
/// @param tokenizers the columns' names
public record TermTable(List<String> tokenizers, List<Row> rows) {

    /// The terms of the paper's table.
    public static final List<String> PAPER = List.of(
            "diabetes",
            "leukemia",
            "lithium",
            "insulin",
            "DNA",
            "promoter",
            "hypertension",
            "nephropathy",
            "lymphoma",
            "lidocaine",
            "oropharyngeal",
            "cardiomyocyte",
            "chloramphenicol",
            "RecA",
            "acetyltransferase",
            "clonidine",
            "naloxone");

    /// @param cells one a vocabulary
    public record Row(String term, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param parts the term's pieces as one reads them, without marks of continuing
    public record Cell(List<String> parts, boolean unknown) {

        public Cell {
            parts = List.copyOf(parts);
        }

        /// Whether the term is one piece of the vocabulary.
        public boolean isWhole() {
            return parts.size() == 1 && !unknown;
        }

        /// As the paper writes it: `✓`, or the parts with hyphens between them.
        public String inWords() {
            return isWhole() ? "✓" : parts.stream().collect(Collectors.joining("-"));
        }
    }

    public TermTable {
        tokenizers = List.copyOf(tokenizers);
        rows = List.copyOf(rows);
    }

    public static TermTable of(List<String> terms, List<NamedTokenizer> tokenizers) {
        var rows = new ArrayList<Row>();
        for (var term : terms) {
            rows.add(new Row(
                    term, tokenizers.stream().map(one -> cell(term, one)).toList()));
        }
        return new TermTable(tokenizers.stream().map(NamedTokenizer::name).toList(), rows);
    }

    /// How many of the terms a vocabulary has whole.
    public long whole(int column) {
        return rows.stream().filter(row -> row.cells().get(column).isWhole()).count();
    }

    private static Cell cell(String term, NamedTokenizer one) {
        boolean bytes = one.tokenizer().writesBytes();
        var encoding = one.tokenizer().encode(bytes ? " " + term : term);
        boolean unknown = false;
        for (int id : encoding.ids()) unknown |= one.isUnknown(id);
        return new Cell(
                encoding.pieces().stream()
                        .map(piece -> PieceText.of(piece, bytes).spelt())
                        .toList(),
                unknown);
    }
}
