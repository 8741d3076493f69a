package org.biogloss.format;

import java.io.IOException;

/// Reads one file of one format; made anew for each file.
interface DocumentReader {

    /// Offers each document as soon as it is complete. What it cannot read it tells the intake; it throws only where
    /// nothing more of the file can be read.
    void read(FileInput input, Intake intake) throws IOException;
}
