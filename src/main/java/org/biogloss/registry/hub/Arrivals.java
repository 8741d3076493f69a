package org.biogloss.registry.hub;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.biogloss.jobs.JobContext;
import org.jspecify.annotations.Nullable;

/// What comes over a connection, portion by portion, without waiting for ever: a connection may stall and never say so,
/// and a person may cancel meanwhile.
final class Arrivals implements HttpResponse.BodySubscriber<Arrivals>, AutoCloseable {

    /// So often a waiting reader looks whether the job was cancelled.
    private static final long LOOK_MILLIS = 250;

    private final BlockingQueue<List<ByteBuffer>> portions = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.@Nullable Subscription> subscription = new AtomicReference<>();
    private final CompletableFuture<Arrivals> self = CompletableFuture.completedFuture(this);

    @Override
    public CompletionStage<Arrivals> getBody() {
        return self;
    }

    @Override
    public void onSubscribe(Flow.Subscription now) {
        subscription.set(now);
        now.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> portion) {
        portions.add(portion);
    }

    /// A connection that breaks ends like one that is over: what is missing is told by the size.
    @Override
    public void onError(Throwable failure) {
        onComplete();
    }

    @Override
    public void onComplete() {
        portions.add(List.of());
    }

    /// The next portion; an empty one at the end, or where nothing came for as long as patience lasts.
    ///
    /// @throws java.util.concurrent.CancellationException if the job is cancelled meanwhile
    List<ByteBuffer> next(JobContext context, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until) {
            context.checkCancelled();
            var portion = portions.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (portion == null) continue;
            var more = subscription.get();
            if (more != null) more.request(1);
            return portion;
        }
        return List.of();
    }

    /// Lets go of the connection.
    @Override
    public void close() {
        var open = subscription.get();
        if (open != null) open.cancel();
    }
}
