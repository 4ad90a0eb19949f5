package org.tipstats.disseminate.deliver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Tests signatures with the example that libraries for Standard Webhooks use in their tests. */
class HookSecretTest {

    @Test
    void theKnownExampleIsSignedAsEveryoneDoes() {
        HookSecret secret = new HookSecret(Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertEquals("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", secret.text());
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330L, 999_000_000),
                        "{\"test\": 2432232314}"));
    }

    @Test
    void secretsAreLongAndNeverTheSameAndNeverShownByChance() {
        HookSecret secret = HookSecret.random();
        assertEquals(32, secret.key().length);
        assertNotEquals(secret.text(), HookSecret.random().text());
        assertFalse(secret.toString().contains(secret.text().substring(6, 14)));
    }
}
