package org.biogloss.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.biogloss.document.Document;

/// The pages of the PDF that a document was read from: which one a place in the text is on, and how it looks.
///
/// @param file   where the PDF lay when it was read
/// @param starts where each page starts in the text, in order
public record PdfPages(Path file, int[] starts) {

    /// A page as it looks, row by row, each point as `0xAARRGGBB`.
    public record Picture(int width, int height, int[] points) {}

    /// Empty where the document came from no PDF, or was read before pages were kept.
    public static Optional<PdfPages> of(Document document) {
        var file = document.known(Document.SOURCE_PATH);
        var starts = document.known(Document.PAGE_STARTS);
        if (file.isEmpty() || starts.isEmpty()) return Optional.empty();
        try {
            int[] all = Arrays.stream(starts.get().strip().split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return Optional.of(new PdfPages(Path.of(file.get()), all));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    static String inWords(int[] starts) {
        return IntStream.of(starts).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    /// The page, counted from 0, that has this place of the text.
    public int at(int offset) {
        int page = 0;
        while (page + 1 < starts.length && starts[page + 1] <= offset) page++;
        return page;
    }

    /// Takes a while.
    ///
    /// @throws IOException if the file is gone, or the page cannot be drawn
    public Picture draw(int page, int width) throws IOException {
        if (!Files.isRegularFile(file)) throw new NoSuchFileException(file.toString());
        try (var document = Loader.loadPDF(new PdfBytes(Files.readAllBytes(file)))) {
            if (page >= document.getNumberOfPages()) throw new IOException("the PDF has no page " + (page + 1));
            float scale = width / document.getPage(page).getCropBox().getWidth();
            var image = new PDFRenderer(document).renderImage(page, Math.clamp(scale, 0.1f, 8f), ImageType.RGB);
            int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new Picture(image.getWidth(), image.getHeight(), points);
        } catch (RuntimeException broken) {
            throw new IOException("the page cannot be drawn: " + Reason.of(broken), broken);
        }
    }
}
