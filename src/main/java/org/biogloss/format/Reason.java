package org.biogloss.format;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/// Says in words why something failed: the runtime's own messages are written for programmers.
final class Reason {

    private Reason() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case NoSuchFileException _, FileNotFoundException _ -> "there is no such file";
            case AccessDeniedException _ -> "you may not read it";
            case EOFException _ -> "the compressed file is cut off";
            case ZipException _ -> "the compressed file is damaged (" + words(failure) + ")";
            default -> words(failure);
        };
    }

    private static String words(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : Quote.of(message.lines().findFirst().orElse(message));
    }
}
