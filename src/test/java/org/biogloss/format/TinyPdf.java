package org.biogloss.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// PDFs set by a test, a line at a time.
final class TinyPdf implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private PDPage page = new PDPage();

    TinyPdf() {
        document.addPage(page);
    }

    /// @param x from the left, y from above, in points
    TinyPdf line(float x, float y, float size, String text) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
            content.newLineAtOffset(x, page.getMediaBox().getHeight() - y);
            content.showText(text);
            content.endText();
        }
        return this;
    }

    TinyPdf newPage() {
        page = new PDPage();
        document.addPage(page);
        return this;
    }

    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    byte[] locked() throws IOException {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        return bytes();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
