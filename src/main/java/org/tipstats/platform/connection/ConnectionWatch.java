package org.tipstats.platform.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes connections on which the service has worked on no request for some time. These are idle connections, and
 * connections on which the head of a request never becomes complete, even if bytes arrive slowly. While the service
 * works on a request, its connection stays open, unless the client stops reading the answer. The timeouts of Vert.x and
 * Netty watch only bytes, not requests: they would stop long work, and a single byte would restart the timeouts.
 */
@Singleton
class ConnectionWatch {

    private static final AttributeKey<Use> USE = AttributeKey.valueOf(ConnectionWatch.class, "use");
    private static final AttributeKey<Boolean> SERVED = AttributeKey.valueOf(ConnectionWatch.class, "served");

    /** Runs before all other filters except the one that reads languages. */
    private static final int PRIORITY = 10_002;

    private static final long EVERY_MS = 5_000;

    private final long idleNanos;

    ConnectionWatch(@ConfigProperty(name = "tipstats.connection.idle", defaultValue = "60S") Duration idle) {
        this.idleNanos = idle.toNanos();
    }

    void register(@Observes Filters filters) {
        filters.register(this::begin, PRIORITY);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        for (EventExecutor each : ((VertxInternal) vertx).getEventLoopGroup()) {
            if (each instanceof SingleThreadEventLoop loop) {
                loop.scheduleWithFixedDelay(
                        () -> sweep(loop, System.nanoTime()), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Marks a connection as used until its request ends. */
    void begin(RoutingContext context) {
        Channel channel = ((ConnectionBase) context.request().connection()).channel();
        if (channel.parent() != null) {
            channel.parent().attr(SERVED).set(true);
        }
        Use use = use(channel, System.nanoTime());
        use.working.incrementAndGet();
        context.addEndHandler(ended -> {
            use.since = System.nanoTime();
            use.working.decrementAndGet();
        });
        context.next();
    }

    /**
     * Closes the unused connections of a thread. The caller must be on this thread.
     *
     * @param now the time as {@link System#nanoTime} returns it
     */
    void sweep(SingleThreadEventLoop loop, long now) {
        List<Channel> unused = new ArrayList<>();
        loop.registeredChannelsIterator().forEachRemaining(channel -> {
            boolean accepted =
                    channel.parent() != null && channel.parent().attr(SERVED).get() != null;
            if (accepted && use(channel, now).idle(channel, now) > idleNanos) {
                unused.add(channel);
            }
        });
        unused.forEach(ConnectionWatch::cut);
    }

    /** Closes a connection at once, without the handlers of Vert.x: they would first wait until all bytes are sent. */
    private static void cut(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null) {
            channel.close();
        } else {
            first.close();
        }
    }

    private static Use use(Channel channel, long now) {
        channel.attr(USE).setIfAbsent(new Use(now));
        return channel.attr(USE).get();
    }

    /**
     * When a connection was last used, and how many of its requests are in work. Several threads may use the fields,
     * because a worker thread may end a request.
     */
    private static final class Use {

        private final AtomicInteger working = new AtomicInteger();
        /**
         * The time of the last known use: a request ended, or was in work while the client read the answer. At first,
         * the time at which this class first saw the connection.
         */
        private volatile long since;

        private long unsent;

        Use(long since) {
            this.since = since;
        }

        /** Returns the time in nanoseconds since the connection was last used. */
        long idle(Channel channel, long now) {
            long waiting = channel.bytesBeforeWritable();
            if (working.get() > 0 && (waiting == 0 || waiting != unsent)) {
                since = now;
            }
            unsent = waiting;
            return now - since;
        }
    }
}
