package org.tipstats.collect.upload;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tipstats.platform.http.RateFilter.UploadPaths;

/**
 * Closes the connection of slow uploads, because only a few uploads may run at the same time. The rate is measured from
 * the start of the upload, once {@link UploadConfig#slowAfter} has passed. The client gets no answer, because it would
 * not read an answer while it sends.
 */
@Singleton
class SlowUploadFilter {

    private static final int PRIORITY = 8_700;
    private static final long CHECKS_PER_PERIOD = 6;

    private final UploadConfig config;

    SlowUploadFilter(UploadConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    void watch(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean mayCarryFile = request.method().equals(HttpMethod.POST)
                && (request.path().startsWith("/api/v1/validations")
                        || request.path().startsWith("/api/v1/submissions")
                        || request.path().startsWith("/api/v1/mappings")
                        || UploadPaths.matches(request.path()));
        if (mayCarryFile) {
            long begun = System.nanoTime();
            long every = Math.max(1, config.slowAfter().toMillis() / CHECKS_PER_PERIOD);
            long timer = context.vertx().setPeriodic(every, id -> cutIfSlow(context, begun, id));
            context.addEndHandler(ended -> context.vertx().cancelTimer(timer));
        }
        context.next();
    }

    private void cutIfSlow(RoutingContext context, long begun, long timer) {
        HttpServerRequest request = context.request();
        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        if (request.isEnded()) {
            context.vertx().cancelTimer(timer);
        } else if (passed.compareTo(config.slowAfter()) >= 0
                && request.bytesRead() < config.minimumRate() * passed.toSeconds()) {
            context.vertx().cancelTimer(timer);
            request.connection().close();
        }
    }
}
