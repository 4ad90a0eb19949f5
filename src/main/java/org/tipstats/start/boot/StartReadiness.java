package org.tipstats.start.boot;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Reports the service as ready when the start is complete. With a demo, this is when the demo's release is published.
 */
@Readiness
@ApplicationScoped
class StartReadiness implements HealthCheck {

    private final StartupTasks start;

    StartReadiness(StartupTasks start) {
        this.start = start;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("start").status(start.isReady()).build();
    }
}
