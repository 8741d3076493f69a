package org.biogloss.training;

/// The loss or the gradients left the numbers; the message says what to change.
public final class NotANumberException extends RuntimeException {

    public NotANumberException(String message) {
        super(message);
    }
}
