package org.biogloss.jobs;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Work that gives its results away one by one, as a stream that asks for them. It runs on a thread of its
/// own, a few results ahead, and ends early when the stream is closed.
public final class Handover<T> {

    /// Work that gives its results away.
    @FunctionalInterface
    public interface Giver<T> {

        /// @param taker throws [CancellationException] when nobody wants any more
        void giveTo(Consumer<T> taker) throws Exception;
    }

    private sealed interface Item<T> {}

    private record Given<T>(T thing) implements Item<T> {}

    private record End<T>(@Nullable Exception failure) implements Item<T> {}

    private final BlockingQueue<Item<T>> waiting;
    private volatile boolean closed;

    private Handover(int ahead) {
        waiting = new ArrayBlockingQueue<>(ahead);
    }

    /// What fails in the work, the stream throws, wrapped in an [IllegalStateException] if it is a checked
    /// exception.
    ///
    /// @param ahead how many results may wait
    public static <T> Stream<T> stream(int ahead, Giver<T> giver) {
        var handover = new Handover<T>(ahead);
        Thread.ofVirtual().name("handover").start(() -> handover.run(giver));
        var parts = Spliterators.spliteratorUnknownSize(
                handover.new Taken(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        return StreamSupport.stream(parts, false).onClose(handover::close);
    }

    /// Makes room, so that a giver that waits goes on and hears of it. An interrupt would look to it like a
    /// broken file.
    private void close() {
        closed = true;
        waiting.clear();
    }

    private void run(Giver<T> giver) {
        Exception failure = null;
        try {
            giver.giveTo(thing -> put(new Given<>(thing)));
        } catch (Exception e) {
            failure = e;
        } catch (Error e) { // such as too little memory: the reader must hear of it, or it waits for ever
            failure = new IllegalStateException(e);
        }
        if (!closed) put(new End<>(failure));
    }

    private void put(Item<T> item) {
        try {
            if (closed) throw new CancellationException();
            waiting.put(item);
        } catch (InterruptedException _) {
            throw new CancellationException();
        }
    }

    private final class Taken implements Iterator<T> {

        private @Nullable Item<T> next;

        @Override
        public boolean hasNext() {
            if (next == null) next = take();
            return switch (next) {
                case Given<T> _ -> true;
                case End<T>(var failure) -> {
                    if (failure instanceof RuntimeException unchecked) throw unchecked;
                    if (failure != null) throw new IllegalStateException(failure.getMessage(), failure);
                    yield false;
                }
            };
        }

        @Override
        public T next() {
            if (!hasNext() || !(next instanceof Given<T>(var thing))) throw new NoSuchElementException();
            next = null;
            return thing;
        }

        private Item<T> take() {
            try {
                return waiting.take();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
