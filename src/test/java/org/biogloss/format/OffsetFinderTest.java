package org.biogloss.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetFinderTest {

    private static final String TITLE = "Δ𝛼 α-synuclein and β-actin";
    private static final String BODY = "The 𝛽 form of α-synuclein — bound p53.";
    private static final List<String> NAMES = List.of("α-synuclein", "β-actin", "p53");

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// A BioC file whose offsets count as the function does, from the document's or the passage's start.
    private static String bioc(ToIntFunction<String> length, boolean relative, int passageStep) {
        var xml = new StringBuilder("<collection><document><id>1</id>");
        int offset = 0;
        for (var passage : List.of(TITLE, BODY)) {
            xml.append("<passage><offset>" + offset + "</offset><text>" + passage + "</text>");
            for (var name : NAMES) {
                int at = passage.indexOf(name);
                if (at < 0) continue;
                int start = length.applyAsInt(passage.substring(0, at)) + (relative ? 0 : offset);
                xml.append("<annotation id='" + name + offset + "'><infon key='type'>Gene</infon><location offset='"
                        + start + "' length='" + length.applyAsInt(name) + "'/><text>" + name + "</text></annotation>");
            }
            xml.append("</passage>");
            offset += length.applyAsInt(passage) + passageStep;
        }
        return xml + "</document></collection>";
    }

    private static Reading read(ToIntFunction<String> length, boolean relative, int step) {
        var read = Reading.of("x.xml", bioc(length, relative, step));
        assertEquals(List.of("Gene:α-synuclein", "Gene:β-actin", "Gene:α-synuclein", "Gene:p53"), read.covered());
        assertEquals(List.of(), read.rejected());
        assertEquals(List.of(), read.repaired());
        return read;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, 5})
    void allSixWaysOfCountingAreUnderstood(int step) {
        assertEquals("code point", read(OffsetFinderTest::points, false, step).unit());
        assertEquals("UTF-16", read(String::length, false, step).unit());
        assertEquals("UTF-8 byte", read(OffsetFinderTest::bytes, false, step).unit());
        assertEquals(
                "code point, passage-relative",
                read(OffsetFinderTest::points, true, step).unit());
        assertEquals(
                "UTF-16, passage-relative", read(String::length, true, step).unit());
        assertEquals(
                "UTF-8 byte, passage-relative",
                read(OffsetFinderTest::bytes, true, step).unit());
    }

    @Test
    void documentsOfOneFileMayCountDifferently() {
        var one = bioc(OffsetFinderTest::bytes, false, 1).replace("<id>1</id>", "<id>2</id>");
        var both =
                bioc(OffsetFinderTest::points, false, 1).replace("</collection>", "") + one.replace("<collection>", "");
        var read = Reading.of("x.xml", both);
        assertEquals(8, read.report().mentions());
        assertTrue(read.unit().contains("code point (1") && read.unit().contains("UTF-8 byte (1"), read.unit());
    }

    @Test
    void theNearestMatchIsAWholeWordWhereThereIsOne() {
        var found = new NearestMatch("ADHD and AD").within("AD", List.of(new org.biogloss.document.Span(1, 3)));
        assertEquals(9, found.orElseThrow().getFirst().start());
    }
}
