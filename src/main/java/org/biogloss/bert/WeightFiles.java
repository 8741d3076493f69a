package org.biogloss.bert;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The weights of a model folder, in whichever form they lie there.
public final class WeightFiles {

    private static final String INDEX = ".index.json";

    /// The safe form counts more than the pickled one, one file more than several.
    private static final List<String> NAMES =
            List.of("model.safetensors", "model.safetensors" + INDEX, "pytorch_model.bin", "pytorch_model.bin" + INDEX);

    private WeightFiles() {}

    /// The file by which a folder's weights are opened, if there is one.
    public static Optional<Path> find(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::exists).findFirst();
    }

    /// @throws IOException with words, if there are none or a file is damaged or dangerous
    public static WeightSource open(Path folder) throws IOException {
        var file = find(folder)
                .orElseThrow(
                        () -> new IOException("Cannot open the model " + folder + ": model.safetensors is missing, "
                                + "and so is pytorch_model.bin. Copy the whole folder again."));
        return file.toString().endsWith(INDEX) ? openAll(file) : openOne(file);
    }

    private static WeightSource openOne(Path file) throws IOException {
        return file.toString().endsWith(".bin") ? PickleFile.open(file) : SafetensorsFile.open(file);
    }

    private static WeightSource openAll(Path index) throws IOException {
        var parts = new LinkedHashMap<String, WeightSource>();
        var shards = new Shards(index.toString(), new LinkedHashMap<>(), parts);
        try {
            var map = JsonMapper.builder().build().readTree(index.toFile()).path("weight_map");
            for (var entry : map.properties()) {
                var name = entry.getValue().asText();
                if (!parts.containsKey(name)) parts.put(name, openOne(beside(index, name)));
                var part = parts.get(name);
                if (part.names().contains(entry.getKey())) shards.holders().put(entry.getKey(), part);
            }
            return shards;
        } catch (JacksonException e) {
            shards.close();
            throw new IOException("Cannot read " + index + ": it is not JSON.", e);
        } catch (IOException | RuntimeException e) {
            shards.close();
            throw e;
        }
    }

    private static Path beside(Path index, String name) throws IOException {
        var file = index.resolveSibling(name);
        if (name.isBlank()
                || !file.normalize()
                        .equals(index.resolveSibling(Path.of(name).getFileName())
                                .normalize())) {
            throw new IOException("Cannot read " + index + ": it names the file " + name + ", which is elsewhere.");
        }
        return file;
    }

    /// Weights in several files.
    ///
    /// @param holders which of them has a tensor
    private record Shards(String where, Map<String, WeightSource> holders, Map<String, WeightSource> parts)
            implements WeightSource {

        @Override
        public Set<String> names() {
            return holders.keySet();
        }

        @Override
        public List<Integer> shape(String name) {
            return holder(name).shape(name);
        }

        @Override
        public FloatBuffer read(String name) throws IOException {
            return holder(name).read(name);
        }

        @Override
        public void close() throws IOException {
            for (var part : parts.values()) part.close();
        }

        private WeightSource holder(String name) {
            var holder = holders.get(name);
            if (holder == null) throw new IllegalArgumentException("There is no tensor " + name + " in " + where);
            return holder;
        }
    }
}
