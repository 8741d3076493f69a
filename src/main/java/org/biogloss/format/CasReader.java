package org.biogloss.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads UIMA's CAS in XMI, a file or a zip of them, as INCEpTION, WebAnno and cTAKES write it.
///
/// The text stands at the end of such a file, so its annotations wait in memory for it; tokens, tags and parses do not.
/// A type system beside it is not needed: what an element is shows in its features.
final class CasReader implements DocumentReader {

    /// In bytes, of one file in a zip: far beyond any document, and an end to a zip that swells without one.
    private static final long LARGEST = 256L << 20;

    static boolean isXmi(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xmi");
    }

    /// Files that say which types there are, beside those that use them.
    static void leaveOutTypeSystems(List<java.nio.file.Path> files) {
        var folders = new java.util.HashSet<java.nio.file.Path>();
        for (var file : files) {
            if (isXmi(file.toString())) folders.add(file.toAbsolutePath().getParent());
        }
        files.removeIf(file -> file.getFileName().toString().equalsIgnoreCase("TypeSystem.xml")
                && folders.contains(file.toAbsolutePath().getParent()));
    }

    /// Whether the zip that begins so has such a file among its first.
    static boolean isZipOfXmi(byte[] head) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(head))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (isXmi(entry.getName())) return true;
            }
            return false;
        } catch (IOException | IllegalArgumentException endOfHead) {
            return false;
        }
    }

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        var in = new BufferedInputStream(input.stream(), 1 << 16);
        in.mark(4);
        boolean zipped = in.read() == 'P' && in.read() == 'K';
        in.reset();
        if (!zipped) {
            read(in, input.stem(), "", intake);
            return;
        }
        var zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!isXmi(entry.getName())) continue;
            var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            read(new Part(zip), name.substring(0, name.length() - ".xmi".length()), entry.getName() + ", ", intake);
        }
    }

    private static void read(InputStream in, String stem, String where, Intake intake) throws IOException {
        var document = new CasDocument(stem, where, intake);
        try (var source = BioCXml.openLenient(in, intake)) {
            elements(source.reader(), document, intake);
            document.offer();
        } catch (XMLStreamException broken) {
            intake.rejected(where + BioCXml.where(broken), BioCXml.why(broken, intake));
        }
    }

    private static void elements(XMLStreamReader xml, CasDocument document, Intake intake) throws XMLStreamException {
        while (xml.hasNext() && xml.next() != XMLStreamConstants.START_ELEMENT) {}
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                intake.pulse();
                document.take(structure(xml));
            }
        }
    }

    /// One feature structure: an element whose attributes, and whose child elements for lists of words, are features.
    private static Structure structure(XMLStreamReader xml) throws XMLStreamException {
        var uri = xml.getNamespaceURI();
        var type = CasTypes.name(uri == null ? "" : uri, xml.getLocalName());
        var id = "";
        Map<String, String> features = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            var space = xml.getAttributeNamespace(i);
            boolean own = space != null && space.endsWith("/XMI");
            if (own && xml.getAttributeLocalName(i).equals("id")) id = xml.getAttributeValue(i);
            else if (!own) features.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        int depth = 1;
        var name = "";
        var words = new StringBuilder();
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    name = xml.getLocalName();
                    words.setLength(0);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth-- == 2) features.merge(name, words.toString(), (a, b) -> a + "|" + b);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth > 1) words.append(xml.getText());
                }
                default -> {}
            }
        }
        return new Structure(id, type, features);
    }

    /// @param features as they stand in the file, references being ids
    record Structure(String id, String type, Map<String, String> features) {

        String feature(String name) {
            return features.getOrDefault(name, "");
        }

        boolean has(String... names) {
            return List.of(names).stream().allMatch(features::containsKey);
        }
    }

    /// One file of a zip: ends where it is too large, and closes nothing.
    private static final class Part extends FilterInputStream {
        private long left = LARGEST;

        Part(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? super.read() : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left <= 0) return -1;
            int n = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }

        @Override
        public void close() {}
    }
}
