package org.biogloss.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void aLineGoesFromLeftToRightInsideTheFrame() throws Exception {
        var line = new Plot.Line("a < b", List.of(new Plot.Point(0, 9), new Plot.Point(5, 3), new Plot.Point(10, 1)));
        var svg = parsed(Plot.lines("Loss", "pieces", "nats", List.of(line, line)));
        var lines = svg.getElementsByTagName("polyline");
        assertEquals(2, lines.getLength());
        var points = lines.item(0)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue()
                .trim()
                .split("[ ,]");
        assertEquals(6, points.length);
        assertEquals("64.0", points[0], "the left edge");
        assertEquals("696.0", points[4], "the right edge");
        double before = 0;
        for (int i = 1; i < points.length; i += 2) {
            double height = Double.parseDouble(points[i]);
            assertTrue(height > before && height <= 344, "lower values lie lower: " + height);
            before = height;
        }
        assertTrue(svg.getDocumentElement().getTextContent().contains("a < b"));
    }

    @Test
    void eachSeedIsAPointAndTheirMeanABar() throws Exception {
        var dot = new Plot.Dot("model", 81.6, List.of(81.2, 81.6, 81.9));
        var svg = parsed(Plot.dots("F1", "per cent", List.of(new Plot.Group("set", List.of(dot)))));
        assertEquals(3, svg.getElementsByTagName("circle").getLength());
        assertTrue(svg.getDocumentElement().getTextContent().contains("81.6"));
    }

    @Test
    void equalValuesStillMakeAPicture() throws Exception {
        var flat = new Plot.Line("flat", List.of(new Plot.Point(1, 2), new Plot.Point(1, 2)));
        var svg = Plot.lines("Loss", "x", "y", List.of(flat));
        parsed(svg);
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    }
}
