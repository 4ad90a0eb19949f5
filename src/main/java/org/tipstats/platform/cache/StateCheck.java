package org.tipstats.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.tipstats.platform.cache.PublicState.Reading;

/**
 * Reads the public state in a thread of its own, once for all who ask while the thread is busy, and keeps it as long as
 * no change can be committed. An answer is never older than its question, so a cached answer is right at once after a
 * change, whichever instance made it.
 */
@Singleton
class StateCheck {

    private static final String METRIC = "tipstats.public.state.readings";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** When this time is left, the state is read again, once, so that nobody has to wait for it. */
    private static final long RENEWAL_NANOS = PublicState.QUIET.toNanos() / 2;

    private final PublicState state;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration patience;
    private final Counter quietReadings;
    private final Counter otherReadings;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("public-state", true));
    private CompletableFuture<String> next;
    private volatile Kept kept;

    /** A reading that may be used until a time of the source of nanoseconds. */
    private record Kept(Reading reading, long until, AtomicBoolean isRenewed) {}

    @Inject
    StateCheck(PublicState state, Clock clock, MeterRegistry metrics) {
        this(state, clock, System::nanoTime, PATIENCE, metrics);
    }

    /** @param nanos the time that passes, as {@link System#nanoTime} has it */
    StateCheck(PublicState state, Clock clock, LongSupplier nanos, Duration patience, MeterRegistry metrics) {
        this.state = state;
        this.clock = clock;
        this.nanos = nanos;
        this.patience = patience;
        this.quietReadings = metrics.counter(METRIC, "quiet", "true");
        this.otherReadings = metrics.counter(METRIC, "quiet", "false");
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }

    /** Returns the stamp of the public state as it is now, if that is known; null if the state must be read. */
    String known() {
        Kept last = kept;
        if (last == null) {
            return null;
        }
        long left = last.until - nanos.getAsLong();
        Reading reading = last.reading;
        if (left <= 0 || reading.changesAt() != null && !clock.instant().isBefore(reading.changesAt())) {
            return null;
        }
        if (left < RENEWAL_NANOS && last.isRenewed.compareAndSet(false, true)) {
            read();
        }
        return reading.stamp();
    }

    /**
     * Returns the stamp of the public state, not older than this call. It fails after two seconds, and at once for those
     * who ask while a reading that should have ended by then still runs: their answers are made without the cache.
     */
    CompletableFuture<String> ask() {
        String stamp = known();
        return stamp == null ? read() : CompletableFuture.completedFuture(stamp);
    }

    /**
     * Lets the event loop of a request go on with the stamp of the public state, not older than this call; with null if it
     * could not be read. No thread waits, but the request does.
     */
    void ask(RoutingContext context, Consumer<String> next) {
        HttpServerRequest request = context.request().pause();
        Context loop = ((HttpServerRequestInternal) request).context();
        ask().whenComplete((stamp, failure) -> loop.runOnContext(back -> {
            request.resume();
            if (request.response().closed() || request.response().ended()) {
                return;
            }
            try {
                next.accept(stamp);
            } catch (RuntimeException e) {
                context.fail(e);
            }
        }));
    }

    private synchronized CompletableFuture<String> read() {
        if (next == null) {
            CompletableFuture<String> asked = new CompletableFuture<>();
            try {
                thread.execute(this::answer);
            } catch (RejectedExecutionException e) {
                return CompletableFuture.failedFuture(e);
            }
            next = asked.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
        }
        return next;
    }

    private void answer() {
        CompletableFuture<String> asked;
        synchronized (this) {
            asked = next;
            next = null;
        }
        try {
            long begin = nanos.getAsLong();
            Reading reading = state.read();
            long until = begin + PublicState.QUIET.toNanos();
            (reading.isQuiet() ? quietReadings : otherReadings).increment();
            kept = reading.isQuiet() ? new Kept(reading, until, new AtomicBoolean()) : null;
            asked.complete(reading.stamp());
        } catch (RuntimeException | Error e) {
            asked.completeExceptionally(e);
        }
    }
}
