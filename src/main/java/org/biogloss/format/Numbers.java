package org.biogloss.format;

import java.util.Optional;

/// Numbers as files write them.
final class Numbers {

    private Numbers() {}

    /// An offset; a number too large for any text becomes one that is beyond every text.
    static Optional<Long> offset(String field) {
        var text = field.strip();
        if (text.isEmpty() || text.length() > 40) return Optional.empty();
        int from = text.charAt(0) == '-' ? 1 : 0;
        if (from == text.length()) return Optional.empty();
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return Optional.empty();
        }
        if (text.length() > 17) return Optional.of(from == 1 ? -1L : Long.MAX_VALUE / 4);
        return Optional.of(Long.parseLong(text));
    }
}
