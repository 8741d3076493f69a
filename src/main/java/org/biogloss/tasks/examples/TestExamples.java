package org.biogloss.tasks.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.biogloss.tasks.Example;
import org.biogloss.tasks.NerExample;
import org.biogloss.tasks.TaskHead;

/// Examples to measure a head on: without mentions of types that it never learnt, for which it is not to be blamed.
/// Where the data know none of its types all stay, and borders alone are compared; see [org.biogloss.tasks.Comparison].
public final class TestExamples {

    private TestExamples() {}

    /// @param rejections told of each line that makes no sense; it is skipped
    /// @throws IOException with words, if the file cannot be read or holds no example
    public static List<Example> read(TaskHead head, Path file, Consumer<ExampleFile.Rejection> rejections)
            throws IOException {
        var examples = ExampleFile.read(head.kind(), file, List.of(), rejections);
        if (examples.isEmpty()) throw new IOException("Cannot measure: there is no example in " + file + ".");
        if (!head.kind().labelsWords()) return examples;
        var learnt = head.types();
        boolean shared = examples.stream()
                .flatMap(example -> ((NerExample) example).mentions().stream())
                .anyMatch(mention -> learnt.contains(mention.type()));
        if (!shared) return examples;
        return examples.stream()
                .map(example -> (Example) only((NerExample) example, learnt))
                .toList();
    }

    private static NerExample only(NerExample example, List<String> types) {
        return new NerExample(
                example.id(),
                example.text(),
                example.mentions().stream()
                        .filter(mention -> types.contains(mention.type()))
                        .toList());
    }
}
