package org.biogloss.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names for files of documents: nothing that leads elsewhere, none twice, also where case does not count.
final class FileNames {

    private static final int LONGEST = 100;

    private final Set<String> taken = new HashSet<>();

    /// Without an ending.
    String of(String documentId) {
        var safe = documentId.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.+", "_");
        if (safe.length() > LONGEST) safe = safe.substring(0, LONGEST);
        var name = safe;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) name = safe + "-" + n;
        return name;
    }
}
