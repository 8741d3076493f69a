package org.biogloss.store;

import java.util.List;

/// How much of a project goes by one name: what a rename or a deletion would touch.
///
/// @param annotations mentions, relations or labels, in whatever layer and however they stand
/// @param layers      in which they stand, by name
public record Usage(long annotations, long documents, List<String> layers) {

    public Usage {
        layers = List.copyOf(layers);
    }

    public boolean isNone() {
        return annotations == 0;
    }
}
