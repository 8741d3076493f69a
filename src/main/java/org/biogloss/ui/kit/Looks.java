package org.biogloss.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How the window looks: light, dark or as the system does, and how large its letters are. Changes show at once.
public final class Looks {

    public enum Theme {
        LIGHT,
        DARK,
        SYSTEM
    }

    public static final int SMALLEST = 10;
    public static final int LARGEST = 24;
    public static final int USUAL = 13;

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(false);
    private final List<Scene> dressed = new ArrayList<>();
    private final String family = Typeface.FAMILY;
    private Theme theme = Theme.SYSTEM;
    private int fontSize = USUAL;

    public Looks() {
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
        dark.subscribe(Looks::useTheme);
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    public Theme theme() {
        return theme;
    }

    public void choose(Theme chosen) {
        theme = chosen;
        apply();
    }

    public int fontSize() {
        return fontSize;
    }

    /// @param pixels brought into the range from [#SMALLEST] to [#LARGEST]
    public void chooseFontSize(int pixels) {
        fontSize = Math.clamp(pixels, SMALLEST, LARGEST);
        dressed.forEach(this::restyle);
    }

    /// Whether the system asks for less motion.
    public boolean isCalm() {
        return Platform.getPreferences().isReducedMotion();
    }

    /// Gives a scene our stylesheets, now and after each change.
    public void dress(Scene scene) {
        if (!dressed.contains(scene)) dressed.add(scene);
        restyle(scene);
    }

    private void apply() {
        boolean nowDark = switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        dark.set(nowDark);
        dressed.forEach(this::restyle);
    }

    private void restyle(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(DARK, dark.get());
        var sheets = new ArrayList<>(List.of(sheet("biogloss.css"), sheet("controlsfx-compat.css"), letters()));
        scene.getStylesheets().stream()
                .filter(other -> !other.startsWith("data:") && !sheets.contains(other))
                .forEach(sheets::add);
        scene.getStylesheets().setAll(sheets);
    }

    /// A stylesheet and not the root's style, so that popups have the same letters.
    private String letters() {
        var css = ".root { -fx-font-family: \"" + family + "\"; -fx-font-size: " + fontSize + "px; }";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static void useTheme(boolean nowDark) {
        Application.setUserAgentStylesheet(
                nowDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Looks.class.getResource(name)).toExternalForm();
    }

    /// The letters: Inter comes with BioGloss, so that the window is the same everywhere.
    private static final class Typeface {

        private static final String FOLDER = "/com/formdev/flatlaf/fonts/inter/Inter-";

        /// Loaded once a process.
        static final String FAMILY = load();

        private static String load() {
            for (var style : List.of("Italic", "SemiBold", "Bold", "BoldItalic")) font(style);
            var regular = font("Regular");
            return regular == null ? Font.getDefault().getFamily() : regular.getFamily();
        }

        private static @org.jspecify.annotations.Nullable Font font(String style) {
            var file = Looks.class.getResourceAsStream(FOLDER + style + ".otf");
            return file == null ? null : Font.loadFont(file, USUAL);
        }
    }
}
