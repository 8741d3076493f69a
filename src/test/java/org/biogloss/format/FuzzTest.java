package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Broken files give report lines, never an exception, and never a document that is not sound.
class FuzzTest {

    private static final int CASES = 500;
    private static final Pattern PROGRAMMERS_WORDS = Pattern.compile("Exception|NullPointer|OutOfBounds|java\\.");

    @TempDir
    Path folder = Path.of("");

    private static String valid(Format format) {
        return switch (format) {
            case PUBTATOR -> """
                    12|t|Effect of 𝛼-toxin | on p53
                    12|a|Renal and hepatic failure in HeLa cells.
                    12\t10\t17\t𝛼-toxin\tChemical\tD1
                    12\t23\t26\tp53\tGene\t7157|7158\tp|53
                    12\tCID\tD1\tD2\tNovel

                    13|t|Another
                    13|a|
                    13\t0\t7\tAnother\tX
                    """;
            case BIOC_XML -> """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE collection SYSTEM "BioC.dtd">
                    <collection><source>s</source><date/><key/><document><id>1</id><infon key="a">b</infon>
                    <passage><infon key="type">title</infon><offset>0</offset><text>On 𝛼 and p53 &amp; x</text>
                    <annotation id="1"><infon key="type">Gene</infon><infon key="identifier">7157</infon>
                    <location offset="9" length="3"/><text>p53</text></annotation></passage>
                    <passage><offset>17</offset><sentence><offset>17</offset><text>Here p53.</text>
                    <annotation id="2"><infon key="type">Gene</infon><location offset="22" length="3"/><text>p53</text></annotation>
                    </sentence></passage>
                    <relation id="R1"><infon key="type">r</infon><node refid="1" role="a"/><node refid="2" role="b"/></relation>
                    </document></collection>
                    """;
            case BIOC_JSON -> """
                    {"source":"s","documents":[{"id":"1","infons":{"a":"b"},"passages":[{"infons":{"type":"title"},"offset":0,
                    "text":"On 𝛼 and p53","annotations":[{"id":"1","infons":{"type":"Gene","identifier":"7157"},"text":"p53",
                    "locations":[{"offset":9,"length":3}]}]},
                    {"infons":{},"offset":13,"sentences":[{"offset":13,"text":"Here p53.","annotations":[{"id":"2",
                    "infons":{"type":"Gene"},"text":"p53","locations":[{"offset":18,"length":3}]}]}]}],
                    "relations":[{"id":"R1","infons":{"type":"r"},"nodes":[{"refid":"1","role":"a"},{"refid":"2","role":"b"}]}]}]}
                    """;
            case BRAT -> """
                    T1	Chemical 0 1;9 12	𝛼 p53
                    T2	Gene 9 12	p53
                    T3	Event 5 8	and
                    R1	ties Arg1:T1 Arg2:T2
                    E1	Event:T3 Theme:T2
                    A1	Negation T1
                    N1	Reference T2 Gene:7157	TP53
                    #1	AnnotatorNotes T2	sure?
                    *	Equiv T1 T2
                    """;
            case CONLL -> """
                    -DOCSTART- (7)

                    On	O
                    𝛼	B-Chemical
                    (	O
                    p53	B-Gene
                    )	O

                    Again	O
                    .	O
                    """;
            case PUBANNOTATION -> """
                    {"sourcedb":"PubMed","sourceid":"7","text":"On 𝛼 and p53","denotations":[
                    {"id":"T1","span":{"begin":3,"end":4},"obj":"Chemical"},
                    {"id":"T2","span":[{"begin":9,"end":10},{"begin":11,"end":12}],"obj":"Gene"}],
                    "relations":[{"id":"R1","pred":"r","subj":"T1","obj":"T2"}],
                    "attributes":[{"id":"A1","subj":"T1","pred":"sure","obj":"no"}]}
                    """;
            case CAS_XMI -> """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"
                    xmlns:type="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"
                    xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0"><cas:NULL xmi:id="0"/>
                    <type:NamedEntity xmi:id="2" sofa="1" begin="3" end="5" value="Chemical" identifier="D1"/>
                    <type:NamedEntity xmi:id="3" sofa="1" begin="10" end="13" value="Gene"/>
                    <custom:Event xmi:id="4" sofa="1" begin="6" end="9" links="5" certainty="low"/>
                    <custom:Link xmi:id="5" role="theme" target="3"/>
                    <custom:Relation xmi:id="6" sofa="1" begin="10" end="13" Governor="2" Dependent="3" label="ties"/>
                    <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="On 𝛼 and p53&#10;again"/>
                    <cas:View sofa="1" members="2 3 4 6"/></xmi:XMI>
                    """;
            case JATS -> """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.1//EN" "JATS-archivearticle1.dtd">
                    <article><front><journal-meta><journal-title>J</journal-title></journal-meta><article-meta>
                    <article-id pub-id-type="pmid">7</article-id><title-group><article-title>On <italic>p53</italic></article-title>
                    </title-group><abstract><p>It &#946; is.</p></abstract></article-meta></front>
                    <body><sec><title>Methods</title><p>We saw<xref ref-type="bibr" rid="b1">1</xref> 10<sup>6</sup> cells.
                    <fig><label>Figure 1</label><caption><p>Cells.</p></caption></fig></p></sec></body>
                    <back><ref-list><ref><label>1</label></ref></ref-list></back></article>
                    """;
            case MEDLINE -> """
                    <?xml version="1.0"?>
                    <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">7</PMID><Article><Journal><JournalIssue>
                    <PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>J</Title></Journal>
                    <ArticleTitle>[On p53].</ArticleTitle><Abstract><AbstractText Label="AIM">To see.</AbstractText></Abstract>
                    </Article></MedlineCitation></PubmedArticle><DeleteCitation><PMID>8</PMID></DeleteCitation></PubmedArticleSet>
                    """;
            case PDF -> "";
            case TEXT -> "A title\r\n\r\nSome text \u000C with 𝛼 and Größe.\n";
            case JSONL -> """
                    {"id":"1","title_length":5,"text":"𝛼 ab cd","entities":[{"id":"T1","type":"G","start":2,"end":4,"text":"ab","spans":[[2,3],[3,4]]},{"id":"T2","type":"G","start":5,"end":7,"text":"cd"}],"relations":[{"type":"r","head":"T1","tail":"T2"}],"labels":["x"],"sections":[{"name":"a","start":0,"end":3}]}
                    {"id":"2","tokens":["a","b"],"tags":["B-X","I-X"],"status":"DONE","year":2020}
                    """;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] content(Format format) throws IOException {
        if (format != Format.PDF) return bytes(valid(format));
        try (var pdf = new TinyPdf()) {
            return pdf.line(60, 100, 20, "A title")
                    .line(60, 140, 10, "Text of a paper.")
                    .bytes();
        }
    }

    /// @return what is to be read: brat's annotations lie beside a text
    private Path place(Format format, String name, byte[] content) throws IOException {
        if (format != Format.BRAT) return Files.write(folder.resolve(name + format.extension()), content);
        Files.write(folder.resolve(name + ".ann"), content);
        return Files.writeString(folder.resolve(name + ".txt"), "𝛼 x, and p53.");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void brokenFilesGiveLinesAndSoundDocuments(Format format) throws IOException {
        var random = new Random(20250101);
        byte[] valid = content(format);
        var out = folder.resolve("out.jsonl");
        int readable = 0;
        try (var writer = Exporter.open(Format.JSONL, out, Selection.everything())) {
            for (int i = 0; i < CASES; i++) {
                byte[] broken = Mutated.of(valid, random);
                var file = place(format, "case", broken);
                var forced = i % 2 == 0 ? Optional.of(format) : Optional.<Format>empty();
                var report = new Importer().read(List.of(file), forced, "gold", writer::write, JobContext.silent());
                assertTrue(
                        report.documents() + report.rejected() > 0,
                        () -> "silence about " + new String(broken, StandardCharsets.UTF_8));
                assertFalse(PROGRAMMERS_WORDS.matcher(report.toJson()).find(), report::toJson);
                readable += report.documents() > 0 ? 1 : 0;
            }
        }
        assertTrue(readable > CASES / 20, "only " + readable + " of them still had a document");
    }

    @Test
    void unmutatedTheyAreFine() throws IOException {
        for (var format : Format.values()) {
            var file = place(format, "a" + format.id(), content(format));
            var read = Reading.ofPaths(file);
            assertTrue(
                    read.rejected().isEmpty() && read.repaired().isEmpty(),
                    read.report().toJson());
        }
    }
}
