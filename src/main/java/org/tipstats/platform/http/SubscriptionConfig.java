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
     * True if subscriptions may send notifications to this machine itself, over HTTP and to any port. Use this only for
     * trials, because everyone who may sign in can then reach the services that listen on this machine. Default false.
     */
    @WithDefault("false")
    boolean loopback();

    /**
     * Interval at which the service looks for deliveries that are due; {@code off} if only another instance looks for
     * them. Default 5s.
     */
    @WithDefault("5s")
    String every();
}
