package org.biogloss;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.function.Executable;

/// Checks that something fails in words a person can use.
public final class Failure {

    private Failure() {}

    public static void says(String part, Executable work) {
        var failure = assertThrows(IOException.class, work);
        var message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(part), message);
    }
}
