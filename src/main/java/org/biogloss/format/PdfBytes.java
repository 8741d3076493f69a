package org.biogloss.format;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/// The bytes of a PDF, which may be looked at only so often: where its directory is damaged, PDFBox searches all of the
/// file for each of its objects, for minutes on end.
final class PdfBytes extends RandomAccessReadBuffer {

    /// A sound file is read once or twice.
    private static final long TIMES = 12;

    private static final long AT_LEAST = 8 << 20;

    private long left;

    PdfBytes(byte[] bytes) {
        super(bytes);
        left = Math.max(AT_LEAST, TIMES * bytes.length);
    }

    @Override
    public int read() throws IOException {
        look(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        look(Math.max(n, 1));
        return n;
    }

    /// Through this one, so that it counts.
    @Override
    public RandomAccessReadView createView(long start, long length) {
        return new RandomAccessReadView((RandomAccessRead) this, start, length);
    }

    private void look(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) throw new IOException("its parts cannot be found; it is damaged");
    }
}
