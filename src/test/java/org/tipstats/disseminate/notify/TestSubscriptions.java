package org.tipstats.disseminate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tipstats.SignedIn;
import org.tipstats.platform.audit.RecordedEvent.ChainHead;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;
import org.tipstats.vocabulary.schema.LocalText;

/** Steps that tests of subscriptions share. */
@Singleton
class TestSubscriptions {

    static final String PATH = "/api/v1/subscriptions";

    /** A subscription with its secret. */
    record Registered(String id, String secret, String token) {

        Response get() {
            return SignedIn.as(token).get(PATH + "/" + id);
        }

        String state() {
            return get().path("state");
        }

        Response deliveries() {
            return SignedIn.as(token).get(PATH + "/" + id + "/deliveries");
        }

        Response post(String what) {
            return SignedIn.as(token).post(PATH + "/" + id + "/" + what);
        }

        Response delete() {
            return SignedIn.as(token).delete(PATH + "/" + id);
        }
    }

    private final Event<ReleasePublished> publication;
    private final DeliveryWorker courier;
    private final Database database;
    private final Clock clock;

    TestSubscriptions(Event<ReleasePublished> publication, DeliveryWorker courier, Database database, Clock clock) {
        this.publication = publication;
        this.courier = courier;
        this.database = database;
        this.clock = clock;
    }

    static Response post(String token, String url, String dataflow) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("url", url);
        if (dataflow != null) {
            body.put("dataflow", dataflow);
        }
        return SignedIn.as(token).contentType("application/json").body(body).post(PATH);
    }

    static Registered register(String token, String url, String dataflow) {
        Response response = post(token, url, dataflow);
        assertEquals(201, response.statusCode(), response.asString());
        return new Registered(response.path("id"), response.path("secret"), token);
    }

    /** Makes a subscription whose receiver has confirmed it. */
    Registered active(String token, Receiver receiver, String dataflow) {
        Registered made = register(token, receiver.url(), dataflow);
        courier.deliver();
        assertEquals("ACTIVE", made.state());
        return made;
    }

    /** Announces a publication without publishing a release: the deliveries are queued. */
    void publish(String id, String... changed) {
        QuarkusTransaction.requiringNew().run(() -> tell(id, changed));
    }

    void tell(String id, String... changed) {
        publication.fire(new ReleasePublished(
                id,
                new LocalText(Map.of("en", "Release \"" + id + "\" ä", "fr", "Parution " + id)),
                clock.instant(),
                List.of("OFFENCES", "VICTIMS"),
                List.of(changed),
                new ChainHead(7, "7".repeat(64))));
    }

    /** Deletes all subscriptions, so that later tests find none. */
    void clear() {
        database.update("delete from subscription");
    }
}
