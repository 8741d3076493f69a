package org.biogloss.agreement;

/// A measure over documents, which can be taken with some of them counted several times and others not at all.
interface Measure {

    /// @param times how often each document counts
    Figure with(int[] times);
}
