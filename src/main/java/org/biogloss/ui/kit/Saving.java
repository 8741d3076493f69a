package org.biogloss.ui.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.biogloss.jobs.Jobs;

/// Takes what a page shows out of the window: into a file where a person says, written by a job that tells how it went,
/// or to the clipboard.
public record Saving(Jobs jobs, Notices notices, FilePrompts prompts) {

    private static final Texts TEXT = new Texts(Saving.class);

    /// Writes the file.
    @FunctionalInterface
    public interface Content {
        void write(Path file) throws IOException;
    }

    /// @param name proposed for the file; its end says what it is
    public void ask(String name, Content content) {
        prompts.saveAs(TEXT.get("saveAs"), name)
                .ifPresent(file -> jobs.start(TEXT.get("saving", file.getFileName()), _ -> {
                            content.write(file);
                            return file;
                        })
                        .then(
                                saved -> notices.say(TEXT.get("saved", saved)),
                                failure -> notices.fail(TEXT.get("cannotSave", file), failure)));
    }

    public void text(String name, Supplier<String> content) {
        ask(name, file -> Files.writeString(file, content.get(), StandardCharsets.UTF_8));
    }

    public void picture(String name, Image picture) {
        ask(name, file -> Snapshots.save(picture, file));
    }

    /// @param said once it is there
    public void copy(String content, String said) {
        copy(content);
        notices.say(said);
    }

    public static void copy(String content) {
        var clip = new ClipboardContent();
        clip.putString(content);
        Clipboard.getSystemClipboard().setContent(clip);
    }
}
