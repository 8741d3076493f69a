package org.biogloss.ui.training.plot;

import java.util.Arrays;

/// Numbers over steps, as a curve grows: `x` never falls.
public final class Series {

    private double[] xs = new double[64];
    private double[] ys = new double[64];
    private int size;
    private int cuts;

    public void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /// As it is now: for a thread that must not see it grow.
    public Series copy() {
        var copy = new Series();
        copy.xs = Arrays.copyOf(xs, Math.max(1, size));
        copy.ys = Arrays.copyOf(ys, Math.max(1, size));
        copy.size = size;
        return copy;
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
        int i = indexAt(x);
        return i < 0 ? Double.NaN : ys[i];
    }

    /// The value on the straight line between the points around `x`; NaN before the first and after the last.
    public double between(double x) {
        int i = indexAt(x);
        if (i < 0 || x > lastX()) return Double.NaN;
        if (xs[i] == x || i == size - 1) return ys[i];
        double share = (x - xs[i]) / (xs[i + 1] - xs[i]);
        return ys[i] + share * (ys[i + 1] - ys[i]);
    }

    /// The place of the last point at or before `x`, or -1.
    int indexAt(double x) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] <= x) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /// Drops what lies at or beyond `x`: a resumed run repeats those steps.
    public void cutFrom(double x) {
        int before = size;
        while (size > 0 && xs[size - 1] >= x) size--;
        if (size < before) cuts++;
    }

    /// How often points were dropped: whoever has counted on with the curve begins anew.
    int cuts() {
        return cuts;
    }

    /// See [Smoothing].
    public Series smoothed(double reach) {
        return new Smoothing(this, reach).upToDate();
    }

    /// At most four points for each `width` on the x axis: the first, the lowest, the highest and the last,
    /// in their order. Where `width` is a pixel, a line through them colours the same pixels as a line
    /// through all (Jugel et al., M4, VLDB 2014).
    ///
    /// The stretches begin at multiples of `width` and not at the first point shown, so that a curve keeps
    /// its shape while it grows and is moved.
    ///
    /// @param from with the point before it, so that the line enters at the edge
    /// @param to   with the point after it
    public Series decimated(double from, double to, double width) {
        int begin = Math.max(0, indexAt(from));
        int end = Math.min(size, indexAt(to) + 2);
        var few = new Series();
        for (int i = begin; i < end; ) {
            double column = Math.floor(xs[i] / width);
            int first = i;
            int low = i;
            int high = i;
            for (; i < end && Math.floor(xs[i] / width) == column; i++) {
                if (ys[i] < ys[low] || Double.isNaN(ys[low])) low = i;
                if (ys[i] > ys[high] || Double.isNaN(ys[high])) high = i;
            }
            few.addOnce(this, first, Math.min(low, high), Math.max(low, high), i - 1);
        }
        return few;
    }

    /// @param places in rising order, some of them maybe the same
    private void addOnce(Series from, int... places) {
        int last = -1;
        for (int place : places) {
            if (place != last) add(from.xs[place], from.ys[place]);
            last = place;
        }
    }

    /// The least and the greatest finite value from `from` to `to`, or nothing.
    java.util.Optional<Range> range(double from, double to) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = Math.max(0, indexAt(from)); i < size && xs[i] <= to; i++) {
            if (!Double.isFinite(ys[i])) continue;
            least = Math.min(least, ys[i]);
            greatest = Math.max(greatest, ys[i]);
        }
        return least > greatest ? java.util.Optional.empty() : java.util.Optional.of(new Range(least, greatest));
    }
}
