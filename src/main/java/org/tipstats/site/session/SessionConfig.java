package org.tipstats.site.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of a session of the website. */
@ConfigMapping(prefix = "tipstats.sessions")
interface SessionConfig {

    /** Longest time without a request. Default 30 minutes. */
    @WithDefault("30m")
    Duration idle();

    /** Longest time in all, even with requests. Default 12 hours. */
    @WithDefault("12h")
    Duration whole();
}
