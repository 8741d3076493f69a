package org.biogloss.format;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML that nobody vouches for.
///
/// The parser fetches nothing and expands nothing. It is given characters, not bytes: it would refuse an encoding
/// labelled `utf8`, and stop at the first control character.
record BioCXml(XMLStreamReader reader) implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*\\?>");
    private static final Pattern LABEL = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']+)[\"']");

    static BioCXml open(FileInput input, Intake intake) throws IOException, XMLStreamException {
        var bytes = new BufferedInputStream(input.stream(), 1 << 16);
        bytes.mark(512);
        byte[] head = new byte[256];
        int length = bytes.readNBytes(head, 0, head.length);
        bytes.reset();
        var encoding = TextEncoding.of(head, length);
        bytes.skipNBytes(encoding.mark());
        var decoder = charset(encoding, head, length, intake)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new BioCXml(FACTORY.createXMLStreamReader(new Allowed(new InputStreamReader(bytes, decoder), intake)));
    }

    /// Of XML that may name control characters, as XML 1.1 may and 1.0 may not, whatever it says that it is.
    static BioCXml openLenient(InputStream in, Intake intake) throws IOException, XMLStreamException {
        var bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(512);
        byte[] head = bytes.readNBytes(256);
        bytes.reset();
        var encoding = TextEncoding.of(head, head.length);
        bytes.skipNBytes(encoding.mark());
        var decoder = charset(encoding, head, head.length, intake)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new PushbackReader(new Allowed(new InputStreamReader(bytes, decoder), intake), 256);
        char[] start = new char[256];
        int length = Math.max(0, text.read(start));
        int skipped = DECLARATION
                .matcher(new String(start, 0, length))
                .replaceFirst("")
                .length();
        text.unread(start, length - skipped, skipped);
        return new BioCXml(FACTORY.createXMLStreamReader(new Prefixed("<?xml version=\"1.1\"?>", text)));
    }

    /// A text with some characters before it.
    private static final class Prefixed extends FilterReader {
        private String before;

        Prefixed(String before, Reader text) {
            super(text);
            this.before = before;
        }

        @Override
        public int read(char[] chars, int offset, int length) throws IOException {
            if (before.isEmpty()) return super.read(chars, offset, length);
            int n = Math.min(length, before.length());
            before.getChars(0, n, chars, offset);
            before = before.substring(n);
            return n;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("the file asks for another file, which is not fetched");
        });
        return factory;
    }

    private static Charset charset(TextEncoding encoding, byte[] head, int length, Intake intake) {
        if (encoding.mark() > 0 || encoding.charset() != StandardCharsets.UTF_8) return encoding.charset();
        var label = LABEL.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
        if (!label.find()) return StandardCharsets.UTF_8;
        try {
            var named = Charset.forName(label.group(1));
            return named.name().startsWith("UTF-16") || named.name().startsWith("UTF-32")
                    ? StandardCharsets.UTF_8
                    : named;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            intake.repaired(
                    "line 1", "the encoding “%s” is unknown; read as UTF-8".formatted(Quote.of(label.group(1))));
            return StandardCharsets.UTF_8;
        }
    }

    static String where(XMLStreamException broken) {
        var location = broken.getLocation();
        return location == null ? "XML" : "line " + location.getLineNumber();
    }

    /// The parser's message without its prologue about the position.
    static String why(XMLStreamException broken, Intake intake) {
        var message = String.valueOf(broken.getMessage());
        int at = message.indexOf("Message: ");
        var words = at < 0 ? message : message.substring(at + 9);
        return "the XML cannot be read on from here (%s); %,d documents before it were read"
                .formatted(Quote.of(words), intake.findings().documents());
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }

    /// Puts U+FFFD for each character that XML forbids.
    private static final class Allowed extends FilterReader {
        private final Intake intake;
        private boolean told;

        Allowed(Reader reader, Intake intake) {
            super(reader);
            this.intake = intake;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] chars, int offset, int length) throws IOException {
            int n = super.read(chars, offset, length);
            boolean odd = false;
            for (int i = offset; i < offset + n; i++) {
                char c = chars[i];
                if (c >= ' ' && c < 0xFFFE || c == '\n' || c == '\r' || c == '\t') continue;
                chars[i] = '\uFFFD';
                odd = true;
            }
            if (odd && !told) {
                told = true;
                intake.repaired("file", "characters that XML forbids became U+FFFD");
            }
            return n;
        }
    }
}
