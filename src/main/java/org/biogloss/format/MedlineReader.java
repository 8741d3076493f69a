package org.biogloss.format;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.biogloss.document.Document;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Segment;

/// Reads MEDLINE and PubMed XML, one record in memory at a time: title, abstract (a structured one with its headings),
/// journal, year, DOI and MeSH headings. Deleted citations are numbers only and are passed over.
final class MedlineReader implements DocumentReader {

    /// An element of these holds a record; the outermost counts.
    private static final Set<String> RECORDS = Set.of("PubmedArticle", "PubmedBookArticle", "MedlineCitation");

    private static final Pattern YEAR = Pattern.compile("\\b(1[89]|20)\\d\\d\\b");

    /// A title that was translated stands in brackets.
    private static final Pattern TRANSLATED = Pattern.compile("\\[(.*)]\\.?", Pattern.DOTALL);

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        try (var source = BioCXml.open(input, intake)) {
            var xml = source.reader();
            int number = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && RECORDS.contains(xml.getLocalName())) {
                    intake.offer(record(XmlTree.read(xml, intake), "record " + ++number));
                }
            }
        } catch (XMLStreamException broken) {
            if (input.failure().isEmpty()) intake.rejected(BioCXml.where(broken), BioCXml.why(broken, intake));
        }
    }

    private static RawDocument record(XmlTree record, String where) {
        var raw = new RawDocument(where);
        raw.id = record.find("PMID").map(XmlTree::words).orElse("");
        var title =
                record.find("ArticleTitle").or(() -> record.find("BookTitle")).map(XmlTree::words);
        title.map(MedlineReader::plain)
                .filter(words -> !words.isBlank())
                .ifPresent(words -> add(raw, words, Section.TITLE));
        record.find("Abstract")
                .ifPresent(text -> text.elements("AbstractText").forEach(part -> {
                    var words = ArticleText.of(part, _ -> {});
                    var label = part.attribute("Label");
                    if (!words.isBlank()) add(raw, label.isBlank() ? words : label + ": " + words, Section.ABSTRACT);
                }));
        about(raw, Document.JOURNAL, record.find("Journal").flatMap(journal -> journal.find("Title")));
        year(record).ifPresent(year -> raw.about.put(Document.YEAR, year));
        about(
                raw,
                "doi",
                record.all("ELocationID")
                        .filter(id -> id.attribute("EIdType").equals("doi"))
                        .findFirst()
                        .or(() -> record.all("ArticleId")
                                .filter(id -> id.attribute("IdType").equals("doi"))
                                .findFirst()));
        var headings = record.all("MeshHeading")
                .flatMap(heading -> heading.elements("DescriptorName"))
                .map(XmlTree::words)
                .collect(Collectors.joining("; "));
        if (!headings.isBlank()) raw.about.put("mesh", headings);
        about(raw, "vernacular title", record.find("VernacularTitle"));
        return raw;
    }

    private static void add(RawDocument raw, String words, String section) {
        raw.segments.add(new Segment(words, 0, raw.segments.size(), section));
    }

    private static void about(RawDocument raw, String key, Optional<XmlTree> element) {
        element.map(XmlTree::words).filter(words -> !words.isBlank()).ifPresent(words -> raw.about.put(key, words));
    }

    private static String plain(String title) {
        var translated = TRANSLATED.matcher(title);
        return translated.matches() ? translated.group(1) : title;
    }

    /// `Year`, or the first year in a `MedlineDate` such as `1998 Dec-1999 Jan`.
    private static Optional<String> year(XmlTree record) {
        return record.find("PubDate").map(XmlTree::words).flatMap(words -> {
            var year = YEAR.matcher(words.toUpperCase(Locale.ROOT));
            return year.find() ? Optional.of(year.group()) : Optional.empty();
        });
    }
}
