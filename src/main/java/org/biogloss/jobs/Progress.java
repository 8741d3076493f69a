package org.biogloss.jobs;

/// How far a job has got.
///
/// @param total 0 where nobody knows it yet
/// @param what  what is being done, in a few words
public record Progress(long done, long total, String what) {

    public static final Progress NONE = new Progress(0, 0, "");

    public Progress {
        if (done < 0 || total < 0) throw new IllegalArgumentException("Progress " + done + " of " + total);
    }

    /// 0 to 1, or -1 where the total is unknown.
    public double fraction() {
        return total == 0 ? -1 : Math.min(1.0, (double) done / total);
    }
}
