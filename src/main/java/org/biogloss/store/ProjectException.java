package org.biogloss.store;

/// A project cannot be opened, read or written. The message says what was tried, what is wrong and what to do.
public final class ProjectException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
