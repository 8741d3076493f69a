package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A place in the text leads to the page that it was read from, and the page to its looks.
class PdfPagesTest {

    @TempDir
    Path folder;

    private Path file() throws IOException {
        try (var pdf = new TinyPdf()) {
            return Files.write(
                    folder.resolve("paper.pdf"),
                    pdf.line(60, 100, 20, "A title")
                            .line(60, 140, 10, "Text of a paper.")
                            .bytes());
        }
    }

    @Test
    void thePageOfADocumentThatCameFromAPdfCanBeDrawn() throws IOException {
        var read = Reading.ofPaths(file()).only();
        var pages = PdfPages.of(read.document()).orElseThrow();
        var picture = pages.draw(pages.at(3), 600);

        assertEquals(1, pages.starts().length);
        assertEquals(600, picture.width(), 1);
        assertEquals(picture.width() * picture.height(), picture.points().length);
        assertTrue(
                IntStream.of(picture.points())
                                .filter(point -> (point & 0xFF) < 160)
                                .count()
                        > 50,
                "nothing is drawn");
        assertTrue(IntStream.of(picture.points()).allMatch(point -> point >>> 24 == 0xFF), "paper is white");
    }

    @Test
    void aPlaceBelongsToTheLastPageThatStartsBeforeIt() {
        var pages = new PdfPages(folder, new int[] {0, 100, 100, 250});
        assertEquals(0, pages.at(0));
        assertEquals(0, pages.at(99));
        assertEquals(2, pages.at(100));
        assertEquals(3, pages.at(4_000));
    }

    @Test
    void whereTheFileIsGoneItIsSaid() throws IOException {
        var file = file();
        var pages = PdfPages.of(Reading.ofPaths(file).only().document()).orElseThrow();
        Files.delete(file);
        assertThrows(NoSuchFileException.class, () -> pages.draw(0, 300));
    }

    @Test
    void otherDocumentsHaveNoPages() {
        assertEquals(Optional.empty(), PdfPages.of(Document.of("a", "text")));
        var odd = new Document("a", "text", java.util.List.of(), Map.of("path", "x.pdf", "page-starts", "none"));
        assertEquals(Optional.empty(), PdfPages.of(odd));
    }

    @Test
    void whereAFileLayIsWrittenIntoNoExport() throws IOException {
        var read = Reading.ofPaths(file()).only();
        var written = Selection.everything().of(read, new Losses());
        assertTrue(read.document().known(Document.SOURCE_PATH).isPresent());
        assertTrue(written.document().known(Document.SOURCE_PATH).isEmpty());
        assertEquals(AnnotatedDocument.bare(written.document()).text(), read.text());
    }

    @Test
    void realPapersHaveAPageForEachPlace() throws IOException, InterruptedException {
        var real = RealFiles.unpacked("import/import-samples.tar.xz", folder);
        var read = Reading.ofPaths(real.resolve("import-samples/pdf/elife-00353-v1.pdf"))
                .only();
        var pages = PdfPages.of(read.document()).orElseThrow();

        assertEquals(read.document().known("pages").orElseThrow(), String.valueOf(pages.starts().length));
        for (int i = 1; i < pages.starts().length; i++) assertTrue(pages.starts()[i - 1] <= pages.starts()[i], "" + i);
        assertEquals(pages.starts().length - 1, pages.at(read.text().length()));
        assertTrue(pages.draw(0, 400).height() > 400);
    }
}
