package org.biogloss.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.biogloss.document.Document;
import org.biogloss.document.Section;
import org.biogloss.format.RawDocument.Segment;

/// Reads the text of a PDF in reading order, columns one after the other, without running heads and with hyphens at
/// line
/// ends undone. What is only a picture of text has none.
final class PdfReader implements DocumentReader {

    private static final int LARGEST = 256 << 20;

    static {
        // Fonts are only looked up for their widths; the list of those installed is kept out of the person's folder.
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }

    @Override
    public void read(FileInput input, Intake intake) throws IOException {
        byte[] bytes = input.stream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            intake.rejected("file", "the PDF is larger than %,d MB".formatted(LARGEST >> 20));
            return;
        }
        try (var document = Loader.loadPDF(new PdfBytes(bytes))) {
            var lines = new ArrayList<PdfLine>();
            var heights = new HashMap<Integer, Float>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                intake.pulse();
                heights.put(page, document.getPage(page).getMediaBox().getHeight());
                try {
                    lines.addAll(PdfLayout.of(PdfWords.of(document, page), page));
                } catch (IOException | RuntimeException broken) {
                    intake.rejected("page " + (page + 1), "the page cannot be read: " + Reason.of(broken));
                }
            }
            if (lines.isEmpty()) {
                intake.rejected(
                        "file", "no text is in the PDF; it may be a scan, whose text BioGloss cannot recognize");
                return;
            }
            var raw = new RawDocument("file");
            raw.id = input.stem();
            raw.about.put("pages", String.valueOf(document.getNumberOfPages()));
            int[] starts = new int[document.getNumberOfPages()];
            Arrays.fill(starts, Integer.MAX_VALUE);
            int length = 0;
            for (var paragraph : new PdfText(lines, heights).paragraphs()) {
                var section = paragraph.title() ? Section.TITLE : "body";
                int from = length;
                paragraph.pages().forEach((page, at) -> starts[page] = Math.min(starts[page], from + at));
                length += paragraph.text().length() + 1; // paragraphs are joined by a line break
                raw.segments.add(new Segment(paragraph.text(), 0, raw.segments.size(), section));
            }
            // A page without text starts where the next one does.
            for (int page = starts.length - 2; page >= 0; page--)
                starts[page] = Math.min(starts[page], starts[page + 1]);
            raw.about.put(Document.PAGE_STARTS, PdfPages.inWords(starts));
            raw.about.put(Document.SOURCE_PATH, input.path().toAbsolutePath().toString());
            intake.offer(raw);
        } catch (InvalidPasswordException locked) {
            intake.rejected("file", "the PDF is locked with a password; save a copy without one");
        } catch (IOException broken) {
            intake.rejected("file", "is a PDF that cannot be read: " + Reason.of(broken));
        }
    }
}
