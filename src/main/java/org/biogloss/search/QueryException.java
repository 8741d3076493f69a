package org.biogloss.search;

/// The query cannot be answered as it stands. The message tells the person what to write instead.
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public QueryException(String message) {
        super(message);
    }
}
