package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biogloss.bert.Checkpoint;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.document.Mention;
import org.biogloss.document.Relation;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A chemical and a gene of one sentence are related where there is a `k` in it.
class RelationFinderTest {

    @TempDir
    Path folder;

    private static Mention mention(String text, String words, String type) {
        int start = text.indexOf(words);
        return Mention.of("x", Span.of(start, start + words.length()), type, new Source.Model("x", 1));
    }

    private Path model() throws IOException {
        var pairs = SmallTasks.head("pairs", TaskKind.RELATION);
        var genes = SmallTasks.head("genes", TaskKind.NER);
        var model = folder.resolve("m");
        try (var encoder = Checkpoint.open(TinyModel.folder());
                var learner = Learner.open(encoder, List.of(pairs, genes), SmallTasks.SETTINGS, Compute.exact(), 1)) {
            SmallTasks.teach(learner, pairs, SmallTasks.examples(TaskKind.RELATION, 60, 1), 60, 0.005);
            learner.save(model, false);
        }
        return model;
    }

    private static List<String> told(Path model, String text, List<Mention> mentions) throws IOException {
        try (var solver = Solver.open(model, Compute.exact())) {
            var finder = solver.relations(solver.heads().getFirst(), Optional.empty());
            return finder.find(List.of("", text), List.of(List.of(), mentions), JobContext.silent()).get(1).stream()
                    .map(found -> found.head().in(text) + " " + found.type() + " "
                            + found.tail().in(text))
                    .toList();
        }
    }

    @Test
    void pairsAreJudgedSentenceBySentence() throws IOException {
        var model = model();
        var text = "x c y k d e z.\nX e z c d y z.";
        var mentions = List.of(
                mention(text, "d e", "gene"), // cased otherwise than in the data
                mention(text, "c", "Chemical"),
                mention(text, "c d", "Gene"),
                Mention.of("x", Span.of(17, 18), "Chemical", new Source.Model("x", 1)), // the second sentence's e
                mention(text, "y", "Species"));
        var told = told(model, text, mentions.subList(0, 2));
        assertEquals(List.of("c binds d e"), told, "the chemical is the head, whatever comes first");
        var all = told(model, text, mentions);
        assertTrue(all.contains("c binds d e"), all.toString());
        assertTrue(all.stream().noneMatch(one -> one.contains("c d")), "no k in that sentence: " + all);
    }

    @Test
    void whatIsAPairFollowsFromTheDummies() {
        var chemprot = new PairTypes(new Dummies(Map.of(
                "CHEMICAL", "@CHEMICAL$", "GENE-Y", "@GENE$", "GENE-N", "@GENE$", "CHEMICAL|GENE-Y", "@CHEM-GENE$")));
        assertTrue(chemprot.ties("Gene", "Chemical") && chemprot.ties("Drug", "Gene"));
        assertFalse(chemprot.ties("Gene", "Gene") || chemprot.ties("Chemical", "Disease"));
        assertTrue(chemprot.of("gene").orElseThrow().startsWith("GENE-"));
        var ddi = new PairTypes(new Dummies(Map.of("drug", "@DRUG$", "brand", "@DRUG$", "drug_n", "@DRUG$")));
        assertTrue(ddi.ties("Chemical", "Chemical"), "the only type it knows");
        assertFalse(ddi.ties("Chemical", "Gene"));
    }

    @Test
    void ofALongListTheNearestPairsAreAsked() throws IOException {
        var model = model();
        var text = new StringBuilder();
        var mentions = new ArrayList<Mention>();
        for (int i = 0; i < 40; i++) {
            mentions.add(Mention.of(
                    "x",
                    Span.of(text.length(), text.length() + 1),
                    i % 2 == 0 ? "Chemical" : "Gene",
                    new Source.Model("x", 1)));
            text.append("c ");
        }
        try (var solver = Solver.open(model, Compute.exact())) {
            var finder = solver.relations(solver.heads().getFirst(), Optional.of(new Calibration(1, 0)));
            var found = finder.find(List.of(text.toString()), List.of(mentions), JobContext.silent());
            assertTrue(
                    found.getFirst().size() <= 300,
                    "asked about " + found.getFirst().size());
        }
    }

    @Test
    void aModelWithBothHeadsTellsRelationsBehindMentions() throws IOException {
        try (var tagger = Tagger.open(model(), Compute.exact())) {
            var read =
                    tagger.read(List.of("x c y k d e z"), JobContext.silent()).getFirst();
            boolean seen = false;
            for (var one : read) {
                if (one instanceof Relation) seen = true;
                else assertFalse(seen, "mentions come first");
            }
        }
    }
}
