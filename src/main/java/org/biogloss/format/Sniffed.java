package org.biogloss.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the first bytes of a file, unpacked, say it is.
sealed interface Sniffed {

    int HEAD = 1 << 16;

    record Known(Format format) implements Sniffed {}

    /// @param why in words, for the report
    record Foreign(String why) implements Sniffed {}

    static Sniffed file(Path file) throws IOException {
        try (var input = FileInput.open(file)) {
            byte[] head = input.stream().readNBytes(HEAD);
            if (head.length == 0) {
                return new Foreign(input.failure()
                        .map(failure -> "cannot be unpacked: " + Reason.of(failure))
                        .orElse("the file is empty"));
            }
            return of(head, input.name());
        }
    }

    private static Sniffed of(byte[] head, String name) {
        if (new Magic("a PDF", '%', 'P', 'D', 'F').starts(head)) return new Known(Format.PDF);
        if (Magic.ZIP.starts(head) && CasReader.isZipOfXmi(head)) return new Known(Format.CAS_XMI);
        for (var magic : Magic.KNOWN) {
            if (magic.starts(head)) return new Foreign("is " + magic.what() + ", which BioGloss does not read");
        }
        var encoding = TextEncoding.of(head, head.length);
        Charset charset = encoding.charset();
        var text = new String(head, encoding.mark(), head.length - encoding.mark(), charset);
        if (isBinary(text)) return new Foreign("is no text: it has bytes that no text has");
        var start = text.stripLeading();
        if (start.isEmpty() && head.length < HEAD) return new Foreign("the file has nothing but blanks");
        if (start.startsWith("<") && Xml.looksLikeIt(start)) return Xml.kind(start);
        if (start.startsWith("{") || start.matches("(?s)\\[\\s*\\{.*")) return Json.kind(start);
        if (PubTatorReader.looksLikeIt(start)) return new Known(Format.PUBTATOR);
        if (ConllReader.looksLikeIt(start)) return new Known(Format.CONLL);
        return plain(name);
    }

    private static Sniffed plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) lower = lower.substring(0, lower.length() - 3);
        int dot = lower.lastIndexOf('.');
        var extension = dot > 0 ? lower.substring(dot + 1) : "";
        return Set.of("", "txt", "text", "md", "asc").contains(extension)
                ? new Known(Format.TEXT)
                : new Foreign("is a text file of an unknown kind (." + extension
                        + "); to take it as plain text, say so with --format text or --from text");
    }

    /// Whether so much of it is no character that it was never meant to be read.
    static boolean isBinary(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' || c == '\uFFFD') odd++;
        }
        return odd > 8 && odd * 20 > text.length();
    }

    /// How files of common other kinds begin.
    record Magic(String what, int... bytes) {
        static final Magic ZIP = new Magic("a ZIP archive or an Office document", 'P', 'K', 3, 4);

        static final List<Magic> KNOWN = List.of(
                new Magic("a JPEG picture", 0xFF, 0xD8, 0xFF),
                new Magic("a PNG picture", 0x89, 'P', 'N', 'G'),
                new Magic("a GIF picture", 'G', 'I', 'F', '8'),
                new Magic("a TIFF picture", 'I', 'I', '*', 0),
                new Magic("a TIFF picture", 'M', 'M', 0, '*'),
                ZIP,
                new Magic("an XZ archive", 0xFD, '7', 'z', 'X', 'Z'),
                new Magic("a BZip2 archive", 'B', 'Z', 'h'),
                new Magic("a Zstandard archive", 0x28, 0xB5, 0x2F, 0xFD),
                new Magic("a 7-Zip archive", '7', 'z', 0xBC, 0xAF),
                new Magic("an old Office document", 0xD0, 0xCF, 0x11, 0xE0),
                new Magic("an RTF document", '{', '\\', 'r', 't', 'f'),
                new Magic("an SQLite database", 'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f'),
                new Magic("a program", 0x7F, 'E', 'L', 'F'));

        boolean starts(byte[] head) {
            if (head.length < bytes.length) return false;
            for (int i = 0; i < bytes.length; i++) {
                if ((head[i] & 0xFF) != bytes[i]) return false;
            }
            return true;
        }
    }

    /// Tells one XML by its root element.
    final class Xml {
        private static final Pattern START = Pattern.compile("<(\\?xml|!DOCTYPE|!--|[A-Za-z_])");
        private static final Pattern SKIPPED =
                Pattern.compile("<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^\\[>]*(\\[.*?\\]\\s*)?>", Pattern.DOTALL);
        private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][\\w.:-]*)");

        private Xml() {}

        static boolean looksLikeIt(String start) {
            return START.matcher(start).lookingAt();
        }

        static Sniffed kind(String start) {
            var root = ROOT.matcher(SKIPPED.matcher(start).replaceAll(" "));
            if (!root.find()) return new Known(Format.BIOC_XML);
            var name = root.group(1);
            return switch (name) {
                case "collection" -> new Known(Format.BIOC_XML);
                case "xmi:XMI", "XMI" -> new Known(Format.CAS_XMI);
                case "typeSystemDescription" ->
                    new Foreign("is the type system of CAS XMI files; they are read without it");
                case "article", "pmc-articleset", "articles" -> new Known(Format.JATS);
                case "PubmedArticleSet",
                        "PubmedArticle",
                        "MedlineCitationSet",
                        "MedlineCitation",
                        "PubmedBookArticle" -> new Known(Format.MEDLINE);
                default ->
                    new Foreign("is XML with the root <" + Quote.of(name)
                            + ">; of XML, BioGloss reads BioC (<collection>), JATS (<article>), MEDLINE"
                            + " (<PubmedArticleSet>) and CAS XMI (<xmi:XMI>)");
            };
        }
    }

    /// Tells one JSON from another by the keys of the first object.
    final class Json {
        private static final JsonFactory FACTORY = new JsonFactory();

        private Json() {}

        static Sniffed kind(String start) {
            boolean array = start.startsWith("[");
            var keys = keys(array ? start.substring(start.indexOf('{')) : start);
            if (keys.contains("documents") || keys.contains("PubTator3") || keys.contains("passages")) {
                return new Known(Format.BIOC_JSON);
            }
            if (keys.contains("denotations") || keys.contains("tracks")) return new Known(Format.PUBANNOTATION);
            if (keys.contains("text") && keys.contains("sourcedb")) return new Known(Format.PUBANNOTATION);
            if (array) return new Foreign("is one JSON array; BioGloss reads one JSON object a line");
            int end = start.indexOf('\n');
            boolean spread = end >= 0 && start.substring(0, end).strip().length() < 3;
            return spread
                    ? new Foreign("is one JSON object over many lines; BioGloss reads one JSON object a line")
                    : new Known(Format.JSONL);
        }

        private static Set<String> keys(String start) {
            var keys = new HashSet<String>();
            try (var parser = FACTORY.createParser(start.getBytes(StandardCharsets.UTF_8))) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            } catch (IOException endOfHead) {
                return keys;
            }
            return keys;
        }
    }
}
