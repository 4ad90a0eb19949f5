package org.tipstats.site.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long someone who has signed in to the website stays so. */
@ConfigMapping(prefix = "tipstats.sessions")
interface SessionConfig {

    /** Without any request. Default 30 minutes. */
    @WithDefault("30m")
    Duration idle();

    /** In all, however busy. Default 12 hours. */
    @WithDefault("12h")
    Duration whole();
}
