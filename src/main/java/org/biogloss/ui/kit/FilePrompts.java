package org.biogloss.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks a person for files. The system's own dialogs stand behind it; in a test, a list does.
public interface FilePrompts {

    /// None where the person thought better of it.
    List<Path> files(String title);

    Optional<Path> folder(String title);

    /// @param name proposed for the new file
    Optional<Path> saveAs(String title, String name);

    /// Opens a folder in the system's own file manager.
    void show(Path folder);
}
