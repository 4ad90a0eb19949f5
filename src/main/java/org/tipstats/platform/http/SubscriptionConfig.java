package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits and settings of subscriptions to releases. The largest number is shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.subscriptions")
public interface SubscriptionConfig {

    /** Largest number of subscriptions of one account, including those deleted within the last hour. Default 10. */
    @WithDefault("10")
    int perAccount();

    /**
     * Whether receivers on this machine are allowed, with HTTP and any port. Use this only for trials, because everyone
     * who may sign in can then reach the services that listen on this machine. Default false.
     */
    @WithDefault("false")
    boolean loopback();

    /**
     * Interval at which the service looks for deliveries that are due; {@code off} for never, if another instance does
     * it. Default 5s.
     */
    @WithDefault("5s")
    String every();
}
