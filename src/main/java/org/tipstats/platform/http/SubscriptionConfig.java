package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many are told of releases, and where. The number is shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.subscriptions")
public interface SubscriptionConfig {

    /** Subscriptions of one account, those deleted within the last hour included. Default 10. */
    @WithDefault("10")
    int perAccount();

    /**
     * Whether receivers on this very machine are allowed, with HTTP and any port: for trials only, since whoever may sign in
     * then reaches what listens there. Default false.
     */
    @WithDefault("false")
    boolean loopback();

    /** How often deliveries that are due are looked for; {@code off} for never, where another instance does it. Default 5s. */
    @WithDefault("5s")
    String every();
}
