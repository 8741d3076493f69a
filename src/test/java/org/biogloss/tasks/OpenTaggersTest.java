package org.biogloss.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.biogloss.bert.Compute;
import org.biogloss.bert.TinyModel;
import org.biogloss.jobs.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTaggersTest {

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong();
    private final OpenTaggers taggers = new OpenTaggers(2, Duration.ofMinutes(5), now::get);

    private Tagger used(Path model) throws IOException {
        var lent = new ArrayList<Tagger>();
        taggers.use(model, Compute.exact(), tagger -> {
            tagger.tag(List.of("a b c"), JobContext.silent());
            lent.add(tagger);
        });
        return lent.getFirst();
    }

    @Test
    void theLastOnesStayOpen() throws IOException {
        try (taggers) {
            var one = TinyModel.copy(folder.resolve("one"));
            var two = TinyModel.copy(folder.resolve("two"));
            var three = TinyModel.copy(folder.resolve("three"));
            var first = used(one);
            used(two);
            assertSame(first, used(one));
            used(three);
            assertEquals(2, taggers.size());
            assertSame(first, used(one));
        }
        assertEquals(0, taggers.size());
    }

    @Test
    void aModelThatWasTrainedAgainIsOpenedAnew() throws IOException {
        try (taggers) {
            var one = TinyModel.copy(folder.resolve("one"));
            var before = used(one);
            Files.setLastModifiedTime(one.resolve("model.safetensors"), FileTime.fromMillis(1_000_000));
            assertNotSame(before, used(one));
            assertEquals(1, taggers.size());
        }
    }

    @Test
    void whatNobodyUsesIsClosed() throws IOException {
        try (taggers) {
            var one = TinyModel.copy(folder.resolve("one"));
            var before = used(one);
            now.addAndGet(Duration.ofMinutes(4).toNanos());
            assertSame(before, used(one));
            now.addAndGet(Duration.ofMinutes(6).toNanos());
            taggers.closeIdle();
            assertEquals(0, taggers.size());
        }
    }
}
