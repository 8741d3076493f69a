package org.biogloss.training;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.biogloss.bert.Checkpoint;

/// What can be seen from beside a recipe: how wide the encoder's folder says it is, how many lines its data have.
record RecipeSurroundings(DataPlaces places) implements RecipeReader.Surroundings {

    /// As many as a middling set has: for when the data are not there yet.
    private static final long UNSEEN = 5_000;

    /// By the width of its layers; what is not a folder is an encoder inside BioGloss or a model made here, and small.
    @Override
    public Presets.Size size(String base) {
        try {
            var config = Path.of(base).resolve("config.json");
            if (Checkpoint.EMBEDDED.equals(base) || !Files.exists(config)) return Presets.Size.SMALL;
            int width = JsonMapper.builder()
                    .build()
                    .readTree(config.toFile())
                    .path("hidden_size")
                    .asInt(768);
            return width <= 512 ? Presets.Size.SMALL : width <= 768 ? Presets.Size.BASE : Presets.Size.LARGE;
        } catch (IOException | InvalidPathException _) {
            return Presets.Size.BASE; // a rate too low is a pity, one too high a failure
        }
    }

    @Override
    public long examples(Recipe.Data data) {
        try (var in = open(places.find(data.train().replaceFirst("#.*", "")))) {
            long lines = 0;
            var bytes = new byte[1 << 16];
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) if (bytes[i] == '\n') lines++;
            }
            long all = Math.max(1, lines);
            return data.limit() == 0 ? all : Math.min(data.limit(), all);
        } catch (IOException | IllegalArgumentException _) {
            return UNSEEN; // that they are missing is told when they are read
        }
    }

    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }
}
