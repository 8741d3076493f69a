package org.biogloss.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.examples.ExampleFile;

/// The examples that a recipe names, read and found fit to learn from.
///
/// @param types what there is to learn, in a fixed order
record TrainingData(List<NerExample> train, List<NerExample> dev, Optional<List<NerExample>> test, List<String> types) {

    /// @param rejections told of lines that are left out
    /// @throws IOException with words, if a file is missing or holds nothing to learn from
    static TrainingData read(Recipe.Data data, DataPlaces places, Consumer<ExampleFile.Rejection> rejections)
            throws IOException {
        var train = read(data.train(), data.types(), places, rejections);
        var dev = read(data.dev(), data.types(), places, rejections);
        Optional<List<NerExample>> test = data.test().isPresent()
                ? Optional.of(read(data.test().get(), data.types(), places, rejections))
                : Optional.empty();
        var occurring = new TreeSet<String>();
        for (var example : train) example.mentions().forEach(mention -> occurring.add(mention.type()));
        requireAll(data.types(), occurring, data.train());
        if (occurring.isEmpty()) {
            throw new IOException("Cannot train: no text in " + data.train() + " holds a mention"
                    + ", so there is nothing to tell apart. Annotate some first.");
        }
        var types = data.types().isEmpty() ? new ArrayList<>(occurring) : data.types();
        return new TrainingData(train, dev, test, List.copyOf(types));
    }

    private static List<NerExample> read(
            String name, List<String> types, DataPlaces places, Consumer<ExampleFile.Rejection> rejections)
            throws IOException {
        var file = places.find(name);
        var examples = ExampleFile.readMentions(file, types, rejections);
        if (examples.isEmpty()) {
            throw new IOException("Cannot train: there is no example in " + file
                    + ". It should hold a JSON object a line, with text and entities.");
        }
        return examples;
    }

    private static void requireAll(List<String> wanted, TreeSet<String> occurring, String file) throws IOException {
        for (var type : wanted) {
            if (!occurring.contains(type)) {
                throw new IOException("Cannot train: data.types asks for " + type + ", but no mention in " + file
                        + " is one. Leave it out, or correct its spelling.");
            }
        }
    }
}
