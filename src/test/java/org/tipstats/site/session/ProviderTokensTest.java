package org.tipstats.site.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.tipstats.OtherDeployment;
import org.tipstats.SignedIn;

/** Programs send tokens that Keycloak signed, or that an attacker made. */
@QuarkusTest
@TestProfile(OtherDeployment.class)
class ProviderTokensTest extends ProviderCase {

    @Test
    void programsSendTheProvidersTokens() {
        String token = keycloak.programToken("program");
        assertEquals("service-account-program [SUBMITTER] [BEL] false false", who(token));
        assertEquals("Rita Tester [REVIEWER] [] false false", who(keycloak.personToken("rita", "access_token")));
        SignedIn.as(token).get("/api/v1/accounts").then().statusCode(403);
    }

    @Test
    void tokensForOthersOrMadeByOthersAreRefused() throws Exception {
        String good = keycloak.programToken("program");
        JsonNode header = Keycloak.part(good, 0);
        ObjectNode claims = (ObjectNode) Keycloak.part(good, 1);
        String[] parts = good.split("\\.");
        String none = encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".AA";
        String kid = header.get("kid").textValue();
        String confused = encoded("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}") + "." + parts[1];
        confused += "." + hmac(confused, Base64.getDecoder().decode(keycloak.publishedKey(kid)));
        claims.put("exp", claims.get("exp").longValue() + 3_600);
        String longer = parts[0] + "." + encoded(claims.toString()) + "." + parts[2];

        assertEquals(200, status(good));
        Map<String, String> wrong = Map.of(
                "another audience",
                keycloak.programToken("foreign"),
                "says who a person is",
                keycloak.personToken("rita", "id_token"),
                "no signature",
                none,
                "signed with the public key",
                confused,
                "a claim changed",
                longer,
                "a key that is not there",
                encoded("{\"alg\":\"RS256\",\"kid\":\"x\"}") + "." + parts[1] + "." + parts[2]);
        wrong.forEach((why, token) -> assertEquals(401, status(token), why));
    }

    /** The key is one of the provider, so only what the claims say decides. */
    @Test
    void theTimesOfATokenMayDifferByHalfAMinute() throws Exception {
        KeyPair key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        String kid = keycloak.publish(key);
        await(() -> status(signed(0, 300, keycloak.issuer(), kid, key)) == 200);

        assertEquals(200, status(signed(20, 300, keycloak.issuer(), kid, key)), "from in 20 seconds");
        // Until 20 seconds ago. On a busy machine a token may arrive later, so another one is tried.
        await(() -> status(signed(-300, -20, keycloak.issuer(), kid, key)) == 200);
        assertEquals(401, status(signed(90, 300, keycloak.issuer(), kid, key)), "from in 90 seconds");
        assertEquals(401, status(signed(-300, -90, keycloak.issuer(), kid, key)), "until 90 seconds ago");
        assertEquals(401, status(signed(0, 300, keycloak.issuer() + "/", kid, key)), "another issuer");
        KeyPair other = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertEquals(401, status(signed(0, 300, keycloak.issuer(), kid, other)), "another key");
    }

    private static String signed(int from, int until, String issuer, String kid, KeyPair key) {
        Instant now = Instant.now();
        return Jwt.issuer(issuer)
                .subject("someone")
                .audience("tipstats-api")
                .groups(Set.of("tip-reviewers"))
                .issuedAt(now.plusSeconds(Math.min(from, 0)))
                .claim("nbf", now.plusSeconds(from).getEpochSecond())
                .expiresAt(now.plusSeconds(until))
                .jws()
                .keyId(kid)
                .sign(key.getPrivate());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String hmac(String text, byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keysMayChange() {
        signIn("rita");
        String before = keycloak.programToken("program");
        assertEquals(200, status(before));

        keycloak.rotateKeys();
        String after = keycloak.programToken("program");
        assertFalse(Keycloak.part(before, 0)
                .get("kid")
                .equals(Keycloak.part(after, 0).get("kid")));

        // The service asks for new keys every ten seconds at most, and another test may just have made it ask.
        await(() -> status(after) == 200);
        assertEquals(200, status(before));
        clock.later(NEXT_CHECK);
        assertEquals(200, desk());
    }
}
