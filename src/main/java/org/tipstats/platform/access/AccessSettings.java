package org.tipstats.platform.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of sign-in. */
@Singleton
class AccessSettings {

    private final boolean demo;
    private final Duration tokenLifetime;
    private final int failuresAMinute;

    @Inject
    AccessSettings(
            @ConfigProperty(name = "tipstats.demo", defaultValue = "false") boolean demo,
            @ConfigProperty(name = "tipstats.tokens.lifetime", defaultValue = "365d") Duration tokenLifetime,
            @ConfigProperty(name = "tipstats.tokens.failures-a-minute", defaultValue = "20") int failuresAMinute) {
        this.demo = demo;
        this.tokenLifetime = tokenLifetime;
        this.failuresAMinute = failuresAMinute;
    }

    /** Returns true if the demo is on: its accounts can sign in, and failed sign-ins are not limited. */
    boolean demo() {
        return demo;
    }

    /** Returns the lifetime of a new token whose request gives none. */
    Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** Returns the number of wrong tokens that an address may send in a minute before it is refused with 429. */
    int failuresAMinute() {
        return failuresAMinute;
    }
}
