package org.biogloss.training;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.zip.CRC32C;

/// Scalars in the form that TensorBoard reads: records of a protocol buffer each, `Event` of TensorFlow.
///
/// A record is its length (8 bytes, least first), the masked CRC-32C of these, the data, and the masked CRC-32C of
/// the data. Each goes out in one write. A run that goes on begins a file of its own with a session that starts at its
/// step, at which TensorBoard drops what earlier files told of later ones.
final class TensorBoardFile implements AutoCloseable {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final FileChannel channel;

    /// @param step from which the run goes on; 0 for one that begins
    TensorBoardFile(Path folder, long step) throws IOException {
        this(folder, step, System.currentTimeMillis() / 1000.0);
    }

    TensorBoardFile(Path folder, long step, double now) throws IOException {
        var name = "events.out.tfevents.%d.biogloss".formatted((long) now);
        var file = folder.resolve(name);
        for (int n = 2; Files.exists(file); n++) file = folder.resolve(name + "." + n);
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
        var version = new Message().bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
        write(event(now, 0, version));
        var start = new Message().varint(1, 1);
        write(event(now, step, new Message().bytes(7, start.toBytes())));
    }

    void scalars(long step, Map<String, Double> values) throws IOException {
        var summary = new Message();
        values.forEach((tag, value) -> summary.bytes(
                1,
                new Message()
                        .bytes(1, tag.getBytes(StandardCharsets.UTF_8))
                        .fixed32(2, value.floatValue())
                        .toBytes()));
        write(event(System.currentTimeMillis() / 1000.0, step, new Message().bytes(5, summary.toBytes())));
    }

    private static byte[] event(double time, long step, Message content) {
        return new Message().fixed64(1, time).varint(2, step).add(content).toBytes();
    }

    private void write(byte[] data) throws IOException {
        var record = ByteBuffer.wrap(record(data));
        while (record.hasRemaining()) channel.write(record);
    }

    static byte[] record(byte[] data) {
        var record = ByteBuffer.allocate(data.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length).putInt(masked(record.array(), 0, 8)).put(data);
        record.putInt(masked(data, 0, data.length));
        return record.array();
    }

    /// CRC-32C turned and shifted, so that a checksum of data that hold checksums stays a good one.
    static int masked(byte[] data, int from, int length) {
        var crc = new CRC32C();
        crc.update(data, from, length);
        int value = (int) crc.getValue();
        return Integer.rotateRight(value, 15) + 0xa282ead8;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// The few wire forms that an event is made of.
    private static final class Message {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message varint(int field, long value) {
            tag(field, VARINT);
            number(value);
            return this;
        }

        Message fixed64(int field, double value) {
            tag(field, FIXED_64);
            out.writeBytes(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putDouble(value)
                    .array());
            return this;
        }

        Message fixed32(int field, float value) {
            tag(field, FIXED_32);
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value)
                    .array());
            return this;
        }

        Message bytes(int field, byte[] value) {
            tag(field, BYTES);
            number(value.length);
            out.writeBytes(value);
            return this;
        }

        Message add(Message other) {
            out.writeBytes(other.toBytes());
            return this;
        }

        byte[] toBytes() {
            return out.toByteArray();
        }

        private void tag(int field, int wire) {
            number((long) field << 3 | wire);
        }

        /// Seven bits a byte, least first.
        private void number(long value) {
            long left = value;
            while ((left & ~0x7FL) != 0) {
                out.write((int) (left & 0x7F | 0x80));
                left >>>= 7;
            }
            out.write((int) left);
        }
    }
}
