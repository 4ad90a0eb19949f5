package org.tipstats.collect.upload;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.http.DataLimitConfig;
import org.tipstats.platform.http.RateConfig;
import org.tipstats.platform.http.SubscriptionConfig;
import org.tipstats.platform.job.JobConfig;

/** Shows the limits of the service. */
@Path("/api/v1/limits")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
class LimitsResource {

    private final UploadConfig config;
    private final DataLimitConfig files;
    private final JobConfig jobs;
    private final SubscriptionConfig subscriptions;
    private final RateConfig rates;
    private final boolean demo;

    LimitsResource(
            UploadConfig config,
            DataLimitConfig files,
            JobConfig jobs,
            SubscriptionConfig subscriptions,
            RateConfig rates,
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo) {
        this.config = config;
        this.files = files;
        this.jobs = jobs;
        this.subscriptions = subscriptions;
        this.rates = rates;
        this.demo = demo;
    }

    @GET
    public Limits get() {
        return Limits.of(config, files, jobs, subscriptions, rates, demo);
    }
}
