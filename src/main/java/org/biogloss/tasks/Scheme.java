package org.biogloss.tasks;

import java.util.Arrays;
import java.util.Optional;

/// How the labels of words tell where mentions begin and end.
public enum Scheme {
    /// `B-` begins a mention, `I-` goes on with it.
    BIO("bio"),
    /// As BIO, and `L-` is a mention's last word, `U-` its only one.
    BIOUL("bioul"),
    /// `I-` is inside a mention. Two mentions of one type side by side look like one.
    IO("io");

    private final String id;

    Scheme(String id) {
        this.id = id;
    }

    /// As recipes write it.
    public String id() {
        return id;
    }

    public static Optional<Scheme> named(String id) {
        return Arrays.stream(values()).filter(scheme -> scheme.id.equals(id)).findFirst();
    }
}
