package org.biogloss.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorBoardFileTest {

    @TempDir
    Path folder;

    /// CRC-32C of "123456789" is e3069283; turned right by 15 bits and a282ead8 added.
    @Test
    void theChecksumIsTheMaskedCastagnoliOne() {
        var check = "123456789".getBytes(StandardCharsets.US_ASCII);
        int crc = 0xe3069283;

        assertEquals(((crc >>> 15) | (crc << 17)) + 0xa282ead8, TensorBoardFile.masked(check, 0, check.length));
    }

    @Test
    void aRecordIsItsLengthTheDataAndAChecksumOfEach() {
        var record = TensorBoardFile.record(new byte[] {1, 2, 3});

        assertEquals(19, record.length);
        assertEquals("0300000000000000", HexFormat.of().formatHex(record, 0, 8));
        assertEquals(
                TensorBoardFile.masked(record, 0, 8),
                ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt(8));
        assertEquals("010203", HexFormat.of().formatHex(record, 12, 15));
        assertEquals(
                TensorBoardFile.masked(record, 12, 3),
                ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN).getInt(15));
    }

    /// By hand: wall time 2.0 (field 1, double), step 300 (field 2), summary (field 5) of one value (field 1) with tag
    /// "a" (field 1) and 0.5 (field 2, float).
    @Test
    void aScalarIsAnEventWithASummary() throws Exception {
        try (var board = new TensorBoardFile(folder, 0, 2.0)) {
            board.scalars(300, Map.of("a", 0.5));
        }

        var records = records();
        assertArrayEquals(
                HexFormat.of().parseHex("09" + "0000000000000040" + "1000" + "1a0d" + hex("brain.Event:2")),
                records.getFirst());
        var scalar = HexFormat.of().formatHex(records.get(2), 9, records.get(2).length);
        assertEquals("10ac02" + "2a0a" + "0a08" + "0a0161" + "150000003f", scalar);
    }

    /// Session start (field 7, status 1) at the step from which the run goes on: TensorBoard drops what is later.
    @Test
    void aRunThatGoesOnStartsASessionAtItsStepInAFileOfItsOwn() throws Exception {
        new TensorBoardFile(folder, 0, 2.0).close();
        new TensorBoardFile(folder, 20, 2.0).close();

        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
        var start = records().getLast();
        assertEquals("1014" + "3a02" + "0801", HexFormat.of().formatHex(start, 9, start.length));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<byte[]> records() throws Exception {
        var records = new ArrayList<byte[]>();
        try (var files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
                while (bytes.hasRemaining()) {
                    var data = new byte[(int) bytes.getLong()];
                    bytes.getInt();
                    bytes.get(data);
                    bytes.getInt();
                    records.add(data);
                }
            }
        }
        return records;
    }
}
