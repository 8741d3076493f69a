package org.biogloss.training.pretraining;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.biogloss.training.PretrainingRecipe.Order;
import org.biogloss.training.PretrainingRecipe.Schedule;
import org.biogloss.training.Recipe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowingTest {

    @TempDir
    Path folder;

    private final List<PieceFile> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(PieceFile::close);
    }

    private PieceFile file(int pieces) throws IOException {
        var path = folder.resolve(open.size() + ".pieces");
        try (var out = new PieceFile.Writer(path)) {
            for (int i = 0; i < pieces; i++) out.add(7 | PieceFile.WORD);
        }
        open.add(PieceFile.open(path));
        return open.getLast();
    }

    private static Showing.Cut cut(int length, int batch, List<PieceFile> files) {
        return new Showing.Cut(
                length,
                batch,
                files.stream()
                        .<Rows>map(file -> new Rows.Packed(file, length, 2, 3))
                        .toList());
    }

    private static Schedule schedule(long tokens, int epochs, double lastShare) {
        return new Schedule(tokens, epochs, 4, 10, 20, lastShare, 0, Recipe.Decay.LINEAR, 0, 10, 0);
    }

    private static List<Showing.RowAt> all(Showing showing) {
        var rows = new ArrayList<Showing.RowAt>();
        for (long step = 0; step < showing.total(); step++) rows.addAll(showing.batch(step));
        return rows;
    }

    @Test
    void anEpochShowsEachRowOnceInAnotherOrderEachTime() throws IOException {
        var cut = cut(10, 4, List.of(file(8 * 40)));
        var showing = new Showing(List.of(cut), List.of(0.0), Order.MIXED, schedule(0, 3, 0), 1);

        assertEquals(30, showing.total());
        assertEquals(3, showing.epochs());
        var orders = new HashSet<List<Integer>>();
        for (int epoch = 1; epoch <= 3; epoch++) {
            var rows = showing.batches(epoch).stream().flatMap(List::stream).toList();
            var numbers = rows.stream().map(Showing.RowAt::row).toList();
            assertEquals(
                    IntStream.range(0, 40).boxed().toList(),
                    numbers.stream().sorted().toList());
            orders.add(numbers);
            int pass = epoch - 1;
            assertTrue(rows.stream().allMatch(row -> row.pass() == pass));
        }
        assertEquals(3, orders.size());
    }

    @Test
    void aBudgetOfTokensIsMetToTheStep() throws IOException {
        var cut = cut(10, 4, List.of(file(8 * 40)));

        assertEquals(100, new Showing(List.of(cut), List.of(0.0), Order.MIXED, schedule(4000, 1, 0), 1).total());
    }

    @Test
    void mixedCorporaKeepTheirShares() throws IOException {
        var cut = cut(10, 4, List.of(file(8 * 40), file(8 * 400)));
        var showing = new Showing(List.of(cut), List.of(3.0, 1.0), Order.MIXED, schedule(4 * 10 * 1000, 1, 0), 1);
        var rows = all(showing);

        for (var part : List.of(rows, rows.subList(0, 2000))) {
            double share = part.stream().filter(row -> row.corpus() == 0).count() / (double) part.size();
            assertEquals(0.75, share, 0.02);
        }
        var passes = rows.stream()
                .filter(row -> row.corpus() == 0)
                .collect(Collectors.groupingBy(Showing.RowAt::pass, Collectors.toSet()));
        assertTrue(passes.entrySet().stream()
                .allMatch(pass -> pass.getValue().size() == 40 || pass.getKey() == passes.size() - 1));
    }

    @Test
    void successiveCorporaAreShownOneAfterTheOther() throws IOException {
        var cut = cut(10, 4, List.of(file(8 * 40), file(8 * 400)));
        var showing = new Showing(List.of(cut), List.of(1.0, 1.0), Order.SUCCESSIVE, schedule(4 * 10 * 100, 1, 0), 1);
        var corpora = all(showing).stream().map(Showing.RowAt::corpus).toList();

        assertEquals(corpora.stream().sorted().toList(), corpora);
        assertEquals(200, corpora.stream().filter(corpus -> corpus == 0).count());
    }

    @Test
    void longRowsComeLastAndFewerAtOnce() throws IOException {
        var files = List.of(file(8 * 400));
        var cuts = List.of(cut(10, 4, files), cut(20, 2, files));
        var showing = new Showing(cuts, List.of(0.0), Order.MIXED, schedule(4 * 10 * 100, 1, 0.1), 1);

        assertEquals(100, showing.total());
        assertTrue(showing.batch(89).stream().allMatch(row -> row.cut() == 0));
        assertEquals(2, showing.batch(90).size());
        assertEquals(1, showing.batch(90).getFirst().cut());
    }

    @Test
    void aStepIsFoundWithoutThoseBeforeIt() throws IOException {
        var cut = cut(10, 4, List.of(file(8 * 40), file(8 * 60)));
        var straight = new Showing(List.of(cut), List.of(0.0, 0.0), Order.MIXED, schedule(0, 9, 0), 1);
        var later = new Showing(List.of(cut), List.of(0.0, 0.0), Order.MIXED, schedule(0, 9, 0), 1);
        var other = new Showing(List.of(cut), List.of(0.0, 0.0), Order.MIXED, schedule(0, 9, 0), 2);
        all(straight);

        assertEquals(straight.batch(100), later.batch(100));
        assertNotEquals(straight.batch(100), other.batch(100));
    }
}
