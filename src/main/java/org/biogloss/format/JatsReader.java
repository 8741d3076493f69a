package org.biogloss.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.biogloss.document.Document;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Segment;

/// Reads articles in JATS (and its forerunners of the NLM), as PubMed Central and publishers give them out: title,
/// abstracts, sections, captions of figures and tables; references, tables' cells and front matter are left out.
/// Letters and responses that come with an article are documents of their own.
final class JatsReader implements DocumentReader {

    /// Parts of an article's back that are text.
    private static final Set<String> BACK = Set.of("ack", "app-group", "app", "sec", "notes", "bio");

    private static final Set<String> SKIPPED =
            Set.of("ref-list", "glossary", "fn-group", "supplementary-material", "media");

    private static final List<String> IDS = List.of("pmid", "pmcid", "pmc", "doi", "publisher-id");

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        try (var source = BioCXml.open(input, intake)) {
            var xml = source.reader();
            int number = 0;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) continue;
                if (!xml.getLocalName().equals("article")) continue;
                article(XmlTree.read(xml, intake), "article " + ++number, Optional.empty(), input, intake);
            }
        } catch (XMLStreamException broken) {
            if (input.failure().isEmpty()) intake.rejected(BioCXml.where(broken), BioCXml.why(broken, intake));
        }
    }

    private static void article(XmlTree article, String where, Optional<String> of, FileInput input, Intake intake) {
        var reading = new Article(new RawDocument(where));
        var front = article.find("article-meta")
                .or(() -> article.elements("front-stub").findFirst());
        front.ifPresent(reading::front);
        article.find("journal-title").ifPresent(title -> reading.about(Document.JOURNAL, title.words()));
        article.elements("body").forEach(body -> reading.block(body, "body"));
        article.elements("back").forEach(reading::back);
        article.elements("floats-group").forEach(floats -> floats.elements().forEach(reading::caption));
        reading.floats();
        var raw = reading.raw;
        if (of.isPresent()) {
            var own = article.attribute("id");
            raw.id = of.get() + "-" + (own.isBlank() ? "part" : own);
            reading.about("part of", of.get());
        } else if (raw.id.isBlank()) {
            raw.id = input.stem();
        }
        intake.offer(raw);
        for (var part : List.of("sub-article", "response")) {
            article.elements(part)
                    .forEach(inner -> article(inner, where + ", " + part, Optional.of(raw.id), input, intake));
        }
    }

    /// One article as it is walked through.
    private static final class Article {

        private final RawDocument raw;
        private final Deque<XmlTree> floating = new ArrayDeque<>();
        private int passage;

        Article(RawDocument raw) {
            this.raw = raw;
        }

        void about(String key, String words) {
            if (!words.isBlank()) raw.about.putIfAbsent(key, words);
        }

        void front(XmlTree meta) {
            for (var kind : IDS) {
                meta.elements("article-id")
                        .filter(id -> id.attribute("pub-id-type").equals(kind))
                        .findFirst()
                        .ifPresent(id -> {
                            if (raw.id.isBlank()) raw.id = id.words();
                            about(kind.equals("pmc") ? "pmcid" : kind, id.words());
                        });
            }
            year(meta).ifPresent(year -> about(Document.YEAR, year));
            var keywords = meta.all("kwd").map(XmlTree::words).toList();
            about("keywords", String.join("; ", keywords));
            meta.find("license").map(licence -> licence.attribute("href")).ifPresent(href -> about("licence", href));
            meta.elements("title-group")
                    .flatMap(group -> group.elements("article-title"))
                    .findFirst()
                    .ifPresent(title -> paragraph(title, Section.TITLE));
            for (var part : meta.elements().toList()) {
                if (part.name().equals("abstract")) {
                    var kind = part.attribute("abstract-type");
                    block(part, kind.isBlank() ? Section.ABSTRACT : Section.ABSTRACT + " (" + kind + ")");
                } else if (part.name().equals("trans-abstract")) {
                    block(part, Section.ABSTRACT + " (" + part.attribute("lang") + ")");
                }
            }
        }

        private static Optional<String> year(XmlTree meta) {
            var years = meta.elements("pub-date")
                    .flatMap(date -> date.elements("year"))
                    .map(XmlTree::words)
                    .filter(year -> year.matches("\\d{4}"))
                    .sorted();
            return years.findFirst();
        }

        /// What may hold sections, paragraphs and lists.
        void block(XmlTree block, String section) {
            for (var part : block.elements().toList()) {
                switch (part.name()) {
                    case "sec" ->
                        block(part, name(part).filter(_ -> isTop(section)).orElse(section));
                    case "title",
                            "p",
                            "disp-quote",
                            "verse-group",
                            "speech",
                            "statement",
                            "disp-formula",
                            "preformat" -> paragraph(part, section);
                    case "list", "def-list" -> list(part, section);
                    case "boxed-text", "app", "app-group", "ack", "notes", "bio" -> block(part, section);
                    case "fig", "fig-group", "table-wrap", "table-wrap-group" -> floating.add(part);
                    default -> {
                        if (!SKIPPED.contains(part.name()) && !part.name().equals("label")) paragraph(part, section);
                    }
                }
            }
            floats();
        }

        /// Sections inside sections keep the name of the one outside.
        private static boolean isTop(String section) {
            return section.equals("body") || section.equals("back");
        }

        private static Optional<String> name(XmlTree section) {
            var title =
                    section.elements("title").findFirst().map(XmlTree::words).orElse("");
            var kind = section.attribute("sec-type").replace('|', '/');
            var name = title.isBlank() ? kind : title;
            if (name.isBlank()) return Optional.empty();
            var plain = name.toLowerCase(Locale.ROOT).replaceFirst("^[\\d.]+\\s+", "");
            return Optional.of(plain.length() > 60 ? plain.substring(0, 60).strip() : plain);
        }

        private void list(XmlTree list, String section) {
            for (var item : list.elements().toList()) paragraph(item, section);
        }

        void back(XmlTree back) {
            for (var part : back.elements().toList()) {
                if (!BACK.contains(part.name())) continue;
                switch (part.name()) {
                    case "sec" -> block(part, name(part).orElse("back"));
                    case "ack" -> block(part, "acknowledgements");
                    default -> block(part, "appendix");
                }
            }
        }

        private void paragraph(XmlTree element, String section) {
            var words = ArticleText.of(element, floating::add);
            if (!words.isBlank()) raw.segments.add(new Segment(words, 0, passage++, section));
        }

        /// What floated inside the paragraphs before comes behind them.
        void floats() {
            while (!floating.isEmpty()) caption(floating.removeFirst());
        }

        void caption(XmlTree element) {
            switch (element.name()) {
                case "fig-group", "table-wrap-group" -> element.elements().forEach(this::caption);
                case "fig" -> caption(element, "figure caption");
                case "table-wrap" -> caption(element, "table caption");
                case "boxed-text" -> block(element, "box");
                default -> {}
            }
        }

        private void caption(XmlTree element, String section) {
            var label =
                    element.elements("label").findFirst().map(XmlTree::words).orElse("");
            var words = new StringBuilder(label);
            element.elements("caption").forEach(caption -> {
                if (!words.isEmpty()) words.append(' ');
                words.append(ArticleText.of(caption, _ -> {}));
            });
            if (words.length() > label.length()) {
                raw.segments.add(new Segment(words.toString(), 0, passage++, section));
            }
        }
    }
}
