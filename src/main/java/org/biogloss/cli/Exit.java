package org.biogloss.cli;

/// What a command's exit code says.
public final class Exit {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int WRONG_WORDS = 2;
    public static final int PARTLY_REJECTED = 3;

    private Exit() {}
}
