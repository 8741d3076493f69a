package org.biogloss.ui.kit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.paint.Color;
import org.biogloss.document.Schema;
import org.biogloss.document.Schema.EntityType;

/// The colours in which types are shown, made from the schema's so that they can be read on a light and a dark ground:
/// lines keep a contrast of 3:1 to the ground, text on a tint keeps 7:1.
public final class TypeColours {

    private static final Color LIGHT_GROUND = Color.web("#ffffff");
    private static final Color LIGHT_TEXT = Color.web("#24292f");
    private static final Color DARK_GROUND = Color.web("#0d1117");
    private static final Color DARK_TEXT = Color.web("#c9d1d9");
    private static final double LINE_CONTRAST = 3;
    private static final double TEXT_CONTRAST = 7;

    private record Key(String type, boolean dark) {}

    private final ReadOnlyObjectWrapper<Schema> schema;
    private final ReadOnlyBooleanProperty dark;
    private final Map<Key, Color> lines = new ConcurrentHashMap<>();

    public TypeColours(Schema schema, ReadOnlyBooleanProperty dark) {
        this.schema = new ReadOnlyObjectWrapper<>(schema);
        this.dark = dark;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark;
    }

    /// From now on as this schema says.
    public void show(Schema now) {
        lines.clear();
        schema.set(now);
    }

    /// Calls the listener now and whenever the colours have become others.
    public void subscribe(Runnable listener) {
        dark.subscribe(_ -> listener.run());
        schema.subscribe((_, _) -> listener.run());
    }

    /// For underlines, dots and bars.
    public Color line(String type) {
        return lines.computeIfAbsent(
                new Key(type, dark.get()), key -> readable(Color.web(known(type).colour())));
    }

    /// For the ground under text. Its opacity is `alpha`, or less where the text would be hard to read.
    public Color tint(String type, double alpha) {
        var line = line(type);
        double opacity = Math.clamp(alpha, 0, 1);
        while (opacity > 0.02 && contrast(text(), over(line, opacity)) < TEXT_CONTRAST) opacity -= 0.02;
        return Color.color(line.getRed(), line.getGreen(), line.getBlue(), Math.max(0, opacity));
    }

    /// Stands for the type where colour alone would.
    public String letter(String type) {
        return known(type).letter();
    }

    /// WCAG's ratio of luminances, 1 to 21.
    public static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private EntityType known(String type) {
        return schema.get().knowing(type).entity(type).orElseThrow();
    }

    private Color readable(Color colour) {
        var target = dark.get() ? Color.WHITE : Color.BLACK;
        var readable = colour;
        for (double step = 0.04; contrast(readable, ground()) < LINE_CONTRAST && step <= 1; step += 0.04) {
            readable = colour.interpolate(target, step);
        }
        return readable;
    }

    private Color over(Color colour, double opacity) {
        return ground().interpolate(colour, opacity);
    }

    private Color ground() {
        return dark.get() ? DARK_GROUND : LIGHT_GROUND;
    }

    private Color text() {
        return dark.get() ? DARK_TEXT : LIGHT_TEXT;
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
