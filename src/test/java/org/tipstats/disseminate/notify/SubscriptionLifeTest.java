package org.tipstats.disseminate.notify;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;

/** Tests existing subscriptions: their number, test messages, new secrets, deletion, and their mentions elsewhere. */
@QuarkusTest
class SubscriptionLifeTest extends SubscriptionCase {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void anAccountHasTenAndThoseDeletedWithinTheHourCount() {
        for (int i = 0; i < 9; i++) {
            TestSubscriptions.register(account.token(), receiver.url(), null);
        }
        Registered tenth = TestSubscriptions.register(account.token(), receiver.url(), null);
        assertEquals(204, tenth.delete().statusCode());
        TestSubscriptions.post(account.token(), receiver.url(), null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/conflict"));
        assertEquals(
                201,
                TestSubscriptions.post(accounts.reviewer(), receiver.url(), null)
                        .statusCode());
        clock.later(Duration.ofMinutes(61));
        assertEquals(
                201,
                TestSubscriptions.post(account.token(), receiver.url(), null).statusCode());
        given().get("/api/v1/limits").then().body("subscriptions.perAccount", equalTo(10));
    }

    @Test
    void listsComeInPages() {
        List<String> ids = List.of(
                TestSubscriptions.register(account.token(), receiver.url(), null)
                        .id(),
                TestSubscriptions.register(account.token(), receiver.url(), "VICTIMS")
                        .id(),
                TestSubscriptions.register(account.token(), receiver.url(), null)
                        .id());
        Response first = SignedIn.as(account.token()).get(PATH + "?limit=2");
        assertEquals(ids.subList(0, 2), first.path("items.id"));
        Response second = SignedIn.as(account.token()).urlEncodingEnabled(false).get(first.<String>path("next"));
        assertEquals(ids.subList(2, 3), second.path("items.id"));
        SignedIn.as(account.token()).get(PATH + "?state=ACTIVE").then().statusCode(400);
    }

    @Test
    void whatIsDeletedIsToldOfNothing() {
        Registered subscription = subscriptions.active(account.token(), receiver, null);
        subscriptions.publish("deleted-1", "VICTIMS");
        assertEquals(204, subscription.delete().statusCode());
        subscriptions.publish("deleted-2", "VICTIMS");
        courier.deliver();
        assertEquals(1, receiver.messages().size(), "only the challenge was sent");
        assertEquals(404, subscription.get().statusCode());
        assertEquals(404, subscription.delete().statusCode());
    }

    @Test
    void aTestIsSentOnceAndNotTooOften() {
        Registered subscription = TestSubscriptions.register(account.token(), receiver.url(), null);
        subscription.post("test").then().statusCode(409);
        courier.deliver();
        subscription.post("test").then().statusCode(429).header("Retry-After", matchesPattern("[1-6]?\\d"));
        clock.later(Duration.ofMinutes(2));
        String id = subscription
                .post("test")
                .then()
                .statusCode(200)
                .body("type", equalTo("subscription.test"))
                .body("state", equalTo("WAITING"))
                .extract()
                .path("id");
        receiver.answering(500);
        courier.deliver();
        assertEquals(id, receiver.last().id());
        assertEquals("subscription.test", receiver.last().type());
        assertTrue(receiver.last().isSignedBy(subscription.secret()));
        subscription
                .deliveries()
                .then()
                .body("items[0].id", equalTo(id))
                .body("items[0].state", equalTo("GIVEN_UP"))
                .body("items[0].attempts.status", contains(500))
                .body("items[0].attempts.outcome", contains("refused"));
        subscription.get().then().body("state", equalTo("ACTIVE")).body("failingSince", nullValue());
    }

    @Test
    void aNewSecretAndForADayTheOneBeforeSign() {
        Registered subscription = subscriptions.active(account.token(), receiver, null);
        String fresh =
                subscription.post("secret").then().statusCode(200).extract().path("secret");
        assertNotEquals(subscription.secret(), fresh);
        subscriptions.publish("rotated-1", "VICTIMS");
        courier.deliver();
        assertTrue(receiver.last().isSignedBy(fresh));
        assertTrue(receiver.last().isSignedBy(subscription.secret()));
        clock.later(Duration.ofHours(25));
        subscriptions.publish("rotated-2", "VICTIMS");
        courier.deliver();
        assertEquals("rotated-2", receiver.last().json().getString("data.release"));
        assertTrue(receiver.last().isSignedBy(fresh));
        assertFalse(receiver.last().isSignedBy(subscription.secret()));
    }

    @Test
    void theAuditLogHasWhatHappenedWithoutSecretsOrWholeAddresses() {
        Registered subscription = subscriptions.active(account.token(), receiver, null);
        subscription.post("secret").then().statusCode(200);
        subscription.delete();
        Response log =
                SignedIn.as(accounts.administrator()).get("/api/v1/audit?subject=subscriptions/" + subscription.id());
        log.then()
                .body(
                        "items.action",
                        hasItems(
                                "subscription-registered",
                                "subscription-verified",
                                "subscription-secret-changed",
                                "subscription-deleted"))
                .body("items.find { it.action == 'subscription-registered' }.detail.host", equalTo("127.0.0.1"))
                .body("items.actor", hasItem(oneOf(account.id().toString(), "system")))
                .body(not(containsString("whsec_")))
                .body(not(containsString("/hook")));
    }

    @Test
    void metricsTellNothingOfReceivers() {
        subscriptions.active(account.token(), receiver, null);
        given().get(metrics)
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests"))
                .body(not(containsString("/hook")));
    }

    @Test
    void aClosedAccountIsToldOfNothing() {
        Registered subscription = subscriptions.active(account.token(), receiver, null);
        subscriptions.publish("closed-1", "VICTIMS");
        SignedIn.as(accounts.administrator()).delete("/api/v1/accounts/" + account.id());
        courier.deliver();
        assertEquals(1, receiver.messages().size(), "only the challenge was sent");
        new Registered(subscription.id(), null, accounts.administrator())
                .get()
                .then()
                .body("state", equalTo("SUSPENDED"))
                .body("reason", equalTo("account-closed"));
    }
}
