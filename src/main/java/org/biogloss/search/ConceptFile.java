package org.biogloss.search;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a terminology, plain, gzipped or zipped, told by its content:
///
/// - OBO: `[Term]` stanzas; obsolete ones are left out
/// - the descriptors of MeSH in XML, without their tree
/// - columns parted by tabs: id, name, synonyms parted by `|`, definition, parents parted by `|`; all but two may be
/// missing
public final class ConceptFile {

    private static final int HEAD = 4096;

    /// `synonym: "nerve cell" EXACT [CL:x]`, quotes inside escaped.
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    private ConceptFile() {}

    /// @param progress hears how many bytes of the file have been read; what it throws ends the reading
    /// @return how many there were
    /// @throws IOException with words, if the file cannot be read or is none of these
    public static long read(Path file, Consumer<Concept> sink, LongConsumer progress) throws IOException {
        var counted = new long[1];
        Consumer<Concept> counting = concept -> {
            counted[0]++;
            sink.accept(concept);
        };
        try (var in = open(file, progress)) {
            in.mark(HEAD);
            var head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            in.reset();
            if (head.contains("<DescriptorRecordSet") || head.contains("<DescriptorRecord ")) mesh(in, counting);
            else if (head.contains("[Term]") || head.startsWith("format-version:") || head.contains("\n[Term]"))
                obo(in, counting);
            else if (head.lines().findFirst().orElse("").contains("\t")) columns(in, counting);
            else {
                throw new IOException("it is neither OBO nor the descriptors of MeSH nor columns parted by tabs"
                        + " (id, name, synonyms, definition, parents)");
            }
        } catch (XMLStreamException | IOException broken) {
            throw cannot(file, broken);
        }
        if (counted[0] == 0)
            throw new IOException("Cannot read the terminology " + file + ": there is no concept in it.");
        return counted[0];
    }

    private static IOException cannot(Path file, Exception why) {
        return new IOException("Cannot read the terminology " + file + ": " + why.getMessage() + ".", why);
    }

    /// Of a zip, its first file.
    private static BufferedInputStream open(Path file, LongConsumer progress) throws IOException {
        InputStream in = new BufferedInputStream(new Counted(Files.newInputStream(file), progress), 1 << 16);
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gz")) in = new GZIPInputStream(in);
        if (name.endsWith(".zip")) {
            var zip = new ZipInputStream(in);
            for (var entry = zip.getNextEntry(); ; entry = zip.getNextEntry()) {
                if (entry == null) throw new IOException("the zip is empty");
                if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX")) break;
            }
            in = zip;
        }
        return new BufferedInputStream(in, 1 << 16);
    }

    /// Tells how far a file has been read.
    private static final class Counted extends FilterInputStream {

        private final LongConsumer progress;
        private long read;

        Counted(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            if (n > 0) progress.accept(read += n);
            return n;
        }
    }

    private static void obo(InputStream in, Consumer<Concept> sink) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        var stanza = new Stanza();
        boolean inTerm = false;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("[")) {
                if (inTerm) stanza.giveTo(sink);
                stanza = new Stanza();
                inTerm = line.strip().equals("[Term]");
            } else if (inTerm) {
                stanza.line(line);
            }
        }
        if (inTerm) stanza.giveTo(sink);
    }

    private static final class Stanza {

        private String id = "";
        private String name = "";
        private String definition = "";
        private boolean obsolete;
        private final List<String> synonyms = new ArrayList<>();
        private final List<String> parents = new ArrayList<>();

        void line(String line) {
            int colon = line.indexOf(": ");
            if (colon < 0) return;
            var value = line.substring(colon + 2).strip();
            switch (line.substring(0, colon)) {
                case "id" -> id = withoutComment(value);
                case "name" -> name = value;
                case "def" -> definition = quoted(value);
                case "synonym" -> synonyms.add(quoted(value));
                case "is_a" -> parents.add(withoutComment(value).split("\\s")[0]);
                case "is_obsolete" -> obsolete = value.startsWith("true");
                default -> {}
            }
        }

        private static String withoutComment(String value) {
            int mark = value.indexOf(" !");
            return (mark < 0 ? value : value.substring(0, mark)).strip();
        }

        private static String quoted(String value) {
            var words = QUOTED.matcher(value);
            return words.find() ? words.group(1).replaceAll("\\\\(.)", "$1") : "";
        }

        void giveTo(Consumer<Concept> sink) {
            if (obsolete || id.isBlank() || name.isBlank()) return;
            synonyms.removeIf(String::isBlank);
            sink.accept(new Concept(id, name, synonyms, definition, parents));
        }
    }

    private static void columns(InputStream in, Consumer<Concept> sink) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        boolean first = true;
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            var cells = line.split("\t", -1);
            boolean header = first && cells[0].strip().equalsIgnoreCase("id");
            first = false;
            if (header || line.isBlank() || line.startsWith("#")) continue;
            if (cells.length < 2 || cells[0].isBlank() || cells[1].isBlank()) continue;
            sink.accept(new Concept(
                    cells[0].strip(),
                    cells[1].strip(),
                    cells.length > 2 ? parted(cells[2]) : List.of(),
                    cells.length > 3 ? cells[3].strip() : "",
                    cells.length > 4 ? parted(cells[4]) : List.of()));
        }
    }

    private static List<String> parted(String cell) {
        return Arrays.stream(cell.split("\\|"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static void mesh(InputStream in, Consumer<Concept> sink) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(in, "UTF-8");
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("DescriptorRecord")) {
                descriptor(xml, sink);
            }
        }
    }

    private static void descriptor(XMLStreamReader xml, Consumer<Concept> sink) throws XMLStreamException {
        var id = "";
        var name = "";
        var definition = "";
        var terms = new ArrayList<String>();
        var open = new ArrayList<String>();
        open.add("DescriptorRecord");
        while (!open.isEmpty()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> open.add(xml.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    var words = xml.getText();
                    var path = String.join("/", open);
                    if (path.equals("DescriptorRecord/DescriptorUI")) id += words;
                    else if (path.equals("DescriptorRecord/DescriptorName/String")) name += words;
                    else if (path.endsWith("Concept/ScopeNote") && definition.isEmpty()) definition = words;
                    else if (path.endsWith("TermList/Term/String")) terms.add(words.strip());
                }
                default -> {}
            }
        }
        var preferred = name.strip();
        terms.removeIf(term -> term.isBlank() || term.equals(preferred));
        if (id.isBlank() || preferred.isBlank()) return;
        sink.accept(new Concept(id.strip(), preferred, terms, definition.strip(), List.of()));
    }
}
