package org.biogloss.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.biogloss.jobs.JobContext;
import org.biogloss.registry.Vocabularies;
import org.biogloss.tokens.compare.CorpusFigures;
import org.biogloss.tokens.compare.CorpusMeasuring;
import org.biogloss.tokens.compare.NamedTokenizer;
import org.biogloss.tokens.compare.VocabularyOverlap;
import org.biogloss.workbench.FilePassages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `biogloss vocab compare`: what several vocabularies make of one corpus.
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Measures what vocabularies make of a corpus: pieces, fertility, words and mentions kept whole.")
public final class VocabCompareCommand implements Callable<Integer> {

    private static final int STEPS = 20;

    private final Vocabularies vocabularies;

    @Parameters(
            arity = "1..*",
            paramLabel = "TOKENIZER",
            description = "A folder with tokenizer.json or vocab.txt, or the id of a model or vocabulary.")
    private List<String> names = List.of();

    @Option(
            names = "--corpus",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Files or folders, of any format that BioGloss reads.")
    private List<Path> corpus = List.of();

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public VocabCompareCommand(Vocabularies vocabularies) {
        this.vocabularies = vocabularies;
    }

    @Override
    public Integer call() throws IOException {
        var tokenizers = new ArrayList<NamedTokenizer>();
        try {
            var called = NamedTokenizer.namesOf(names.stream().map(Path::of).toList());
            for (int i = 0; i < names.size(); i++) {
                tokenizers.add(new NamedTokenizer(called.get(i), vocabularies.open(names.get(i))));
            }
            var passages = new FilePassages(corpus);
            long start = System.nanoTime();
            var figures = CorpusMeasuring.measure(passages, tokenizers, JobContext.silent());
            double seconds = (System.nanoTime() - start) / 1e9;
            var out = spec.commandLine().getOut();
            if (json)
                out.println(
                        json(figures, VocabularyOverlap.of(tokenizers), seconds).toPrettyString());
            else table(figures, seconds);
            out.flush();
            return sayRejected(passages);
        } finally {
            tokenizers.forEach(one -> one.tokenizer().close());
        }
    }

    private int sayRejected(FilePassages passages) {
        var report = passages.report();
        if (report.rejected() == 0) return Exit.DONE;
        for (var file : report.files()) {
            for (var rejection : file.rejected()) {
                spec.commandLine()
                        .getErr()
                        .println("left out: " + file.path() + ": " + rejection.where() + ": " + rejection.why());
            }
        }
        return Exit.PARTLY_REJECTED;
    }

    private static ObjectNode json(CorpusFigures figures, VocabularyOverlap overlap, double seconds) {
        var report = JsonMapper.builder().build().createObjectNode();
        report.put("corpus", figures.corpus()).put("documents", figures.totals().documents());
        report.put("characters", figures.totals().characters())
                .put("words", figures.totals().words())
                .put("seconds", seconds);
        var list = report.putArray("tokenizers");
        for (int c = 0; c < figures.columns().size(); c++) put(figures, overlap, c, list.addObject());
        report.put("sharedByAll", overlap.inAll());
        var matrix = report.putArray("shared");
        overlap.shared().forEach(row -> row.forEach(matrix.addArray()::add));
        return report;
    }

    private static void put(CorpusFigures figures, VocabularyOverlap overlap, int c, ObjectNode into) {
        var column = figures.columns().get(c);
        into.put("name", column.name())
                .put("size", column.size())
                .put("pieces", column.pieces())
                .put("piecesPerDocument", column.piecesPerDocument())
                .put("fertility", column.fertility())
                .put("wholeWords", column.wholeWords())
                .put("unknown", column.unknownShare())
                .put("charactersPerPiece", column.charactersPerPiece())
                .put("onlyHere", overlap.columns().get(c).only().size());
        var mentions = into.putObject("mentionsWhole");
        column.mentions().forEach((type, counts) -> mentions.put(type, counts.share()));
        var beyond = into.putObject("beyond");
        for (int limit : CorpusFigures.LIMITS) beyond.put(String.valueOf(limit), figures.beyond(c, limit));
        var histogram = figures.histogram(c, STEPS);
        var steps = into.putObject("histogram").put("width", histogram.width()).putArray("documents");
        for (int count : histogram.counts()) steps.add(count);
    }

    private void table(CorpusFigures figures, double seconds) {
        var out = spec.commandLine().getOut();
        var totals = figures.totals();
        out.printf(
                Locale.ROOT,
                "%s: %,d documents, %,d words, %,d characters, in %.1f s%n%n",
                figures.corpus(),
                totals.documents(),
                totals.words(),
                totals.characters(),
                seconds);
        row("", figures, CorpusFigures.Column::name);
        row("pieces in the vocabulary", figures, column -> number("%,d", column.size()));
        row("pieces a document", figures, column -> number("%.1f", column.piecesPerDocument()));
        row("pieces a word (fertility)", figures, column -> number("%.3f", column.fertility()));
        row("words kept whole", figures, column -> percent(column.wholeWords()));
        row("unknown pieces", figures, column -> percent(column.unknownShare()));
        row("characters a piece", figures, column -> number("%.2f", column.charactersPerPiece()));
        for (int limit : CorpusFigures.LIMITS) {
            row(
                    "documents beyond " + limit,
                    figures,
                    column -> number("%,d", figures.beyond(figures.columns().indexOf(column), limit)));
        }
        for (var type : figures.types()) {
            row(
                    type + " kept whole",
                    figures,
                    column -> percent(column.mentions(type).share()));
        }
    }

    private void row(String heading, CorpusFigures figures, Function<CorpusFigures.Column, String> cell) {
        var out = spec.commandLine().getOut();
        out.printf("%-28s", heading);
        figures.columns().forEach(column -> out.printf(" %18s", cell.apply(column)));
        out.println();
    }

    private static String number(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String percent(double share) {
        return number("%.2f %%", share * 100);
    }
}
