package org.biogloss.search;

/// The index cannot be opened, read or written. The message says what was tried, what is wrong and what to do.
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
