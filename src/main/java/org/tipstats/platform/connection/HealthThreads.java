package org.tipstats.platform.connection;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jboss.logging.Logger;

/** Runs the health checks on their own threads, so that the checks answer even if all worker threads are busy. */
@Singleton
@Alternative
@Priority(1)
class HealthThreads extends AsyncHealthCheckFactory {

    private static final Logger LOG = Logger.getLogger(HealthThreads.class);
    private static final int THREADS = 2;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("health", true));

    @Override
    public Uni<HealthCheckResponse> callSync(HealthCheck check) {
        return Uni.createFrom().item(() -> answer(check)).runSubscriptionOn(threads);
    }

    /**
     * Returns the answer of a check, or DOWN if the check throws. Without an answer, the client would wait for ever.
     */
    private static HealthCheckResponse answer(HealthCheck check) {
        try {
            return check.call();
        } catch (RuntimeException e) {
            LOG.errorf(e, "The health check %s failed.", check.getClass().getName());
            return HealthCheckResponse.down(check.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
