package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits and settings of subscriptions to releases. {@code /limits} shows the largest number of subscriptions. */
@ConfigMapping(prefix = "tipstats.subscriptions")
public interface SubscriptionConfig {

    /**
     * Largest number of subscriptions of one account, including subscriptions deleted within the last hour. Default 10.
     */
    @WithDefault("10")
    int perAccount();

    /**
     * True if subscriptions may send notifications to the machine of the service, over HTTP and to any port. Set this
     * only for trials: everyone who may sign in can then reach all services that listen on that machine. Default false.
     */
    @WithDefault("false")
    boolean loopback();

    /**
     * Interval at which the service looks for deliveries that are due; {@code off} if this instance does not look for
     * them, because another one does. Default 5s.
     */
    @WithDefault("5s")
    String every();
}
