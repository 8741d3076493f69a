package org.biogloss.tokens.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// The documents of a measured corpus, a row each, in the order in which they were read: a few plain numbers, so that
/// a million documents still fit.
public final class DocumentTable {

    /// The pieces that frame a row: `[CLS]` and `[SEP]`.
    static final int FRAME = 2;

    private final int columns;
    private final List<String> ids = new ArrayList<>();
    private final int[][] pieces;
    private final int[][] unknown;
    private final int[][] cut;

    /// By type and column, how many mentions are cut in a row; only rows that have some.
    private final Map<String, List<Map<Integer, Integer>>> cutMentions = new HashMap<>();

    DocumentTable(int columns) {
        this.columns = columns;
        pieces = new int[columns][256];
        unknown = new int[columns][256];
        cut = new int[columns][256];
    }

    void add(Counted counted) {
        int row = ids.size();
        ids.add(counted.id());
        for (int c = 0; c < columns; c++) {
            if (row == pieces[c].length) {
                pieces[c] = Arrays.copyOf(pieces[c], row * 2);
                unknown[c] = Arrays.copyOf(unknown[c], row * 2);
                cut[c] = Arrays.copyOf(cut[c], row * 2);
            }
            pieces[c][row] = counted.pieces()[c];
            unknown[c][row] = counted.unknown()[c];
            cut[c][row] = counted.words() - counted.whole()[c];
        }
        counted.mentions().forEach((type, counts) -> addMentions(row, type, counts));
    }

    private void addMentions(int row, String type, int[] counts) {
        var byColumn = cutMentions.computeIfAbsent(type, _ -> {
            var fresh = new ArrayList<Map<Integer, Integer>>();
            for (int c = 0; c < columns; c++) fresh.add(new HashMap<>());
            return fresh;
        });
        for (int c = 0; c < columns; c++) {
            int broken = counts[0] - counts[c + 1];
            if (broken > 0) byColumn.get(c).put(row, broken);
        }
    }

    public int size() {
        return ids.size();
    }

    public String id(int row) {
        return ids.get(row);
    }

    public int pieces(int column, int row) {
        return pieces[column][row];
    }

    int unknown(int column, int row) {
        return unknown[column][row];
    }

    int cutWords(int column, int row) {
        return cut[column][row];
    }

    int cutMentions(String type, int column, int row) {
        var byColumn = cutMentions.get(type);
        return byColumn == null ? 0 : byColumn.get(column).getOrDefault(row, 0);
    }

    long count(IntUnaryOperator value) {
        long count = 0;
        for (int row = 0; row < size(); row++) if (value.applyAsInt(row) > 0) count++;
        return count;
    }

    /// The number of pieces that this share of the documents does not exceed.
    int percentile(int column, double share) {
        if (size() == 0) return 0;
        var sorted = Arrays.copyOf(pieces[column], size());
        Arrays.sort(sorted);
        return sorted[(int) (share * (size() - 1))];
    }

    /// Half of the documents have no more.
    public int median(int column) {
        return percentile(column, 0.5);
    }
}
