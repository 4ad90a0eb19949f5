package org.tipstats.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.problem.ProblemException;

class IdempotencyKeyTest {

    private static final UUID ACTOR = new UUID(0, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, IdempotencyKey.MAX_LENGTH})
    void aKeyHasUpToTheLargestNumberOfCharacters(int length) {
        assertEquals(length, new IdempotencyKey("k".repeat(length)).text().length());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, IdempotencyKey.MAX_LENGTH + 1})
    void aLongerOrEmptyKeyIsRefused(int length) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> new IdempotencyKey("k".repeat(length)));
        assertEquals(400, refusal.problem().status());
        assertEquals(
                "An Idempotency-Key must have 1 to 255 characters.",
                refusal.problem().errors().get(0).message());
    }

    @Test
    void theSameKeyGivesTheSameIdToTheSameActorAndObjectOnly() {
        IdempotencyKey key = new IdempotencyKey("first-try");
        assertEquals(key.id(ACTOR, "accounts"), new IdempotencyKey("first-try").id(ACTOR, "accounts"));
        assertNotEquals(key.id(ACTOR, "accounts"), key.id(ACTOR, "tokens"));
        assertNotEquals(key.id(ACTOR, "accounts"), key.id(new UUID(0, 2), "accounts"));
    }
}
