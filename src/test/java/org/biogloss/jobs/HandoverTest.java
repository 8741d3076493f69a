package org.biogloss.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void everythingGivenArrivesInItsOrder() {
        try (var stream =
                Handover.<Integer>stream(3, taker -> IntStream.range(0, 1000).forEach(taker::accept))) {
            assertEquals(IntStream.range(0, 1000).boxed().toList(), stream.toList());
        }
    }

    @Test
    void theWorkGoesNoFurtherAheadThanAskedAndEndsWhenTheStreamIsClosed() throws InterruptedException {
        var given = new AtomicInteger();
        var ended = new CountDownLatch(1);
        var stream = Handover.<Integer>stream(4, taker -> {
            try {
                while (true) taker.accept(given.incrementAndGet());
            } catch (CancellationException stopped) {
                ended.countDown();
                throw stopped;
            }
        });
        assertEquals(1, stream.iterator().next());
        Thread.sleep(50);
        assertTrue(given.get() <= 7, given + " were made");
        stream.close();
        assertTrue(ended.await(5, TimeUnit.SECONDS));
    }

    @Test
    void whatFailsInTheWorkReachesTheReaderAfterWhatCameBefore() {
        var stream = Handover.<String>stream(2, taker -> {
            taker.accept("one");
            throw new IOException("the disk is gone");
        });
        var iterator = stream.iterator();
        assertEquals("one", iterator.next());
        var failure = assertThrows(IllegalStateException.class, iterator::hasNext);
        assertEquals("the disk is gone", failure.getMessage());
        assertEquals(List.of(), Handover.stream(2, _ -> {}).toList());
    }
}
