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
 * Reads the public state in its own thread. All requests that arrive during a reading share the next reading. Uses a
 * reading again only while no change can be committed. So a request never gets a stamp that is older than the request,
 * and cached answers are correct at once after a change by any instance.
 */
@Singleton
class StateCheck {

    private static final String METRIC = "tipstats.public.state.readings";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * If a reading stays valid for less than this time, the next reading starts early, so that no request waits for it.
     */
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

    /** A reading, the nanosecond at which its validity ends, and whether the next reading was started early. */
    private record Kept(Reading reading, long until, AtomicBoolean isRenewed) {}

    @Inject
    StateCheck(PublicState state, Clock clock, MeterRegistry metrics) {
        this(state, clock, System::nanoTime, PATIENCE, metrics);
    }

    /** @param nanos a clock in nanoseconds, like {@link System#nanoTime} */
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

    /** Returns the stamp of the current public state; null if the state must be read first. */
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
     * Returns the stamp of the public state, not older than this call. Fails if the reading fails, if the stamp is not
     * known after two seconds, and at once while an earlier reading is overdue. In these cases the caller makes the
     * answer without the cache.
     */
    CompletableFuture<String> ask() {
        String stamp = known();
        return stamp == null ? read() : CompletableFuture.completedFuture(stamp);
    }

    /**
     * Gets the stamp of the public state, not older than this call, and continues the request with it on the event
     * loop. The stamp is null if the state could not be read. No thread is blocked while the request waits.
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
