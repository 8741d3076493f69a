package org.biogloss.format;

import java.io.IOException;
import java.util.List;

/// Puts down a BioC collection, in XML or in JSON.
interface BioCOut {

    /// A key and what it says. Keys may repeat.
    record Infon(String key, String value) {}

    /// Offset in code points from the start of the document.
    record Location(int offset, int length) {}

    record Note(String id, List<Infon> infons, List<Location> locations, String text) {}

    record Node(String reference, String role) {}

    record Tie(String id, List<Infon> infons, List<Node> nodes) {}

    record Passage(String type, int offset, String text, List<Note> notes) {}

    record Written(String id, List<Infon> infons, List<Passage> passages, List<Tie> ties) {}

    void begin() throws IOException;

    void document(Written document) throws IOException;

    void end() throws IOException;
}
