package org.biogloss.ui.training;

import java.util.Arrays;

/// Numbers over steps, as a curve grows: `x` never falls.
public final class Series {

    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int size;

    public void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public double x(int i) {
        return xs[i];
    }

    public double y(int i) {
        return ys[i];
    }

    public double lastX() {
        return size == 0 ? Double.NaN : xs[size - 1];
    }

    public double lastY() {
        return size == 0 ? Double.NaN : ys[size - 1];
    }

    /// The value at or last before `x`, or NaN before the first.
    public double at(double x) {
        int found = Arrays.binarySearch(xs, 0, size, x);
        int i = found >= 0 ? found : -found - 2;
        return i < 0 ? Double.NaN : ys[i];
    }

    /// Drops what lies at or beyond `x`: a resumed run repeats those steps.
    public void cutFrom(double x) {
        while (size > 0 && xs[size - 1] >= x) size--;
    }

    /// An exponential moving average weighted by the distance between steps and corrected for its start, so that curves
    /// logged at different density smooth alike.
    ///
    /// @param reach the number of steps over which a value's weight falls to 1/e
    public Series smoothed(double reach) {
        var smooth = new Series();
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < size; i++) {
            double gap = i == 0 ? 1 : Math.max(xs[i] - xs[i - 1], 1e-9);
            double keep = Math.exp(-gap / reach);
            if (Double.isFinite(ys[i])) {
                sum = sum * keep + ys[i] * (1 - keep);
                weight = weight * keep + (1 - keep);
            }
            if (weight > 0) smooth.add(xs[i], sum / weight);
        }
        return smooth;
    }

    /// At most two points a column, the lowest and the highest in their order: what the eye would see of all of them.
    public Series decimated(int columns) {
        if (size <= columns * 2) return this;
        var few = new Series();
        double first = xs[0];
        double width = (xs[size - 1] - first) / columns;
        int i = 0;
        for (int column = 0; column < columns; column++) {
            double until = column == columns - 1 ? Double.POSITIVE_INFINITY : first + width * (column + 1);
            int low = i;
            int high = i;
            int start = i;
            for (; i < size && xs[i] < until; i++) {
                if (ys[i] < ys[low]) low = i;
                if (ys[i] > ys[high]) high = i;
            }
            if (i == start) continue;
            few.add(xs[Math.min(low, high)], ys[Math.min(low, high)]);
            if (low != high) few.add(xs[Math.max(low, high)], ys[Math.max(low, high)]);
        }
        return few;
    }
}
