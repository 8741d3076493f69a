package org.biogloss.bert;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A TorchScript archive without weights: our source, and an object of its class with a few plain attributes.
///
/// PyTorch offers no other way into it from Java that reaches every operator. The archive is a zip of the source, a
/// pickle of the object, a pickle of no constants and a format version.
final class TorchArchive {

    private static final String CLASS = "Network";

    /// The oldest version of the format with all that we use.
    private static final String VERSION = "10\n";

    private TorchArchive() {}

    /// @param attributes Boolean, Integer, Double, String or an empty list each
    static byte[] of(String source, Map<String, Object> attributes) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, "network/data.pkl", pickle(attributes));
            put(zip, "network/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "network/version", VERSION.getBytes(StandardCharsets.UTF_8));
            put(zip, "network/code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Python's pickle, protocol 2: the class, made with no arguments, then its attributes as a dictionary.
    private static byte[] pickle(Map<String, Object> attributes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(0x80);
        out.writeByte(2);
        out.writeBytes("c__torch__\n" + CLASS + "\n)");
        out.writeByte(0x81);
        out.writeBytes("}(");
        for (var attribute : attributes.entrySet()) {
            putText(out, attribute.getKey());
            putValue(out, attribute.getValue());
        }
        out.writeBytes("ub.");
        return bytes.toByteArray();
    }

    private static void putValue(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> out.writeByte(truth ? 0x88 : 0x89);
            case Integer number -> {
                out.writeByte('J');
                out.writeInt(Integer.reverseBytes(number));
            }
            case Double number -> {
                out.writeByte('G');
                out.writeDouble(number);
            }
            case String text -> putText(out, text);
            case List<?> list when list.isEmpty() -> out.writeByte(']');
            default -> throw new IllegalArgumentException("No attribute of " + value.getClass());
        }
    }

    private static void putText(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte('X');
        out.writeInt(Integer.reverseBytes(utf8.length));
        out.write(utf8);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        var check = new CRC32();
        check.update(content);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
