package org.tipstats.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often one caller may ask. Off in the demo, where everyone shares an address. Shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.rates")
public interface RateConfig {

    /** Requests a minute under {@code /api}, for each token or, without one, each address. Default 1,200; 0 for no limit. */
    @WithDefault("1200")
    int requestsAMinute();

    /** Uploads among them. Default 60; 0 for no limit. */
    @WithDefault("60")
    int uploadsAMinute();
}
