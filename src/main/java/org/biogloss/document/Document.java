package org.biogloss.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text as it was read, with its sections and what is known about it. The text never changes; annotations stand
/// beside it.
///
/// @param id       unique in a project, as the source names it (a PMID where there is one)
/// @param text     the whole text, sections joined by one separator each
/// @param sections in text order, not overlapping; may leave parts of the text uncovered
/// @param about    what is known beside the text, under the keys below and any other a source brings
public record Document(String id, String text, List<Section> sections, Map<String, String> about) {

    public static final String YEAR = "year";
    public static final String JOURNAL = "journal";
    public static final String SOURCE_FILE = "file";

    /// Where the file lay on this machine; written into no export.
    public static final String SOURCE_PATH = "path";

    /// Where each page of the file starts in the text, with blanks between.
    public static final String PAGE_STARTS = "page-starts";

    /// What a person has written on the document as a whole.
    public static final String NOTE = "note";

    /// The split of a benchmark corpus: `train`, `dev` or `test`.
    public static final String SPLIT = "split";

    public Document {
        if (id.isBlank()) throw new IllegalArgumentException("A document needs an id");
        sections = List.copyOf(sections);
        about = Map.copyOf(about);
        int last = 0;
        for (var section : sections) {
            if (section.span().start() < last || section.span().end() > text.length()) {
                throw new IllegalArgumentException(
                        "Section " + section.name() + " " + section.span() + " does not fit into document " + id);
            }
            last = section.span().end();
        }
    }

    /// A document without sections or particulars.
    public static Document of(String id, String text) {
        return new Document(id, text, List.of(), Map.of());
    }

    /// The title section, or the first line of the text, at most 200 characters of it.
    public String title() {
        var titled = sections.stream()
                .filter(section -> section.name().equals(Section.TITLE))
                .findFirst();
        if (titled.isPresent()) return titled.get().span().in(text).strip();
        var line = text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst();
        return line.map(l -> l.length() > 200 ? l.substring(0, 199) + "…" : l).orElse(id);
    }

    public Optional<String> known(String key) {
        return Optional.ofNullable(about.get(key));
    }

    /// The same text, of which this is known too; no longer known where the value is empty.
    public Document with(String key, String value) {
        var changed = new HashMap<>(about);
        if (value.isEmpty()) changed.remove(key);
        else changed.put(key, value);
        return new Document(id, text, sections, changed);
    }
}
