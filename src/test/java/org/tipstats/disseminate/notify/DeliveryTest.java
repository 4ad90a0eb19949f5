package org.tipstats.disseminate.notify;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult;
import org.tipstats.disseminate.deliver.SecretCipher;
import org.tipstats.disseminate.notify.DeliveryService.ClaimedDelivery;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.start.boot.TestClock;

/** Tests that deliveries arrive in order, however long it takes, until they are given up. */
@QuarkusTest
class DeliveryTest {

    @Inject
    Database database;

    @Inject
    SignedIn accounts;

    @Inject
    TestSubscriptions subscriptions;

    @Inject
    DeliveryWorker courier;

    @Inject
    DeliveryService deliveries;

    @Inject
    TestClock shifted;

    @Inject
    Clock clock;

    private Receiver receiver;
    private Registered subscription;
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void start() {
        receiver = new Receiver();
        subscription = subscriptions.active(
                accounts.another(Set.of(AccountRole.SUBMITTER), "WSM").token(), receiver, null);
    }

    @AfterEach
    void end() {
        receiver.close();
        subscriptions.clear();
        shifted.reset();
    }

    private void pass(Duration more) {
        passed = passed.plus(more);
        shifted.later(passed);
    }

    private List<String> told() {
        return receiver.messages().stream()
                .filter(message -> message.type().equals("release.published"))
                .map(message -> message.json().getString("data.release"))
                .toList();
    }

    @Test
    void aSecretIsEncryptedInTheDatabaseAlsoOneThatWasStoredBefore() {
        byte[] secret = Base64.getDecoder().decode(subscription.secret().substring("whsec_".length()));
        assertTrue(SecretCipher.isEncrypted(stored()));
        database.update(
                "update subscription set secret = ?, former_secret = ?, former_until = now() where id = ?",
                secret,
                secret,
                UUID.fromString(subscription.id()));
        assertFalse(SecretCipher.isEncrypted(stored()));
        courier.start(null);
        assertTrue(SecretCipher.isEncrypted(stored()));
        subscriptions.publish("told-of-2", "VICTIMS");
        courier.deliver();
        assertTrue(receiver.last().isSignedBy(subscription.secret()));
    }

    private byte[] stored() {
        return database.list(
                        "select secret from subscription where id = ?",
                        row -> row.getBytes(1),
                        UUID.fromString(subscription.id()))
                .get(0);
    }

    @Test
    void aReleaseIsToldInFewWordsThatAreSigned() {
        subscriptions.publish("told-of-1", "VICTIMS");
        courier.deliver();
        Receiver.Message message = receiver.last();
        assertTrue(message.isSignedBy(subscription.secret()));
        assertFalse(message.isSignedBy("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
        assertTrue(
                Math.abs(Long.parseLong(message.timestamp()) - clock.instant().getEpochSecond()) < 60);
        assertEquals(
                Set.of("type", "timestamp", "data"), message.json().getMap("").keySet());
        assertEquals("release.published", message.type());
        assertEquals(
                Set.of("release", "title", "titleIn", "publishedAt", "dataflows", "changed", "log", "links"),
                message.json().getMap("data").keySet());
        assertEquals("told-of-1", message.json().getString("data.release"));
        assertEquals("7".repeat(64), message.json().getString("data.log.hash"));
        assertEquals("Release \"told-of-1\" ä", message.json().getString("data.title"));
        assertEquals("Parution told-of-1", message.json().getString("data.titleIn.fr"));
        assertEquals(List.of("OFFENCES", "VICTIMS"), message.json().getList("data.dataflows"));
        assertEquals(List.of("VICTIMS"), message.json().getList("data.changed"));
        assertTrue(message.json().getString("data.links.release").matches("http://.*:\\d+/api/v1/releases/told-of-1"));
        assertTrue(message.json().getString("data.links.changes").endsWith("/api/v1/releases/told-of-1/changes"));
        assertTrue(message.json().getString("data.links.feed").endsWith("/api/v1/feed.atom"));
    }

    @Test
    void whoWaitsForOneDataflowIsToldWhenThatChanges() {
        Registered narrow = subscriptions.active(subscription.token(), receiver, "OFFENCES");
        int before = receiver.messages().size();
        subscriptions.publish("narrow-1", "VICTIMS");
        subscriptions.publish("narrow-2", "OFFENCES", "VICTIMS");
        subscriptions.publish("narrow-3");
        courier.deliver();
        List<String> releases = narrow.deliveries().path("items.findAll { it.release != null }.release");
        assertEquals(List.of("narrow-2"), releases);
        assertEquals(before + 4, receiver.messages().size());
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdEverLaterAndTheRestWaitsItsTurn() {
        receiver.answering(503);
        subscriptions.publish("again-1", "VICTIMS");
        subscriptions.publish("again-2", "VICTIMS");
        long[] planned = {10, 30, 90, 270, 810, 2_430, 7_290, 21_600};
        int tried = 0;
        while (tried < planned.length) {
            courier.deliver();
            tried = told().size();
            long wait = Duration.between(lastAttempt(), nextAttempt()).toSeconds();
            long plan = planned[Math.min(tried, planned.length) - 1];
            assertTrue(wait >= plan * 8 / 10 - 1 && wait <= plan * 12 / 10 + 60, wait + " for " + plan);
            if (tried < planned.length) {
                moveTo(nextAttempt());
            }
        }
        moveTo(nextAttempt().minus(Duration.ofMinutes(30)));
        courier.deliver();
        assertEquals(tried, told().size(), "not before the next attempt is due");
        subscription.get().then().body("failingSince", notNullValue()).body("state", equalTo("ACTIVE"));
        receiver.answering(204);
        moveTo(nextAttempt());
        courier.deliver();
        assertEquals(tried + 2, told().size());
        assertEquals(Set.of("again-1"), Set.copyOf(told().subList(0, tried + 1)), "the second waits for the first");
        assertEquals("again-2", told().get(tried + 1));
        Set<String> ids = receiver.messages().stream()
                .filter(message -> message.body().contains("again-1"))
                .map(Receiver.Message::id)
                .collect(Collectors.toSet());
        assertEquals(1, ids.size());
        assertTrue(receiver.messages().stream().allMatch(message -> message.isSignedBy(subscription.secret())));
        List<Integer> statuses = new ArrayList<>(Collections.nCopies(tried, 503));
        statuses.add(204);
        subscription
                .deliveries()
                .then()
                .body("items[1].attempts.status", equalTo(statuses))
                .body("items[1].state", equalTo("DELIVERED"));
        subscription.get().then().body("failingSince", nullValue()).body("state", equalTo("ACTIVE"));
    }

    /** Returns the next attempt of the older of two deliveries. */
    private Instant nextAttempt() {
        return Instant.parse(subscription.deliveries().path("items[1].nextAttemptAt"));
    }

    private Instant lastAttempt() {
        return Instant.parse(subscription.deliveries().path("items[1].attempts[-1].at"));
    }

    private void moveTo(Instant instant) {
        pass(Duration.between(clock.instant(), instant));
    }

    @Test
    void afterThreeDaysOfFailuresItIsSuspendedUntilItIsVerifiedAgain() {
        receiver.answering(500);
        subscriptions.publish("given-up-1", "VICTIMS");
        subscriptions.publish("given-up-2", "VICTIMS");
        for (int hour = 0; hour < 72; hour++) {
            courier.deliver();
            pass(Duration.ofHours(1));
        }
        assertEquals("ACTIVE", subscription.state());
        int tried = told().size();
        assertTrue(tried >= 15 && tried <= 25, tried + " attempts in three days");
        pass(Duration.ofHours(1));
        courier.deliver();
        subscription.get().then().body("state", equalTo("SUSPENDED")).body("reason", equalTo("failing"));
        assertFalse(told().contains("given-up-2"));
        subscription.deliveries().then().body("items[0].state", equalTo("GIVEN_UP"));
        SignedIn.as(accounts.administrator())
                .get("/api/v1/audit?action=subscription-suspended&subject=subscriptions/" + subscription.id())
                .then()
                .body("items.detail.reason", hasItem("failing"));

        int before = receiver.messages().size();
        subscriptions.publish("given-up-3", "VICTIMS");
        courier.deliver();
        assertEquals(before, receiver.messages().size(), "a suspended subscription gets no messages");
        receiver.answering(Receiver::agree);
        subscription.post("verification").then().statusCode(200).body("state", equalTo("PENDING"));
        courier.deliver();
        assertEquals("ACTIVE", subscription.state());
        subscription.post("verification").then().statusCode(409);
        subscriptions.publish("given-up-4", "VICTIMS");
        courier.deliver();
        assertEquals("given-up-4", told().get(told().size() - 1));
        assertFalse(told().contains("given-up-3"));
    }

    @Test
    void aReceiverThatIsGoneIsSuspendedAtOnce() {
        receiver.answering(410);
        subscriptions.publish("gone-1", "VICTIMS");
        courier.deliver();
        subscription.get().then().body("state", equalTo("SUSPENDED")).body("reason", equalTo("gone"));
        assertEquals(1, told().size());
    }

    @Test
    void aChallengeIsGivenUpAfterADay() {
        receiver.answering(404);
        Registered other = TestSubscriptions.register(subscription.token(), receiver.url(), null);
        for (int hour = 0; hour <= 25; hour++) {
            courier.deliver();
            pass(Duration.ofHours(1));
        }
        other.get().then().body("state", equalTo("SUSPENDED")).body("reason", equalTo("not-verified"));
        assertTrue(receiver.messages().size() < 20, receiver.messages().size() + " requests without confirmation");
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    subscriptions.tell("rolled-back-1", "VICTIMS");
                    throw new IllegalStateException("the publication failed after all");
                }));
        courier.deliver();
        assertEquals(List.of(), told());
    }

    @Test
    void anAnnouncementNeedsTheTransactionOfItsPublication() {
        assertThrows(RuntimeException.class, () -> subscriptions.tell("without-1", "VICTIMS"));
        courier.deliver();
        assertEquals(List.of(), told());
    }

    @Test
    void whatAnInstanceHeldWhenItWasKilledIsSentByAnotherOnceItsClaimEnds() {
        subscriptions.publish("killed-1", "VICTIMS");
        ClaimedDelivery held = deliveries.claim().orElseThrow();
        assertEquals("killed-1", held.delivery().release());
        courier.deliver();
        assertEquals(List.of(), told(), "no other instance may send it while the claim lasts");
        pass(DeliveryService.CLAIM_DURATION.plusSeconds(1));
        courier.deliver();
        assertEquals(List.of("killed-1"), told());
        assertEquals(held.delivery().id().toString(), receiver.last().id());
        subscription
                .deliveries()
                .then()
                .body("items[0].attempts.size()", equalTo(2))
                .body("items[0].attempts[0].outcome", nullValue())
                .body("items[0].attempts[1].outcome", equalTo("delivered"));
    }

    @Test
    void anInstanceThatWasPausedDecidesNothingAfterwards() {
        subscriptions.publish("paused-1", "VICTIMS");
        ClaimedDelivery paused = deliveries.claim().orElseThrow();
        pass(DeliveryService.CLAIM_DURATION.plusSeconds(1));
        courier.deliver();
        deliveries.recordResult(
                paused.delivery(),
                new DeliveryResult(DeliveryResult.Outcome.ANSWERED, 410, ""),
                Duration.ofSeconds(61));
        assertEquals("ACTIVE", subscription.state(), "a later claim has already decided");
        subscription
                .deliveries()
                .then()
                .body("items[0].state", equalTo("DELIVERED"))
                .body("items[0].attempts.status", equalTo(List.of(410, 204)));
    }

    @Test
    void oldDeliveriesAreForgotten() {
        subscriptions.publish("old-1", "VICTIMS");
        courier.deliver();
        pass(Duration.ofDays(29));
        deliveries.deleteOld();
        subscription.deliveries().then().body("items.size()", equalTo(2));
        pass(Duration.ofDays(2));
        deliveries.deleteOld();
        subscription.deliveries().then().body("items.size()", equalTo(0));
        assertEquals("ACTIVE", subscription.state());
    }
}
