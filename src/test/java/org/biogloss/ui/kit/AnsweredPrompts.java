package org.biogloss.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A person who always gives the same answers, and saves everything under the name that is proposed.
///
/// @param saveIn nothing to think better of saving
public record AnsweredPrompts(List<Path> chosenFiles, Optional<Path> chosenFolder, Optional<Path> saveIn)
        implements FilePrompts {

    public static AnsweredPrompts savingIn(Path folder) {
        return new AnsweredPrompts(List.of(), Optional.empty(), Optional.of(folder));
    }

    @Override
    public List<Path> files(String title) {
        return chosenFiles;
    }

    @Override
    public Optional<Path> folder(String title) {
        return chosenFolder;
    }

    @Override
    public Optional<Path> saveAs(String title, String name) {
        return saveIn.map(folder -> folder.resolve(name));
    }

    @Override
    public void show(Path shown) {}
}
