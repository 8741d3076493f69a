package org.biogloss.store;

import java.nio.file.Path;
import java.util.List;
import org.biogloss.document.Edit;
import org.biogloss.document.Mention;
import org.biogloss.document.Source;
import org.biogloss.document.Span;

/// A program of its own that edits a project a hundred times, and says so once each edit is acknowledged. It is killed
/// on the way.
public final class ScriptedEditor {

    private ScriptedEditor() {}

    /// Every tenth step undoes the one before it; the others add a mention whose type is the step's number.
    public static void main(String[] words) {
        var round = words[1];
        try (var store = ProjectStore.open(Path.of(words[0]))) {
            for (int step = 0; step < 100; step++) {
                long number = step % 10 == 9
                        ? store.undo("script").orElseThrow().number()
                        : store.perform("script", "Step " + step, List.of(edit(round, step)))
                                .number();
                System.out.println(number + " " + step);
                System.out.flush();
            }
        }
    }

    private static DocumentEdit edit(String round, int step) {
        var mention =
                Mention.of("gold", Span.of(step % 20, step % 20 + 3), type(round, step), new Source.Person("script"));
        return new DocumentEdit("d" + step % 3, new Edit.Add(mention));
    }

    static String type(String round, int step) {
        return "r" + round + "s" + step;
    }
}
