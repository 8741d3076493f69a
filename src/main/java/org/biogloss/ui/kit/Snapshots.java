package org.biogloss.ui.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/// Pictures of the window. Call them on its thread.
public final class Snapshots {

    private Snapshots() {}

    /// Writes the scene as it would look now as a PNG.
    public static void save(Scene scene, Path png) throws IOException {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        var folder = png.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        if (!ImageIO.write(image, "png", png.toFile())) throw new IOException("Cannot write the picture " + png + ".");
    }
}
