package org.biogloss.tokens.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.biogloss.jobs.JobContext;
import org.biogloss.jobs.Progress;

/// Data sets against vocabularies: how many pieces an input has on average, as in Table 8 of the PubMedBERT paper
/// (arXiv 2007.15779).
///
/// @param tokenizers the columns' names
public record LengthTable(List<String> tokenizers, List<Row> rows) {

    /// @param inputs how many the data set has
    /// @param means  pieces an input, one a vocabulary
    /// @param paper  what the paper says of this set, where it does
    public record Row(String set, long inputs, List<Double> means, Optional<Published> paper) {

        public Row {
            means = List.copyOf(means);
        }

        /// By which share a vocabulary's inputs are longer than those of the first one; below zero, shorter.
        public double change(int column) {
            return means.getFirst() == 0 ? 0 : means.get(column) / means.getFirst() - 1;
        }
    }

    /// A row of the paper's table: mean pieces with BERT's vocabulary and with PubMedBERT's.
    public record Published(String set, double general, double own) {

        /// By which share the inputs are shorter with the vocabulary of the domain; below zero.
        public double change() {
            return own / general - 1;
        }
    }

    /// The paper's Table 8. It does not say whether the pieces that frame an input are counted.
    public static final List<Published> PAPER = List.of(
            new Published("BC5", 35.9, 28.0),
            new Published("NCBI-disease", 34.2, 27.4),
            new Published("BC2GM", 38.5, 30.5),
            new Published("JNLPBA", 33.7, 26.0),
            new Published("EBM-PICO", 30.7, 25.1),
            new Published("ChemProt", 75.4, 55.5),
            new Published("DDI", 106.0, 75.9),
            new Published("GAD", 47.0, 35.7),
            new Published("BIOSSES", 80.7, 61.6),
            new Published("HoC", 40.6, 31.0),
            new Published("PubMedQA", 343.1, 293.0),
            new Published("BioASQ", 702.4, 541.4));

    public LengthTable {
        tokenizers = List.copyOf(tokenizers);
        rows = List.copyOf(rows);
    }

    /// Measures each set; one that has no text is left out.
    ///
    /// @throws IOException with words, if a set cannot be read
    public static LengthTable of(List<Passages> sets, List<NamedTokenizer> tokenizers, JobContext context)
            throws IOException {
        var cutters = tokenizers.stream().map(Cutter::new).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < sets.size(); i++) {
            context.checkCancelled();
            context.report(new Progress(i, sets.size(), sets.get(i).name()));
            rows.addAll(row(sets.get(i), cutters, context).stream().toList());
        }
        return new LengthTable(tokenizers.stream().map(NamedTokenizer::name).toList(), rows);
    }

    private static Optional<Row> row(Passages set, List<Cutter> cutters, JobContext context) throws IOException {
        var pieces = new long[cutters.size()];
        var inputs = new long[1];
        set.each(
                passage -> {
                    context.checkCancelled();
                    inputs[0]++;
                    for (int c = 0; c < pieces.length; c++)
                        pieces[c] += cutters.get(c).cut(passage.text()).size();
                },
                JobContext.silent());
        if (inputs[0] == 0) return Optional.empty();
        var means = new ArrayList<Double>();
        for (long sum : pieces) means.add((double) sum / inputs[0]);
        return Optional.of(new Row(set.name(), inputs[0], means, published(set.name())));
    }

    /// The paper's BC5 stands for both of ours.
    private static Optional<Published> published(String set) {
        return PAPER.stream()
                .filter(row -> set.equals(row.set()) || set.startsWith(row.set() + "-"))
                .findFirst();
    }
}
