package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The file formats that BioGloss reads and writes.
public enum Format {
    /// Title and abstract on lines of their own, annotations on tab-separated lines.
    PUBTATOR("pubtator", "PubTator", ".pubtator", false),

    /// A collection of documents, each with passages or sentences, after BioC.dtd.
    BIOC_XML("bioc-xml", "BioC XML", ".xml", true),

    /// The same in JSON.
    BIOC_JSON("bioc-json", "BioC JSON", ".json", true),

    /// A text with an annotation file beside it.
    BRAT("brat", "brat standoff", ".ann", false),

    /// A word a line with its tag.
    CONLL("conll", "CoNLL columns", ".conll", false),

    /// A text with denotations, relations and attributes, as one JSON object.
    PUBANNOTATION("pubannotation", "PubAnnotation JSON", ".pubannotation.json", false),

    /// UIMA's analysis structure, a file a document with a type system beside it.
    CAS_XMI("cas-xmi", "CAS XMI", ".xmi", true),

    /// Articles as publishers and PubMed Central give them out; read only.
    JATS("jats", "JATS XML", ".nxml", false),

    /// Records of PubMed; read only.
    MEDLINE("medline", "MEDLINE XML", ".medline.xml", false),

    /// The text of a paper as it was set; read only.
    PDF("pdf", "PDF", ".pdf", false),

    /// One document a file, without annotations.
    TEXT("text", "plain text", ".txt", false),

    /// One JSON object a line; the form that loses nothing.
    JSONL("jsonl", "JSON Lines", ".jsonl", true);

    private final String id;
    private final String title;
    private final String extension;
    private final boolean keepsSource;

    Format(String id, String title, String extension, boolean keepsSource) {
        this.id = id;
        this.title = title;
        this.extension = extension;
        this.keepsSource = keepsSource;
    }

    /// The name on the command line, such as `bioc-xml`.
    public String id() {
        return id;
    }

    /// The name as a person reads it.
    public String title() {
        return title;
    }

    /// With its dot, as in `.jsonl`.
    public String extension() {
        return extension;
    }

    /// Whether a file of this format can say who says so: a suggestion stays a suggestion.
    public boolean keepsSource() {
        return keepsSource;
    }

    /// Whether BioGloss can write it.
    public boolean isWritten() {
        return this != JATS && this != MEDLINE && this != PDF;
    }

    /// All of them, by their names on the command line.
    public static String names() {
        return Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", "));
    }

    /// Those that can be written, by their names on the command line.
    public static String writtenNames() {
        return Arrays.stream(values()).filter(Format::isWritten).map(Format::id).collect(Collectors.joining(", "));
    }

    public static Optional<Format> named(String name) {
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.id.equals(wanted))
                .findFirst();
    }

    /// What the content of the file says it is; empty where it is none of ours or cannot be read.
    public static Optional<Format> detect(Path file) {
        try {
            return Sniffed.file(file) instanceof Sniffed.Known(var format) ? Optional.of(format) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /// The format that a person means who calls a new file so.
    public static Optional<Format> meantBy(Path newFile) {
        var name = String.valueOf(newFile.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) name = name.substring(0, name.length() - 3);
        if (name.contains("pubtator")) return Optional.of(PUBTATOR);
        if (name.endsWith(".bioc")) return Optional.of(BIOC_XML);
        var meant = name;
        return Arrays.stream(values())
                .filter(Format::isWritten)
                .filter(format -> meant.endsWith(format.extension))
                .max(Comparator.comparingInt(format -> format.extension.length()));
    }

    DocumentReader reader() {
        return switch (this) {
            case PUBTATOR -> new PubTatorReader();
            case BIOC_XML -> new BioCReader();
            case BIOC_JSON -> new BioCJsonReader();
            case BRAT -> new BratReader();
            case CONLL -> new ConllReader();
            case PUBANNOTATION -> new PubAnnotation.Reader();
            case CAS_XMI -> new CasReader();
            case JATS -> new JatsReader();
            case MEDLINE -> new MedlineReader();
            case PDF -> new PdfReader();
            case TEXT -> new TextReader();
            case JSONL -> new JsonLinesReader();
        };
    }
}
