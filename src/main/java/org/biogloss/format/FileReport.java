package org.biogloss.format;

import java.util.List;

/// What became of one file.
///
/// @param format     the id of its [Format], or `unknown`
/// @param offsetUnit what the file's offsets count, as found out; `none` where it has no mentions
public record FileReport(
        String path,
        String format,
        String offsetUnit,
        int documents,
        int mentions,
        int relations,
        List<Repair> repaired,
        List<Rejection> rejected) {

    public FileReport {
        repaired = List.copyOf(repaired);
        rejected = List.copyOf(rejected);
    }

    static FileReport unread(String path, String format, Rejection why) {
        return new FileReport(path, format, "none", 0, 0, 0, List.of(), List.of(why));
    }
}
