package org.biogloss.ui.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.paint.Color;
import org.biogloss.document.Schema;
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
}
