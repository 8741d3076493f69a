package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.paint.Color;
import org.biogloss.document.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeColoursTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void linesKeepThreeToOneAndTextOnTintsSevenToOne(boolean dark) {
        var schema = Schema.standard().knowing("SomethingElse");
        var colours = new TypeColours(schema, new SimpleBooleanProperty(dark));
        var ground = Color.web(dark ? "#0d1117" : "#ffffff");
        var text = Color.web(dark ? "#c9d1d9" : "#24292f");
        for (var type : schema.entities()) {
            var line = colours.line(type.name());
            assertTrue(TypeColours.contrast(line, ground) >= 3, type + " line");
            var tint = colours.tint(type.name(), 0.25);
            var shown =
                    ground.interpolate(Color.color(tint.getRed(), tint.getGreen(), tint.getBlue()), tint.getOpacity());
            assertTrue(TypeColours.contrast(text, shown) >= 7, type + " tint " + tint.getOpacity());
            assertTrue(tint.getOpacity() > 0.1, type + " tint is hardly there: " + tint.getOpacity());
        }
    }

    @Test
    void aSchemaShownLaterIsFollowedAtOnce() {
        var colours = new TypeColours(Schema.standard(), new SimpleBooleanProperty(false));
        var heard = new ArrayList<Color>();
        colours.subscribe(() -> heard.add(colours.line("Gene")));
        var red = new Schema.EntityType("Gene", "#aa0000", "g", "Γ", false, "");

        colours.show(new Schema(List.of(red), List.of(), List.of(), List.of()));

        assertEquals(Color.web("#aa0000"), heard.getLast());
        assertEquals("Γ", colours.letter("Gene"));
    }
}
