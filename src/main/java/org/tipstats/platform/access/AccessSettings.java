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

    /** Whether the demo is on: its accounts can sign in, and nothing is slowed down. */
    boolean demo() {
        return demo;
    }

    /** How long a new token lives unless its request says otherwise. */
    Duration tokenLifetime() {
        return tokenLifetime;
    }

    /** How many wrong tokens an address may send in a minute before it is told to wait. */
    int failuresAMinute() {
        return failuresAMinute;
    }
}
