package org.biogloss.training;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Where the files are that a recipe names: beside it, or with `data:` in front inside the folder of shared data.
///
/// @param besides the recipe's own folder
/// @param shared  the folder that `data:` stands for (the property `biogloss.data`)
public record DataPlaces(Path besides, Optional<Path> shared) {

    private static final String SHARED = "data:";

    public static DataPlaces besides(Path recipe) {
        var folder = recipe.toAbsolutePath().normalize().getParent();
        return new DataPlaces(
                folder == null ? Path.of("").toAbsolutePath() : folder,
                Optional.ofNullable(System.getProperty("biogloss.data")).map(Path::of));
    }

    /// @throws IllegalArgumentException if there is no folder of shared data
    public Path find(String name) {
        if (!name.startsWith(SHARED)) return besides.resolve(name).normalize();
        var folder = shared.orElseThrow(() -> new IllegalArgumentException(
                "Cannot find " + name + ": nobody said where the shared data lie. Set BIOGLOSS_DATA to their folder."));
        return folder.resolve(name.substring(SHARED.length())).normalize();
    }

    /// The recipe as it may be read from anywhere: paths beside it made whole, those of shared data left as they are.
    public Recipe anchored(Recipe recipe) {
        return recipe.withParts(recipe.parts().stream()
                .map(part -> new Recipe.Part(part.name(), part.form(), part.weight(), anchored(part.data())))
                .toList());
    }

    /// As the other; what may be a model's id stays as it is, unless there is such a folder.
    public PretrainingRecipe anchored(PretrainingRecipe recipe) {
        return recipe.withPaths(this::anchored, this::anchoredModel);
    }

    private String anchoredModel(String idOrFolder) {
        if (idOrFolder.startsWith(SHARED)) return find(idOrFolder).toString();
        try {
            var folder = find(idOrFolder);
            return Files.isDirectory(folder) ? folder.toString() : idOrFolder;
        } catch (InvalidPathException _) {
            return idOrFolder;
        }
    }

    private Recipe.Data anchored(Recipe.Data data) {
        return data.withFiles(
                anchored(data.train()), anchored(data.dev()), data.test().map(this::anchored));
    }

    private String anchored(String name) {
        return name.startsWith(SHARED) ? name : find(name).toString();
    }
}
