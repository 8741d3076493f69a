package org.biogloss.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The system's own file dialogs, opened where the last one was left.
public final class SystemFilePrompts implements FilePrompts {

    private final Supplier<Window> owner;
    private final Consumer<String> opener;
    private @Nullable File last;

    /// @param opener shows what an address leads to, with whatever program the system has for it
    public SystemFilePrompts(Supplier<Window> owner, Consumer<String> opener) {
        this.owner = owner;
        this.opener = opener;
    }

    @Override
    public List<Path> files(String title) {
        var chosen = chooser(title).showOpenMultipleDialog(owner.get());
        if (chosen == null || chosen.isEmpty()) return List.of();
        last = chosen.getFirst().getParentFile();
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (last != null && last.isDirectory()) chooser.setInitialDirectory(last);
        return chosen(chooser.showDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        var chooser = chooser(title);
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public void show(Path folder) {
        opener.accept(folder.toUri().toString());
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        if (last != null && last.isDirectory()) chooser.setInitialDirectory(last);
        return chooser;
    }

    private Optional<Path> chosen(@Nullable File file) {
        if (file == null) return Optional.empty();
        last = file.getParentFile();
        return Optional.of(file.toPath());
    }
}
