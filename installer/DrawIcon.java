import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws BioGloss's mark, a text with a gloss in its margin, and writes it in the forms that systems want:
/// `java installer/DrawIcon.java installer/icons`.
///
/// This program is the drawing; the pictures beside it are made by it. Small sizes have fewer lines, so that the mark
/// stays a mark.
final class DrawIcon {

    private static final Color DEEP = new Color(0x06, 0x2A, 0x44);
    private static final Color BLUE = new Color(0x00, 0x72, 0xB2);
    private static final Color PAPER = new Color(0xFB, 0xFA, 0xF6);
    private static final Color LINE = new Color(0xB9, 0xC6, 0xCF);
    private static final Color GLOSS = new Color(0xE6, 0x9F, 0x00);
    private static final Color RULE = new Color(0x9C, 0xC4, 0xDE);

    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var folder = Path.of(arguments.length > 0 ? arguments[0] : "installer/icons");
        Files.createDirectories(folder);
        Files.write(folder.resolve("biogloss.png"), png(512));
        Files.write(folder.resolve("biogloss.ico"), ico(16, 24, 32, 48, 64, 256));
        Files.write(folder.resolve("biogloss.icns"), icns());
    }

    /// Drawn on a square of 512 units, whatever the size in pixels.
    private static BufferedImage draw(int pixels) {
        var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(pixels / 512.0, pixels / 512.0);
        g.setPaint(new GradientPaint(0, 16, BLUE, 0, 496, DEEP));
        bar(g, 16, 16, 480, 480, 104);
        g.setPaint(PAPER);
        bar(g, 72, 72, 368, 368, 40);
        if (pixels < 48) drawFew(g);
        else drawAll(g);
        g.dispose();
        return image;
    }

    private static void drawAll(Graphics2D g) {
        g.setPaint(RULE);
        bar(g, 318, 104, 5, 304, 5);
        g.setPaint(LINE);
        bar(g, 104, 118, 186, 22, 22);
        bar(g, 104, 182, 44, 22, 22);
        bar(g, 104, 246, 186, 22, 22);
        bar(g, 104, 310, 186, 22, 22);
        bar(g, 104, 374, 112, 22, 22);
        drawGloss(g, 166, 170, 124, 46, 350, 160, 14);
    }

    private static void drawFew(Graphics2D g) {
        g.setPaint(LINE);
        bar(g, 116, 128, 200, 44, 20);
        bar(g, 116, 336, 200, 44, 20);
        drawGloss(g, 116, 216, 176, 72, 340, 216, 40);
    }

    /// The marked words, the note beside them, and the thread between the two.
    private static void drawGloss(Graphics2D g, int x, int y, int width, int height, int noteX, int noteY, int noteLine) {
        g.setPaint(GLOSS);
        bar(g, x, y, width, height, 18);
        g.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double middle = y + height / 2.0;
        var thread = new Path2D.Double();
        thread.moveTo(x + width, middle);
        thread.lineTo(noteX, middle);
        g.draw(thread);
        if (noteLine > 30) {
            bar(g, noteX, noteY, 64, height, 18);
        } else {
            for (int i = 0; i < 3; i++) bar(g, noteX, noteY + i * 26, i == 2 ? 38 : 62, noteLine, noteLine);
        }
    }

    private static void bar(Graphics2D g, double x, double y, double width, double height, double arc) {
        g.fill(new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    private static byte[] png(int pixels) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(draw(pixels), "png", bytes);
        return bytes.toByteArray();
    }

    /// Windows: a directory of entries, then the pictures, each a PNG.
    private static byte[] ico(int... sizes) throws IOException {
        var pictures = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(6 + 16 * sizes.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        for (int size : sizes) {
            var png = png(size);
            byte side = (byte) (size == 256 ? 0 : size);
            head.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(head.capacity() + pictures.size());
            pictures.write(png);
        }
        var ico = new ByteArrayOutputStream();
        ico.write(head.array());
        pictures.writeTo(ico);
        return ico.toByteArray();
    }

    /// macOS: chunks named for their size, each a PNG.
    private static byte[] icns() throws IOException {
        var chunks = new ByteArrayOutputStream();
        var out = new DataOutputStream(chunks);
        for (var chunk : Map.of("ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList()) {
            var png = png(chunk.getValue());
            out.writeBytes(chunk.getKey());
            out.writeInt(8 + png.length);
            out.write(png);
        }
        var icns = new ByteArrayOutputStream();
        var whole = new DataOutputStream(icns);
        whole.writeBytes("icns");
        whole.writeInt(8 + chunks.size());
        whole.write(chunks.toByteArray());
        return icns.toByteArray();
    }
}
