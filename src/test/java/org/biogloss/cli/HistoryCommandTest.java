package org.biogloss.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.biogloss.document.Annotation;
import org.biogloss.document.DocumentStatus;
import org.biogloss.document.Edit;
import org.biogloss.document.Marked;
import org.biogloss.document.Mention;
import org.biogloss.document.Schema;
import org.biogloss.document.Source;
import org.biogloss.document.Span;
import org.biogloss.store.DocumentEdit;
import org.biogloss.store.ProjectStore;
import org.biogloss.workbench.WorkTimes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class HistoryCommandTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void work() {
        try (var store = ProjectStore.create(folder, "Trial", Schema.standard())) {
            try (var batch = store.startImport()) {
                batch.add(Marked.text("a", "Loss of p53"));
                batch.add(Marked.text("b", "Gain of TP63"));
                batch.commit("ada", "Import 2 documents");
            }
            var p53 = Mention.of("gold", Span.of(8, 11), "Gene", new Source.Person("ada"));
            perform(store, "ada", "Add Gene “p53”", "a", new Edit.Add(p53));
            perform(
                    store,
                    "bob",
                    "Note, with \"quotes\"",
                    "a",
                    new Edit.Replace(p53, p53.with(Annotation.NOTE, "x, y")));
            perform(store, "bob", "Done", "b", new Edit.SetStatus(DocumentStatus.NEW, DocumentStatus.DONE));
            store.undo("ada");
            new WorkTimes(store).add("a/da %", "a", Duration.ofSeconds(90));
            new WorkTimes(store).add("a/da %", "a", Duration.ofMillis(500));
        }
    }

    private static void perform(ProjectStore store, String by, String title, String document, Edit edit) {
        store.perform(by, title, List.of(new DocumentEdit(document, edit)));
    }

    private int run(Object... words) {
        var line = new CommandLine(new HistoryCommand());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        line.setExecutionExceptionHandler((failure, _, _) -> {
            err.append(String.valueOf(failure.getMessage()));
            return Exit.FAILED;
        });
        return line.execute(java.util.Arrays.stream(words).map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void whoDidWhatIsReadInSessions() {
        assertEquals(Exit.DONE, run(folder));
        var text = out.toString();
        assertTrue(text.startsWith("ada, session 1\n"), text);
        assertTrue(text.contains("bob, session 2\n"), text);
        assertTrue(text.contains("Add Gene “p53”  [a]"), text);
        assertTrue(text.contains("Undo: Done  [b]"), text);
    }

    @Test
    void jsonHoldsEachChangeBeforeAndAfter() throws IOException {
        assertEquals(Exit.DONE, run(folder, "--document", "a", "--json"));
        var history = new ObjectMapper().readTree(out.toString()).path("history");
        assertEquals(2, history.size(), "what was done to others is not told");
        assertEquals("ada", history.path(0).path("person").asText());
        var change = history.path(1).path("changes").path(0);
        assertEquals("change", change.path("change").asText());
        assertEquals("8-11", change.path("spans").asText());
        assertEquals("Gene 8-11 note=x, y by ada", change.path("after").asText());
    }

    @Test
    void theTableHasOneRowForEachChangeAndQuotesWhatNeedsIt() {
        assertEquals(Exit.DONE, run(folder, "--csv"));
        var rows = out.toString().split("\r\n");
        assertEquals(6, rows.length);
        assertTrue(rows[0].startsWith("number,time,person,session,kind,action,document,change"), rows[0]);
        assertTrue(rows[3].contains(",\"Note, with \"\"quotes\"\"\",a,change,mention,"), rows[3]);
        assertTrue(rows[5].contains(",UNDO,Done,b,status,document,,,,,DONE,NEW"), rows[5]);
    }

    @Test
    void timesAreToldWhereTheyWereMeasured() {
        assertEquals(Exit.DONE, run(folder, "--times"));
        assertEquals("person\tdocument\tseconds\na/da %\ta\t90.5\n", out.toString());
    }

    @Test
    void aDocumentThatIsNotThereIsSaidSo() {
        assertEquals(Exit.FAILED, run(folder, "--document", "zzz"));
        assertTrue(err.toString().contains("none of that id"), err.toString());
    }
}
