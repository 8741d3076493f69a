package org.biogloss.measure;

import java.util.Arrays;

/// Repeated measurements of one thing, and their percentiles.
public final class Sample {

    private double[] values = new double[64];
    private int size;

    public void add(double value) {
        if (size == values.length) values = Arrays.copyOf(values, size * 2);
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    public double median() {
        return percentile(50);
    }

    /// The smallest value that at least `percent` of the values do not exceed (nearest rank).
    public double percentile(double percent) {
        if (size == 0) throw new IllegalStateException("Nothing was measured");
        var sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100 * size);
        return sorted[Math.clamp(rank - 1, 0, size - 1)];
    }
}
