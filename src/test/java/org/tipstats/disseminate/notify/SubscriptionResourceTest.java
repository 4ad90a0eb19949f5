package org.tipstats.disseminate.notify;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;
import org.tipstats.platform.access.AccountRole;

/** Tests registration: allowed accounts, accepted requests, and the view that the account gets. */
@QuarkusTest
class SubscriptionResourceTest extends SubscriptionCase {

    @Test
    void itIsTheReceiverThatMakesASubscriptionActive() {
        Response made = TestSubscriptions.post(account.token(), receiver.url(), "VICTIMS");
        made.then()
                .statusCode(201)
                .header("Location", endsWith(PATH + "/" + made.path("id")))
                .header("Cache-Control", "no-store")
                .body("account", equalTo(account.id().toString()))
                .body("url", equalTo(receiver.url()))
                .body("dataflow", equalTo("VICTIMS"))
                .body("state", equalTo("PENDING"))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("verifiedAt", nullValue());
        Registered subscription = new Registered(made.path("id"), made.path("secret"), account.token());
        assertEquals(List.of(), receiver.messages(), "the reply does not wait for the receiver");

        courier.deliver();
        Receiver.Message challenge = receiver.last();
        assertEquals(1, receiver.messages().size());
        assertEquals("subscription.verification", challenge.type());
        assertEquals(subscription.id(), challenge.json().getString("data.subscription"));
        assertTrue(challenge.json().getString("data.challenge").length() >= 32);
        assertTrue(challenge.isSignedBy(subscription.secret()));
        subscription
                .get()
                .then()
                .statusCode(200)
                .body("state", equalTo("ACTIVE"))
                .body("", not(hasKey("secret")))
                .body("verifiedAt", matchesPattern("20\\d\\d-.*Z"));
        subscription
                .deliveries()
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo(challenge.id()))
                .body("items[0].type", equalTo("subscription.verification"))
                .body("items[0].state", equalTo("DELIVERED"))
                .body("items[0].nextAttemptAt", nullValue())
                .body("items[0].attempts.status", contains(200))
                .body("items[0].attempts.outcome", contains("delivered"));
        assertFalse(
                subscription.deliveries().asString().contains(challenge.json().getString("data.challenge")));
    }

    @Test
    void aReceiverThatEchoesEverythingOrNothingHasNotAgreed() {
        Registered subscription = TestSubscriptions.register(account.token(), receiver.url(), null);
        receiver.answering(message -> new Receiver.Answer(200, message.body()));
        courier.deliver();
        receiver.answering(message -> new Receiver.Answer(200, "ok"));
        clock.later(Duration.ofMinutes(1));
        courier.deliver();
        receiver.answering(message -> new Receiver.Answer(404, message.json().getString("data.challenge")));
        clock.later(Duration.ofMinutes(5));
        courier.deliver();
        assertEquals("PENDING", subscription.state());
        subscription
                .deliveries()
                .then()
                .body("items[0].attempts.outcome", contains("challenge-missing", "challenge-missing", "refused"));
        receiver.answering(message -> new Receiver.Answer(200, message.json().getString("data.challenge") + "\n"));
        clock.later(Duration.ofMinutes(30));
        courier.deliver();
        assertEquals("ACTIVE", subscription.state());
        assertEquals(
                1,
                receiver.messages().stream()
                        .map(Receiver.Message::id)
                        .distinct()
                        .count());
    }

    @Test
    void nobodySubscribesWithoutAnAccount() {
        for (Response refused : List.of(
                TestSubscriptions.post(null, receiver.url(), null),
                given().get(PATH),
                given().get(PATH + "/" + UUID.randomUUID()),
                given().delete(PATH + "/" + UUID.randomUUID()),
                given().post(PATH + "/" + UUID.randomUUID() + "/test"),
                given().get(PATH + "/" + UUID.randomUUID() + "/deliveries"))) {
            refused.then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
        }
    }

    @ParameterizedTest
    @EnumSource(AccountRole.class)
    void everyRoleMay(AccountRole role) {
        String token = role == AccountRole.SUBMITTER ? accounts.submitter("WSM") : accounts.token(Set.of(role));
        assertEquals(
                "PENDING",
                TestSubscriptions.register(token, receiver.url(), null).state());
    }

    @Test
    void anotherAccountsSubscriptionIsNotThereButForAdministrators() {
        Registered subscription = subscriptions.active(account.token(), receiver, null);
        String unknown = SignedIn.as(accounts.reviewer())
                .get(PATH + "/" + new UUID(0, 7))
                .then()
                .statusCode(404)
                .extract()
                .path("detail");
        Registered others = new Registered(subscription.id(), null, accounts.reviewer());
        for (Response refused : List.of(
                others.get(),
                others.delete(),
                others.deliveries(),
                others.post("test"),
                others.post("secret"),
                others.post("verification"))) {
            refused.then().statusCode(404).body("detail", equalTo(unknown));
        }
        SignedIn.as(accounts.reviewer()).get(PATH).then().body("items.id", not(hasItem(subscription.id())));

        Registered administrators = new Registered(subscription.id(), null, accounts.administrator());
        SignedIn.as(accounts.administrator()).get(PATH).then().body("items.id", hasItem(subscription.id()));
        administrators.get().then().statusCode(200).body("", not(hasKey("secret")));
        administrators.deliveries().then().statusCode(200);
        for (String what : List.of("test", "secret", "verification")) {
            administrators.post(what).then().statusCode(403);
        }
        assertEquals(204, administrators.delete().statusCode());
        assertEquals(404, subscription.get().statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"url\": null}",
                "{\"url\": \"https://10.0.0.1/\"}",
                "{\"url\": \"https://169.254.169.254/latest/\"}",
                "{\"url\": \"https://[::ffff:127.0.0.1]/\"}",
                "{\"url\": \"https://2130706433/\"}",
                "{\"url\": \"http://hooks.example.org/\"}",
                "{\"url\": \"https://user:secret@hooks.example.org/\"}",
                "{\"url\": \"https://hooks.example.org:22/\"}",
                "{\"url\": \"https://surely-unknown.invalid/\"}"
            })
    void addressesThatAreNoneOfThePublicAreRefused(String body) {
        SignedIn.as(account.token())
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/url"));
        SignedIn.as(account.token()).get(PATH).then().body("items.size()", equalTo(0));
    }

    @Test
    void aHostThatIsUnknownLetsThePersonCheckItsSpelling() {
        TestSubscriptions.post(account.token(), "https://surely-unknown.invalid/", "VICTIMS")
                .then()
                .statusCode(400)
                .body("errors[0].message", containsString("Check its spelling"));
    }

    @Test
    void allFaultsAreToldAtOnceAndWhatIsNoBodyIsToldToo() {
        TestSubscriptions.post(account.token(), "https://inner/", "VICTIM")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/url", "/dataflow"))
                .body("errors[1].suggestions", hasItem("VICTIMS"));
        for (String body : List.of(
                "null", "[]", "{\"url\": 5}", "{", "{\"url\": \"" + receiver.url() + "\", \"state\": \"ACTIVE\"}")) {
            int status = SignedIn.as(account.token())
                    .contentType("application/json")
                    .body(body)
                    .post(PATH)
                    .statusCode();
            assertEquals(400, status, body);
        }
        SignedIn.as(account.token()).get(PATH + "/no-id").then().statusCode(404);
    }
}
