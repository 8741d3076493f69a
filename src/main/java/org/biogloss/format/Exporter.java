package org.biogloss.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.biogloss.document.AnnotatedDocument;

/// Opens new files for documents. A name that ends in `.gz` makes a gzipped one.
public final class Exporter {

    private Exporter() {}

    /// For what counts as true, of one layer or of all.
    public static DocumentWriter open(Format format, Path out, Optional<String> layer) throws IOException {
        return open(format, out, Selection.confirmed(layer));
    }

    /// @throws IOException if the file cannot be made there
    public static DocumentWriter open(Format format, Path out, Selection selection) throws IOException {
        if (format == Format.TEXT && isFolder(out)) return new TextFolderWriter(out, selection);
        if (format == Format.BRAT) {
            if (Files.isRegularFile(out))
                throw new IOException("Cannot write " + out + ": it is a file, and brat's"
                        + " standoff is a folder with two files for each document; name a folder");
            return new BratWriter(out, selection);
        }
        if (format == Format.CAS_XMI) {
            if (Files.isRegularFile(out))
                throw new IOException("Cannot write " + out + ": it is a file, and CAS XMI"
                        + " is a folder with a file for each document and their type system; name a folder");
            return new CasWriter(out, selection);
        }
        if (!format.isWritten()) {
            throw new IOException("Cannot write " + out + ": BioGloss reads " + format.title()
                    + " and does not write it. Choose " + Format.writtenNames() + ".");
        }
        if (Files.isDirectory(out))
            throw new IOException("Cannot write " + out + ": it is a folder; name a file in it");
        var file = NewFile.at(out);
        var losses = new Losses();
        return new ToFile(Optional.of(file), form(format, file.writer(), losses), selection, losses);
    }

    /// Writes nothing, and says at the end what [#open] would have said: what the format cannot hold of these
    /// documents.
    ///
    /// @throws IllegalArgumentException if the format is one that is only read
    public static DocumentWriter rehearse(Format format, Selection selection) {
        if (!format.isWritten()) throw new IllegalArgumentException(format.title() + " is read only");
        if (format == Format.BRAT) return new BratWriter(selection);
        if (format == Format.CAS_XMI) return new CasWriter(selection);
        var losses = new Losses();
        return new ToFile(Optional.empty(), form(format, Writer.nullWriter(), losses), selection, losses);
    }

    private static Form form(Format format, Writer out, Losses losses) {
        return switch (format) {
            case PUBTATOR -> new PubTatorWriter(out, losses);
            case BIOC_XML -> new BioCWriter(new BioCXmlOut(out), losses);
            case BIOC_JSON -> new BioCWriter(new BioCJsonOut(out), losses);
            case CONLL -> new ConllWriter(out, losses);
            case PUBANNOTATION -> new PubAnnotation.Form(out, losses);
            case TEXT -> new TextWriter(out, losses);
            case JSONL -> new JsonLinesWriter(out);
            case BRAT, CAS_XMI, JATS, MEDLINE, PDF ->
                throw new IllegalStateException(format + " is not written to one file");
        };
    }

    /// Plain text goes into a folder, a file each, unless the name is that of a file.
    private static boolean isFolder(Path out) {
        return Files.isDirectory(out) || !String.valueOf(out.getFileName()).contains(".");
    }

    /// How one format writes one document.
    interface Form {
        void write(AnnotatedDocument document) throws IOException;

        /// What stands after the last document.
        default void end() throws IOException {}
    }

    /// @param file nothing where it is only rehearsed
    private record ToFile(Optional<NewFile> file, Form form, Selection selection, Losses losses)
            implements DocumentWriter {

        @Override
        public void write(AnnotatedDocument document) throws IOException {
            form.write(selection.of(document, losses));
        }

        @Override
        public List<String> finish() throws IOException {
            form.end();
            if (file.isPresent()) file.get().finish();
            return losses.sentences();
        }

        @Override
        public void close() throws IOException {
            if (file.isPresent()) file.get().close();
        }
    }
}
