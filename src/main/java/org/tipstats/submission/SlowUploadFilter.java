package org.tipstats.submission;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;

/** Cuts a body that comes too slowly, so that nobody can hold a place among the uploads with next to nothing. */
@Singleton
class SlowUploadFilter {

    private static final int EARLY = 8_700;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final long window;
    private final long fewestBytes;

    SlowUploadFilter(UploadConfig config) {
        this.window = config.slowAfter().toMillis();
        this.fewestBytes = config.minimumRate() * window / 1_000;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, EARLY);
    }

    void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!READING.contains(request.method().name())) {
            Watch watch = new Watch(request);
            long timer = context.vertx().setPeriodic(window, tick -> watch.check());
            context.addEndHandler(done -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    /** Compares what came within each window with what has to. */
    private final class Watch {

        private final HttpServerRequest request;
        private long before;

        Watch(HttpServerRequest request) {
            this.request = request;
        }

        void check() {
            long read = request.bytesRead();
            if (!request.isEnded() && read - before < fewestBytes) {
                request.response().reset();
            }
            before = read;
        }
    }
}
