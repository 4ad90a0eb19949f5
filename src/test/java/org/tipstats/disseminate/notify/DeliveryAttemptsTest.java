package org.tipstats.disseminate.notify;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult;
import org.tipstats.disseminate.notify.DeliveryService.ClaimedDelivery;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;

/** Tests that deliveries arrive in order, however long it takes, until they are given up. */
@QuarkusTest
class DeliveryAttemptsTest extends DeliveryCase {

    @Inject
    DeliveryRepository counted;

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdEverLaterAndTheRestWaitsItsTurn() {
        receiver.answering(503);
        subscriptions.publish("again-1", "VICTIMS");
        subscriptions.publish("again-2", "VICTIMS");
        long[] planned = {10, 30, 90, 270, 810, 2_430, 7_290, 21_600};
        int tried = 0;
        while (tried < planned.length) {
            courier.deliver();
            tried = announced().size();
            long wait = Duration.between(lastAttempt(), nextAttempt()).toSeconds();
            long plan = planned[Math.min(tried, planned.length) - 1];
            assertTrue(wait >= plan * 8 / 10 - 1 && wait <= plan * 12 / 10 + 60, wait + " for " + plan);
            if (tried < planned.length) {
                moveTo(nextAttempt());
            }
        }
        moveTo(nextAttempt().minus(Duration.ofMinutes(30)));
        courier.deliver();
        assertEquals(tried, announced().size(), "not before the next attempt is due");
        subscription.get().then().body("failingSince", notNullValue()).body("state", equalTo("ACTIVE"));
        receiver.answering(204);
        moveTo(nextAttempt());
        courier.deliver();
        assertEquals(tried + 2, announced().size());
        assertEquals(
                Set.of("again-1"), Set.copyOf(announced().subList(0, tried + 1)), "the second waits for the first");
        assertEquals("again-2", announced().get(tried + 1));
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
        pass(Duration.between(now.instant(), instant));
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
        int tried = announced().size();
        assertTrue(tried >= 15 && tried <= 25, tried + " attempts in three days");
        pass(Duration.ofHours(1));
        courier.deliver();
        subscription.get().then().body("state", equalTo("SUSPENDED")).body("reason", equalTo("failing"));
        assertFalse(announced().contains("given-up-2"));
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
        assertEquals("given-up-4", announced().get(announced().size() - 1));
        assertFalse(announced().contains("given-up-3"));
    }

    @Test
    void aReceiverThatIsGoneIsSuspendedAtOnce() {
        receiver.answering(410);
        subscriptions.publish("gone-1", "VICTIMS");
        courier.deliver();
        subscription.get().then().body("state", equalTo("SUSPENDED")).body("reason", equalTo("gone"));
        assertEquals(1, announced().size());
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
    void alertsCountMessagesAboutReleasesToSubscriptionsThatExist() {
        receiver.answering(404);
        Registered unanswered = TestSubscriptions.register(subscription.token(), receiver.url(), null);
        courier.deliver();
        pass(Duration.ofHours(7));
        unanswered.post("verification").then().statusCode(200);
        assertEquals(Optional.empty(), counted.oldestWaiting(), "a challenge waits for nobody else");
        subscriptions.publish("counted-1", "VICTIMS");
        assertTrue(counted.oldestWaiting().isPresent());
        subscription.delete().then().statusCode(204);
        assertEquals(Optional.empty(), counted.oldestWaiting());
        assertEquals(0, counted.givenUpSince(now.instant().minus(Duration.ofHours(1))));
    }

    @Test
    void whatAnInstanceHeldWhenItWasKilledIsSentByAnotherOnceItsClaimEnds() {
        subscriptions.publish("killed-1", "VICTIMS");
        ClaimedDelivery held = deliveries.claim().orElseThrow();
        assertEquals("killed-1", held.delivery().release());
        courier.deliver();
        assertEquals(List.of(), announced(), "no other instance may send it while the claim lasts");
        pass(DeliveryService.CLAIM_DURATION.plusSeconds(1));
        courier.deliver();
        assertEquals(List.of("killed-1"), announced());
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
}
