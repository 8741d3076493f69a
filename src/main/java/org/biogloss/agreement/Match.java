package org.biogloss.agreement;

import org.biogloss.document.Mention;

/// When two mentions count as the same.
public enum Match {
    /// The same stretches of text and the same type.
    EXACT("exact", "borders and type"),
    /// The same stretches, whatever the type.
    BORDERS("borders", "borders alone"),
    /// Any of their stretches overlap, and the type is the same.
    TYPE("type", "overlapping, same type"),
    /// Any of their stretches overlap.
    OVERLAP("overlap", "overlapping, any type");

    private final String id;
    private final String words;

    Match(String id, String words) {
        this.id = id;
        this.words = words;
    }

    public String id() {
        return id;
    }

    public String words() {
        return words;
    }

    boolean holds(Mention one, Mention other) {
        return switch (this) {
            case EXACT -> one.spans().equals(other.spans()) && one.type().equals(other.type());
            case BORDERS -> one.spans().equals(other.spans());
            case TYPE -> one.type().equals(other.type()) && overlap(one, other);
            case OVERLAP -> overlap(one, other);
        };
    }

    private static boolean overlap(Mention one, Mention other) {
        for (var span : one.spans()) {
            for (var second : other.spans()) {
                if (span.overlaps(second)) return true;
            }
        }
        return false;
    }
}
