package org.tipstats.platform.access;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.SignInService.RefusedSignIns;

@QuarkusTest
class RefusedSignInsTest {

    private static final String REFUSED = "/api/v1/audit?action=sign-in-refused";

    @Inject
    RefusedSignIns refused;

    @Inject
    SignedIn accounts;

    @BeforeEach
    void forgetOtherTests() {
        refused.write();
    }

    private List<Map<String, Object>> entries() {
        return SignedIn.as(accounts.administrator())
                .get(REFUSED + "&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items.detail");
    }

    @Test
    void wrongTokensOfAMinuteAreOneEntryWithTheAddress() {
        int before = entries().size();
        for (int i = 0; i < 3; i++) {
            RestAssured.given().header("Authorization", "Bearer tip_wrong").get("/api/v1/accounts");
        }
        assertEquals(before, entries().size());
        refused.write();
        assertEquals(before + 1, entries().size());
        SignedIn.as(accounts.administrator())
                .get(REFUSED)
                .then()
                .body("items[0].actorName", equalTo("anonymous"))
                .body("items[0].detail.address", equalTo("127.0.0.1"))
                .body("items[0].detail.tries", equalTo(3));
    }

    @Test
    void manyAddressesCannotFillTheLog() {
        int before = entries().size();
        for (int i = 0; i < 5_000; i++) {
            refused.note("203.0.113." + i);
        }
        refused.note("203.0.113.0");
        refused.write();
        assertEquals(before + RefusedSignIns.MAX_ADDRESSES + 1, entries().size());
        SignedIn.as(accounts.administrator())
                .get(REFUSED)
                .then()
                .body("items.detail", hasItem(Map.of("address", "203.0.113.0", "tries", 2)))
                .body("items.detail", hasItem(Map.of("address", "others", "tries", 4_980)));
    }

    @Test
    void aQuietMinuteHasNoEntry() {
        int before = entries().size();
        refused.write();
        assertEquals(before, entries().size());
    }
}
