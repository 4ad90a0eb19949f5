package org.tipstats.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreferenceTest {

    private static Optional<Duration> patience(String prefer) {
        return Preference.parse(prefer).map(Preference::patience);
    }

    @Test
    void withoutTheWishTheAnswerIsWaitedFor() {
        assertEquals(Optional.empty(), patience(null));
        assertEquals(Optional.empty(), patience("return=minimal, wait=5"));
        assertEquals(Optional.empty(), patience("no-respond-async"));
        assertEquals(Optional.empty(), patience("respond-async, ".repeat(100)));
    }

    @Test
    void theWishMayNameSecondsUpToALimit() {
        assertEquals(Optional.of(Duration.ofSeconds(2)), patience("respond-async"));
        assertEquals(Optional.of(Duration.ofSeconds(0)), patience("Respond-Async, wait=0"));
        assertEquals(Optional.of(Duration.ofSeconds(7)), patience("return=minimal; wait=7, respond-async"));
        assertEquals(Optional.of(Duration.ofSeconds(15)), patience("respond-async, wait=999999"));
    }
}
