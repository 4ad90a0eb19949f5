package org.tipstats.disseminate.notify;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tipstats.disseminate.deliver.SecretCipher;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;
import org.tipstats.platform.database.Database;

/** Tests what a delivery says, to whom it goes, and how long it is kept. */
@QuarkusTest
class DeliveryTest extends DeliveryCase {

    @Inject
    Database database;

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

    @Test
    void aSecretOfALostKeyStopsNoOtherMessageAndCanBeReplaced() {
        database.update(
                "update subscription set secret = ? where id = ?", new byte[60], UUID.fromString(subscription.id()));
        Registered other = subscriptions.active(account.token(), receiver, null);
        subscriptions.publish("lost-key-1", "VICTIMS");
        courier.deliver();
        assertEquals("DELIVERED", other.deliveries().path("items[0].state"));
        subscription
                .deliveries()
                .then()
                .statusCode(200)
                .body("items[0].state", equalTo("WAITING"))
                .body("items[0].attempts.outcome", equalTo(List.of("unsigned")));
        String fresh =
                subscription.post("secret").then().statusCode(200).extract().path("secret");
        pass(Duration.ofMinutes(1));
        courier.deliver();
        assertEquals("DELIVERED", subscription.deliveries().path("items[0].state"));
        assertTrue(receiver.last().isSignedBy(fresh));
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
        assertTrue(Math.abs(Long.parseLong(message.timestamp()) - now.instant().getEpochSecond()) < 60);
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
    void whatIsRolledBackIsNotTold() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    subscriptions.tell("rolled-back-1", "VICTIMS");
                    throw new IllegalStateException("the publication failed after all");
                }));
        courier.deliver();
        assertEquals(List.of(), announced());
    }

    @Test
    void anAnnouncementNeedsTheTransactionOfItsPublication() {
        assertThrows(RuntimeException.class, () -> subscriptions.tell("without-1", "VICTIMS"));
        courier.deliver();
        assertEquals(List.of(), announced());
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
