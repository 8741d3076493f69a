package org.biogloss.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.biogloss.Failure;
import org.biogloss.benchmark.LocalRow.Measured;
import org.biogloss.benchmark.LocalRow.Way;
import org.biogloss.tasks.TaskKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardTest {

    @TempDir
    Path folder;

    private static Row row(String name, Map<BlurbSet, Double> percents) {
        var scores = new EnumMap<BlurbSet, Score>(BlurbSet.class);
        percents.forEach((set, percent) -> scores.put(set, Score.published(percent)));
        return new Row(
                name, Row.Kind.PUBLISHED, "table 1", scores, OptionalLong.of(23_000_000), OptionalDouble.empty());
    }

    private static Row whole(String name, double percent) {
        var all = new EnumMap<BlurbSet, Double>(BlurbSet.class);
        for (var set : BlurbSet.values()) all.put(set, percent);
        return row(name, all);
    }

    private static LocalRow local(String id, String set, List<Double> test) {
        var remark = BlurbSet.named(set).flatMap(BlurbSet::caveat).orElse("");
        var measured = new Measured(List.of(1L, 2L), List.of(), test, "x.toml", remark);
        return new LocalRow(
                id, "Mini", "mini", Way.FINE_TUNED, "2026-11-23", "2 processors", 5, 10, Map.of(set, measured));
    }

    @Test
    void aFamilyWeighsTheSameHoweverManySetsItHas() {
        var all = new EnumMap<BlurbSet, Double>(BlurbSet.class);
        for (var set : BlurbSet.values()) all.put(set, set.family() == TaskKind.NER ? 60.0 : 0.0);
        assertEquals(10, row("ner", all).blurb().orElseThrow(), 1e-9);
    }

    @Test
    void thereIsNoBlurbScoreWhileASetIsMissing() {
        var all = new EnumMap<BlurbSet, Double>(BlurbSet.class);
        for (var set : BlurbSet.values()) if (set != BlurbSet.GAD) all.put(set, 80.0);
        var gap = row("gap", all);
        assertTrue(gap.blurb().isEmpty());
        assertTrue(gap.family(TaskKind.RELATION).isEmpty());
        assertEquals(80, gap.family(TaskKind.NER).orElseThrow(), 1e-9);
        assertEquals("–", Leaderboard.blurb(gap));
    }

    @Test
    void theBestComesFirstAndRowsWithoutThatScoreLast() {
        var one = row("one set", Map.of(BlurbSet.GAD, 99.0));
        var board = new Leaderboard(List.of(one, whole("worse", 70), whole("better", 80)));
        var names =
                board.sorted(Optional.empty()).rows().stream().map(Row::name).toList();
        assertEquals(List.of("better", "worse", "one set"), names);
        assertEquals(
                "one set",
                board.sorted(Optional.of(BlurbSet.GAD)).rows().getFirst().name());
        assertEquals(
                1, board.only(Optional.of(Row.Kind.PUBLISHED), " WORSE").rows().size());
        assertEquals(0, board.only(Optional.of(Row.Kind.LOCAL), "").rows().size());
    }

    @Test
    void aRowGrowsSetBySetAndSurvivesOnDisk() throws IOException {
        var own = new LocalRows(List.of(folder.resolve("own"), folder.resolve("shipped")));
        assertTrue(own.all().isEmpty());
        own.add(local("mini-fine-tuned", "GAD", List.of(0.7, 0.8)));
        own.add(local("mini-fine-tuned", "NCBI-disease", List.of(0.8, 0.82)));
        var row = own.find("mini-fine-tuned").orElseThrow().row();
        assertEquals(75, row.score(BlurbSet.GAD).orElseThrow().percent(), 1e-9);
        var ncbi = row.score(BlurbSet.NCBI_DISEASE).orElseThrow();
        assertEquals("81.0 ± 1.4", ncbi.words());
        assertEquals(2, ncbi.seeds());
        own.add(local("mini-fine-tuned", "GAD", List.of(0.6, 0.6)));
        assertEquals(
                60,
                own.find("mini-fine-tuned")
                        .orElseThrow()
                        .row()
                        .score(BlurbSet.GAD)
                        .orElseThrow()
                        .percent(),
                1e-9,
                "measured anew");
        try (var files = Files.list(folder.resolve("own"))) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void whatComesWithTheProgramIsShownUntilItIsMeasuredHere() throws IOException {
        var shipped = new LocalRows(List.of(folder.resolve("shipped")));
        shipped.add(local("mini", "GAD", List.of(0.5)));
        var both = new LocalRows(List.of(folder.resolve("own"), folder.resolve("shipped")));
        both.add(local("mini", "DDI", List.of(0.7)));
        assertEquals(1, both.all().size());
        assertEquals(
                List.of("DDI", "GAD"), List.copyOf(both.all().getFirst().sets().keySet()));
        assertEquals(
                List.of("GAD"), List.copyOf(shipped.all().getFirst().sets().keySet()), "what ships is left as it is");
    }

    @Test
    void aFileThatIsNoRowIsNamed() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{\"id\": \"x\", \"sets\": {\"BC6\": {\"test\": [1]}}}");
        Failure.says("broken.json", () -> new LocalRows(List.of(folder)).all());
        Failure.says("benchmark run", () -> new LocalRows(List.of(folder)).all());
    }

    @Test
    void aScoreThatIsNotBlurbsOwnIsMarkedWhereverItStands() {
        var pico = local("mini", "EBM-PICO", List.of(0.7)).row();
        assertFalse(pico.isBlurbs());
        assertEquals("70.0*", Leaderboard.cell(pico, BlurbSet.EBM_PICO));
        var page = new Leaderboard(List.of(pico, whole("PubMed \"X\"", 81.2))).markdown();
        assertTrue(page.contains("70.0*"), page);
        assertTrue(page.contains("\\* EBM-PICO: BLURB's train split cannot be had"), page);
        assertFalse(new Leaderboard(List.of(whole("x", 80))).markdown().contains("*"), "nothing to mark");
        var csv = new Leaderboard(List.of(pico, whole("PubMed \"X\"", 81.2)))
                .csv()
                .lines()
                .toList();
        assertEquals(3, csv.size());
        assertTrue(csv.get(1).contains(",false,"), csv.get(1));
        assertTrue(csv.get(2).startsWith("\"PubMed \"\"X\"\"\",published,"), csv.get(2));
        int columns = csv.getFirst().split(",").length;
        assertEquals(columns, csv.get(2).split(",", -1).length, "nothing is quoted with a comma in it here");
    }
}
