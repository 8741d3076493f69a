package org.biogloss.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/// Pictures of the window, and other pictures.
public final class Snapshots {

    private Snapshots() {}

    /// Writes the scene as it would look now as a PNG. Call it on the window's thread.
    public static void save(Scene scene, Path png) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        save(scene.snapshot(null), png);
    }

    /// Writes a picture as a PNG, on any thread.
    public static void save(Image picture, Path png) throws IOException {
        var image = SwingFXUtils.fromFXImage(picture, null);
        var folder = png.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        if (!ImageIO.write(image, "png", png.toFile())) throw new IOException("Cannot write the picture " + png + ".");
    }
}
