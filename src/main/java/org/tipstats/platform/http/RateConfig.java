package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Limits on the rate of requests from one caller, shown in {@code /limits}. They do not apply in the demo, where all
 * callers share an address.
 */
@ConfigMapping(prefix = "tipstats.rates")
public interface RateConfig {

    /**
     * Requests a minute under {@code /api}, for each token or, without one, each address. Default 1,200; 0 for no
     * limit.
     */
    @WithDefault("1200")
    int requestsAMinute();

    /** Uploads a minute, which also count as requests. Default 60; 0 for no limit. */
    @WithDefault("60")
    int uploadsAMinute();
}
