package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.provider.ProviderCalls.ProviderTokens;
import org.tipstats.site.session.SessionService.SessionConfig;

/** Checks when a session ends and that its secret stays secret. */
class WebSessionTest {

    private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

    private static final SessionConfig LIMITS = new SessionConfig() {
        @Override
        public Duration idle() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration whole() {
            return Duration.ofHours(12);
        }
    };

    private final SessionSecret secret = SessionSecret.random();
    private final WebSession session = new WebSession(secret, new UUID(0, 1), OPENED);

    @Test
    void itIsOverAfterHalfAnHourWithoutARequest() {
        assertFalse(session.isOver(OPENED.plus(Duration.ofMinutes(30)).minusSeconds(1), LIMITS));
        assertTrue(session.isOver(OPENED.plus(Duration.ofMinutes(30)), LIMITS));
    }

    @Test
    void itIsOverAfterTwelveHoursHoweverBusy() {
        for (int minute = 20; minute < 12 * 60; minute += 20) {
            Instant now = OPENED.plus(Duration.ofMinutes(minute));
            assertFalse(session.isOver(now, LIMITS), now.toString());
            session.seen(now);
        }

        assertTrue(session.isOver(OPENED.plus(Duration.ofHours(12)), LIMITS));
    }

    @Test
    void aClockThatIsSetBackMovesNoTimeOfIt() {
        Instant before = OPENED.minus(Duration.ofDays(1));
        session.seen(before);
        assertFalse(session.isOver(before, LIMITS));
        assertFalse(session.isOver(OPENED, LIMITS));
        assertTrue(session.isOver(OPENED.plus(Duration.ofMinutes(30)), LIMITS));
    }

    @Test
    void neitherHashNorFormTokenIsTheSecret() {
        assertNotEquals(secret.text(), secret.formToken());
        assertEquals(32, secret.hash().length);
        assertFalse(secret.toString().contains(secret.text()));
    }

    @Test
    void aFormTokenFitsItsSecretOnly() {
        assertTrue(secret.made(secret.formToken()));
        assertFalse(SessionSecret.random().made(secret.formToken()));
        assertFalse(secret.made(null));
        assertFalse(secret.made(secret.text()));
    }

    @Test
    void whatTheProviderGaveIsForTheHolderOfTheSecretOnly() {
        ProviderTokens tokens = new ProviderTokens("id.token.x", "refresh token");
        WebSession ofProvider = new WebSession(secret, new UUID(0, 2), "2", tokens, OPENED);
        assertEquals(tokens, ofProvider.tokens(secret));
        assertThrows(IllegalStateException.class, () -> ofProvider.tokens(SessionSecret.random()));
        assertFalse(ofProvider.isCheckDue(OPENED.plusSeconds(29), Duration.ofSeconds(30)));
        assertTrue(ofProvider.isCheckDue(OPENED.plusSeconds(30), Duration.ofSeconds(30)));
        assertTrue(ofProvider.isOfProvider() && !session.isOfProvider());
    }

    @Test
    void onlyWhatLooksLikeASecretIsTakenForOne() {
        assertEquals(secret, SessionSecret.of(secret.text()).orElseThrow());
        assertTrue(SessionSecret.of(null).isEmpty());
        assertTrue(SessionSecret.of("short").isEmpty());
        assertTrue(SessionSecret.of(secret.text() + "a").isEmpty());
    }
}
