package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What articles in XML do to words on the way from paper.
class ArticlesTest {

    private static String article(String body) {
        return "<article><front><article-meta><article-id pub-id-type=\"pmid\">7</article-id><title-group>"
                + "<article-title>T</article-title></title-group></article-meta></front><body>" + body
                + "</body></article>";
    }

    private static String text(String body) {
        return Reading.of("a.xml", article(body)).only().text();
    }

    private static List<String> sections(String name, String content) {
        return Reading.of(name, content).only().document().sections().stream()
                .map(section -> section.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "in cells<xref ref-type='bibr' rid='b'>12</xref>. More | in cells. More",
                "in cells<sup><xref ref-type='bibr' rid='b'>1</xref>,<xref ref-type='bibr' rid='c'>2</xref></sup> of | in cells of",
                "as shown [<xref ref-type='bibr' rid='b'>12</xref>]. | as shown [12].",
                "by <xref ref-type='bibr' rid='b'>Smith (2003)</xref>. | by Smith (2003).",
                "see <xref ref-type='fig' rid='f'>Figure 1</xref> | see Figure 1",
                "CO<sub>2</sub> and 10<sup>6</sup> and Ca<sup>2+</sup> | CO2 and 10^6 and Ca2+",
                "x<break/>y | x y",
                "a<inline-formula><alternatives><tex-math>\\alpha</tex-math><math><mi>α</mi><mo>=</mo><mn>1</mn></math></alternatives></inline-formula>b | aα=1b",
                "<inline-formula><tex-math>$x$</tex-math></inline-formula> | [formula]",
                "<inline-formula><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></inline-formula> | 1/2",
                "&alpha;&nbsp;and &#946; | α and β"
            })
    void inlineMarkup(String markup, String words) {
        assertEquals("T\n" + words, text("<p>" + markup + "</p>"));
    }

    @Test
    void figuresAndTablesInsideAParagraphDoNotBreakIt() {
        var body = "<sec><title>1. Methods</title><p>One <fig><label>Figure 1</label><caption><title>Cells.</title>"
                + "<p>Many.</p></caption></fig>sentence.</p><table-wrap><label>Table 1</label><caption><p>Rates.</p></caption>"
                + "<table><tr><td>5</td></tr></table></table-wrap></sec>";
        assertEquals("T\n1. Methods\nOne sentence.\nFigure 1 Cells. Many.\nTable 1 Rates.", text(body));
        assertEquals(
                List.of("title", "methods", "methods", "figure caption", "table caption"),
                sections("a.xml", article(body)));
    }

    @Test
    void lettersThatComeWithAnArticleAreDocumentsOfTheirOwn() {
        var read = Reading.of(
                "a.xml",
                article("<p>Main.</p>")
                        .replace(
                                "</article>",
                                "<sub-article id=\"SA1\"><front-stub><title-group>"
                                        + "<article-title>Answer</article-title></title-group></front-stub><body><p>Yes.</p></body>"
                                        + "</sub-article></article>"));
        assertEquals(
                List.of("7", "7-SA1"),
                read.documents().stream().map(one -> one.id()).toList());
        assertEquals("T\nMain.", read.documents().getFirst().text());
        assertEquals("Answer\nYes.", read.documents().getLast().text());
    }

    @Test
    void referencesAreLeftOutAndAppendicesAreNot() {
        var whole = article("<p>Main.</p>")
                .replace(
                        "</article>",
                        "<back><ack><p>Thanks.</p></ack><ref-list><ref><mixed-citation>"
                                + "Smith</mixed-citation></ref></ref-list><app-group><app><p>More.</p></app></app-group></back></article>");
        assertEquals(
                "T\nMain.\nThanks.\nMore.", Reading.of("a.xml", whole).only().text());
    }

    @Test
    void oldXmlWithAnOddEncodingLabelIsRead() {
        var read = Reading.of("a.xml", "<?xml version=\"1.1\" encoding=\"utf8\"?>" + article("<p>β</p>"));
        assertEquals("T\nβ", read.only().text());
    }

    @Test
    void depthThatNoArticleHasIsRefused() {
        var read = Reading.of("a.xml", article("<p>" + "<b>".repeat(10_000)));
        assertTrue(read.documents().isEmpty());
        assertTrue(
                read.rejected().getFirst().why().contains("has a depth of"),
                read.rejected().toString());
    }

    @Test
    void aRecordOfPubMedHasItsHeadingsAndParticulars() {
        var record = "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version=\"1\">29</PMID><Article><Journal>"
                + "<JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue>"
                + "<Title>The Journal</Title></Journal><ArticleTitle>[On <i>TP53</i>].</ArticleTitle><Abstract>"
                + "<AbstractText Label=\"AIM\">To see H<sub>2</sub>O.</AbstractText><AbstractText>We did.</AbstractText>"
                + "</Abstract><ELocationID EIdType=\"doi\">10.1/x</ELocationID></Article><MeshHeadingList><MeshHeading>"
                + "<DescriptorName>Water</DescriptorName></MeshHeading></MeshHeadingList></MedlineCitation></PubmedArticle>"
                + "<PubmedArticle><MedlineCitation><PMID>30</PMID><Article><ArticleTitle>No abstract.</ArticleTitle></Article>"
                + "</MedlineCitation></PubmedArticle><DeleteCitation><PMID>31</PMID></DeleteCitation></PubmedArticleSet>";
        var read = Reading.of("a.xml", record);
        assertEquals(2, read.documents().size());
        var first = read.documents().getFirst();
        assertEquals("On TP53\nAIM: To see H2O.\nWe did.", first.text());
        assertEquals("1998", first.document().known("year").orElse(""));
        assertEquals("10.1/x", first.document().known("doi").orElse(""));
        assertEquals("Water", first.document().known("mesh").orElse(""));
        assertEquals(List.of(), read.rejected());
    }

    @Test
    void otherXmlIsNamed() {
        var read = Reading.of("a.xml", "<html><body/></html>");
        assertTrue(
                read.rejected().getFirst().why().contains("JATS (<article>)"),
                read.rejected().toString());
        assertFalse(read.report().documents() > 0);
    }
}
