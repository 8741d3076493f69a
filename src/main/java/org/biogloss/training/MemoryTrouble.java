package org.biogloss.training;

import java.util.Locale;

/// Tells whether something failed for want of memory: Java says so by an error, PyTorch by words alone.
final class MemoryTrouble {

    private MemoryTrouble() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) return true;
            var words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (words.contains("out of memory") || words.contains("can't allocate memory")) return true;
        }
        return false;
    }

    static IllegalStateException hopeless(int pieces, Throwable failure) {
        return new IllegalStateException(
                "There is not enough memory for a single row of " + pieces
                        + " word pieces. Lower schedule.maxLength, choose a smaller encoder, or close other programs.",
                failure);
    }
}
