package org.biogloss.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Annotation;
import org.biogloss.document.Document;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Section;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentIndexTest {

    @TempDir
    Path folder;

    private DocumentIndex index;

    @BeforeEach
    void open() {
        index = DocumentIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            il6                        | a b c
            IL-6                       | a b c
            "IL 6"                     | a b c
            β-catenin                  | d e f
            beta-catenin               | d e f
            betacatenin                | d e
            "beta catenin"             | d e f
            CO2                        | g
            co₂                        | g
            coculture                  | h i
            co-culture                 | h i
            tumour                     | j k
            tumours                    | j k
            "tumour"                   | j
            metastasis                 | k
            AIDS                       | l
            aids                       | l m
            sjogren                    | n
            tum*                       | j k
            "beta cat*"                | d e f
            tumour OR aids             | j k l m
            beta -wnt                  | e f
            tumo* NOT metastasis       | j
            (tumour OR sjögren) -mice  | k n
            pmid:d                     | d
            tumour ??? -               | j k
            tumour OR =                | j k
            """)
    void aPersonFindsWhatTheyMean(String query, String ids) {
        add("a", "IL-6 rises");
        add("b", "IL6 falls");
        add("c", "the IL 6 axis");
        add("d", "Wnt and β-catenin");
        add("e", "beta-catenin");
        add("f", "beta catenin");
        add("g", "CO₂ in the blood");
        add("h", "a co-culture");
        add("i", "a coculture");
        add("j", "One tumour in mice");
        add("k", "tumours and metastases");
        add("l", "AIDS");
        add("m", "hearing aid");
        add("n", "Sjögren's disease");
        assertEquals(ids.equals("none") ? "" : ids, found(query));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            gene:brca1             | a
            gene:brca*             | a
            gene:cancer            | none
            Disease:"ovarian cancer" | b
            entity:cancer          | b
            concept:MESH:D010051   | b
            concept:d010051        | b
            MESH:D010051           | b
            has:disease            | b
            has:cell-line          | c
            cellline:hela          | c
            has:suggestions        | c
            -has:mentions          | d
            layer:gold             | a b
            model:bc5-cdr          | c
            is:done                | b
            is:review              | c
            status:new             | a d
            year:2015              | d
            year:2010-2020         | d
            year:>2015             | none
            year:<=2015            | d
            year:201*              | d
            journal:nature         | d
            id:d                   | d
            note:boundary          | a
            has:notes              | a d
            note:"look again"      | d
            """)
    void fieldsAskForWhatIsSaidOfADocument(String query, String ids) {
        var gene = Marked.text("a", "[BRCA1|Gene] in cancer");
        var noted = gene.annotations().getFirst();
        index.update(gene.apply(new Edit.Replace(noted, noted.with(Annotation.NOTE, "Is the boundary right?"))));
        var disease = Marked.text("b", "[ovarian cancer|Disease] and BRCA1");
        var mention = disease.mentions().findFirst().orElseThrow().withConcepts(List.of("MESH:D010051"));
        index.update(new AnnotatedDocument(disease.document(), DocumentStatus.DONE, List.of(mention)));
        var cells = Marked.text("c", "[HeLa|CellLine] cells");
        var suggestion = (Mention) cells.annotations().getFirst().from("bc5-cdr", new Source.Model("bc5-cdr", 0.9));
        index.update(new AnnotatedDocument(cells.document(), DocumentStatus.NEEDS_REVIEW, List.of(suggestion)));
        index.update(AnnotatedDocument.bare(new Document(
                "d",
                "Nothing marked",
                List.of(),
                Map.of(Document.YEAR, "2015", Document.JOURNAL, "Nature Genetics", Document.NOTE, "Look again!"))));
        index.refresh();
        assertEquals(ids.equals("none") ? "" : ids, found(query));
    }

    @Test
    void aRejectedMentionIsNotFound() {
        var document = Marked.text("a", "[HeLa|CellLine] cells");
        var rejected =
                document.annotations().getFirst().from("m", new Source.Rejected("me", new Source.Model("m", 0.5)));
        index.update(new AnnotatedDocument(document.document(), DocumentStatus.NEW, List.of(rejected)));
        index.refresh();
        assertEquals("", found("cellline:hela"));
        assertEquals("a", found("hela"));
    }

    @Test
    void filtersNarrowWhateverTheWords() {
        index.update(Marked.text("a", "[BRCA1|Gene] in cancer"));
        index.update(Marked.text("b", "cancer of [mice|Species]"));
        add("c", "cancer");
        assertEquals(
                List.of("b", "a"), ids("cancer", new Filters(Set.of("Gene", "Species"), Optional.empty(), Set.of())));
        assertEquals(List.of(), ids("", new Filters(Set.of(), Optional.of("MESH:1"), Set.of())));
        assertEquals(List.of(), ids("cancer", new Filters(Set.of(), Optional.empty(), Set.of(DocumentStatus.DONE))));
        assertEquals(
                3,
                ids("", new Filters(Set.of(), Optional.empty(), Set.of(DocumentStatus.NEW)))
                        .size());
    }

    @Test
    void anEditIsFoundAfterRefreshAndTheFormerTextIsNot() {
        add("a", "before");
        add("a", "after");
        assertEquals("", found("before"));
        assertEquals("a", found("after"));
        index.delete("a");
        index.refresh();
        assertTrue(index.isEmpty());
        assertEquals("", found("after"));
    }

    @Test
    void aWordInTheTitleCountsForMore() {
        var text = "Aspirin and pain. Nothing else is told of it.";
        index.update(AnnotatedDocument.bare(
                new Document("b", text, List.of(new Section(Section.TITLE, new Span(0, 17))), Map.of())));
        index.update(AnnotatedDocument.bare(new Document(
                "a",
                "Nothing else is. Told of it aspirin and pain.",
                List.of(new Section(Section.TITLE, new Span(0, 16))),
                Map.of())));
        index.refresh();
        assertEquals(List.of("b", "a"), ids("aspirin", Filters.NONE));
    }

    @Test
    void snippetsShowTheSentenceAndMarkTheWords() {
        add("a", "A title about something. Filler stands here. Levels of IL-6 and of β-catenin rose. The end.");
        var hit = search("il6 \"beta catenin\"").hits().getFirst();
        var snippet = hit.snippets().getFirst();
        assertEquals("Levels of IL-6 and of β-catenin rose.", snippet.text());
        assertEquals(
                List.of("IL-6", "β-catenin"),
                snippet.highlights().stream().map(s -> s.in(snippet.text())).toList());
    }

    @Test
    void theTitleIsNotRepeatedWhereTheTextSaysItToo() {
        index.update(AnnotatedDocument.bare(new Document(
                "a",
                "Aspirin and pain. We gave aspirin.",
                List.of(new Section(Section.TITLE, new Span(0, 17))),
                Map.of())));
        index.refresh();
        var snippets = search("aspirin").hits().getFirst().snippets();
        assertEquals(List.of(new Snippet("We gave aspirin.", List.of(new Span(8, 15)))), snippets);
    }

    @Test
    void aDocumentFoundByItsFieldsShowsHowItBegins() {
        add("a", "A title. The rest.");
        assertEquals(
                List.of(new Snippet("A title.", List.of())),
                search("is:new").hits().getFirst().snippets());
    }

    @Test
    void pagesFollowEachOtherWithoutGapsHoweverDeep() {
        IntStream.range(0, 500)
                .forEach(i -> index.update(AnnotatedDocument.bare(Document.of("%03d".formatted(i), "same words"))));
        index.refresh();
        var page = index.search(new SearchRequest("words", Filters.NONE, 490, 20));
        assertEquals(500, page.total());
        assertEquals(
                IntStream.range(490, 500).mapToObj("%03d"::formatted).toList(),
                page.hits().stream().map(SearchHit::id).toList());
        assertEquals(
                List.of(),
                index.search(new SearchRequest("words", Filters.NONE, 5000, 20)).hits());
    }

    @Test
    void aQuotedWordWithoutLettersOrAnyFormOfNoiseNeverThrowsAnythingButWords() {
        add("a", "Some text");
        for (var query : List.of(
                "\"",
                "(((",
                ":::",
                "a:b:c",
                "is:nonsense",
                "year:soon",
                "[a TO b]",
                "a~2",
                "a^2",
                "+a",
                "\\",
                "/x/",
                "\"\"",
                "*",
                "title:*",
                "has:",
                "concept:*")) {
            try {
                search(query);
            } catch (QueryException explained) {
                assertFalse(String.valueOf(explained.getMessage()).isBlank());
            }
        }
    }

    @Test
    void whatWasCommittedIsThereAgainWithItsGenerationAndTheRestIsNot() {
        add("a", "first");
        index.putGeneration(17);
        index.commit();
        add("b", "second");
        index.close();
        index = DocumentIndex.open(folder);
        assertEquals(17, index.generation());
        assertEquals("a", found("first OR second"));
    }

    @Test
    void aSecondOpenerIsToldWhoHasTheIndex() {
        var refused = assertThrows(IndexException.class, () -> DocumentIndex.open(folder));
        assertTrue(String.valueOf(refused.getMessage()).contains("another BioGloss"), refused.getMessage());
    }

    @Test
    void aBrokenIndexIsOpenedEmptySoThatItCanBeMadeAgain() throws IOException {
        add("a", "first");
        index.putGeneration(17);
        index.commit();
        index.close();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.writeString(file, "not an index");
            }
        }
        index = DocumentIndex.open(folder);
        assertTrue(index.isEmpty());
        assertEquals(0, index.generation());
        add("b", "again");
        assertEquals("b", found("again"));
    }

    @Test
    void everyTruncatedFileLeavesAnIndexThatOpens() throws IOException {
        add("a", "first words of a document");
        index.putGeneration(3);
        index.commit();
        index.close();
        List<Path> parts;
        try (var files = Files.list(folder)) {
            parts = files.filter(f -> !f.endsWith("write.lock")).toList();
        }
        for (var part : parts) {
            var whole = Files.exists(part) ? Files.readAllBytes(part) : new byte[0];
            Files.write(part, java.util.Arrays.copyOf(whole, whole.length / 2));
            index = DocumentIndex.open(folder);
            index.update(AnnotatedDocument.bare(Document.of("b", "again")));
            index.refresh();
            assertEquals("b", found("again"));
            index.commit();
            index.close();
        }
        index = DocumentIndex.open(folder);
    }

    private void add(String id, String text) {
        index.update(AnnotatedDocument.bare(Document.of(id, text)));
        index.refresh();
    }

    private SearchResults search(String query) {
        return index.search(SearchRequest.of(query, 100));
    }

    private String found(String query) {
        return String.join(
                " ", search(query).hits().stream().map(SearchHit::id).sorted().toList());
    }

    private List<String> ids(String query, Filters filters) {
        return index.search(new SearchRequest(query, filters, 0, 100)).hits().stream()
                .map(SearchHit::id)
                .toList();
    }
}
