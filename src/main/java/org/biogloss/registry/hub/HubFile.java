package org.biogloss.registry.hub;

import java.util.Optional;

/// A file of a model on a hub.
///
/// @param sha256 of its content, where it is a large file
/// @param gitId  SHA-1 of `blob `, its length, a zero byte and its content; where it is a small one
public record HubFile(String name, long bytes, Optional<String> sha256, Optional<String> gitId) {

    public HubFile {
        if (name.isBlank() || name.contains("/") || name.contains("\\") || name.startsWith(".")) {
            throw new IllegalArgumentException("A model's file cannot be called " + name);
        }
        if (bytes < 0) throw new IllegalArgumentException("A file of " + bytes + " bytes");
    }
}
