package org.tipstats.disseminate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.publish.release.ReleaseService;
import org.tipstats.publish.release.TestReleases;
import org.tipstats.start.boot.TestClock;

/** Tests that subscribers get a message when a release becomes public, and not before. */
@QuarkusTest
class PublicationToldTest {

    private static final String HEADER = "REF_AREA,SEX,AGE,EXPLOITATION,TIME_PERIOD,OBS_VALUE\n";

    @Inject
    SignedIn accounts;

    @Inject
    TestSubscriptions subscriptions;

    @Inject
    TestReleases releases;

    @Inject
    ReleaseService service;

    @Inject
    DeliveryWorker courier;

    @Inject
    Database database;

    @Inject
    TestClock shifted;

    @Inject
    Clock clock;

    private final Receiver receiver = new Receiver();

    @AfterEach
    void end() {
        receiver.close();
        subscriptions.clear();
        shifted.reset();
    }

    /**
     * Returns the waiting releases of this test only, because releases that other tests scheduled may become public when this one
     * ends embargoes.
     */
    private List<String> waiting() {
        return database.list(
                "select release_id from subscription_delivery where state = 'WAITING' and release_id like 'hooked-%'"
                        + " order by place",
                row -> row.getString(1));
    }

    private List<Receiver.Message> told() {
        return receiver.messages().stream()
                .filter(message -> message.body().contains("\"release\":\"hooked-"))
                .toList();
    }

    @Test
    void aPublicationIsToldAtOnceAndAnEmbargoedOneWhenItsTimeHasCome() {
        subscriptions.active(accounts.another(Set.of(AccountRole.REVIEWER)).token(), receiver, "VICTIMS");
        releases.accept("VICTIMS", "NFK", HEADER + "NFK,_T,_T,_T,2004,300\n");
        releases.draft("hooked-draft", null);
        assertEquals(List.of(), waiting(), "a draft must not be announced");
        releases.as(AccountRole.REVIEWER).delete("/api/v1/releases/hooked-draft");

        Instant published = releases.publish("hooked-1");
        assertEquals(List.of("hooked-1"), waiting(), "the publication queues the delivery");
        courier.deliver();
        JsonPath first = told().get(0).json();
        assertEquals("hooked-1", first.getString("data.release"));
        assertEquals(published.toString(), first.getString("data.publishedAt"));
        assertTrue(first.getList("data.dataflows").contains("VICTIMS"));
        assertTrue(first.getList("data.changed").contains("VICTIMS"));

        releases.accept("VICTIMS", "NFK", HEADER + "NFK,_T,_T,_T,2004,400\n");
        // Later than the embargoes of other tests, which move the clock by an hour at most.
        Instant until = clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        releases.publish("hooked-2", until);
        service.settleEmbargoes();
        courier.deliver();
        assertEquals(List.of(), waiting());
        assertEquals(1, told().size(), "nothing is sent before the embargo ends");
        shifted.later(Duration.between(clock.instant(), until));
        service.settleEmbargoes();
        service.settleEmbargoes();
        assertEquals(List.of("hooked-2"), waiting());
        courier.deliver();
        assertEquals(2, told().size());
        assertEquals("hooked-2", told().get(1).json().getString("data.release"));
        assertEquals(until.toString(), told().get(1).json().getString("data.publishedAt"));
    }

    @Test
    void aReleaseInWhichNothingChangedConcernsThoseAloneWhoWantAll() {
        releases.accept("VICTIMS", "NFK", HEADER + "NFK,_T,_T,_T,2005,300\n");
        releases.publish("hooked-3");
        subscriptions.active(accounts.another(Set.of(AccountRole.REVIEWER)).token(), receiver, "VICTIMS");
        subscriptions.active(accounts.another(Set.of(AccountRole.REVIEWER)).token(), receiver, null);
        releases.publish("hooked-4");
        assertEquals(List.of("hooked-4"), waiting());
        courier.deliver();
        assertEquals(1, told().size());
        assertEquals(List.of(), told().get(0).json().getList("data.changed"));
    }

    @Test
    void errataAndWithdrawalsConcernAllSubscribers() {
        releases.accept("VICTIMS", "NFK", HEADER + "NFK,_T,_T,_T,2006,300\n");
        releases.publish("hooked-5");
        subscriptions.active(accounts.another(Set.of(AccountRole.REVIEWER)).token(), receiver, "OFFENCES");
        notice("erratum", Map.of("text", Map.of("en", "One count is wrong.")), accounts.publisher());
        notice("withdrawal", Map.of("reason", "It exposes a person."), accounts.publisher());
        assertEquals(List.of("hooked-5"), waiting(), "a request for a withdrawal is not announced");
        String other = accounts.another(Set.of(AccountRole.PUBLISHER)).token();
        notice("withdrawal/confirmation", Map.of(), other);
        courier.deliver();

        assertEquals(2, told().size());
        JsonPath erratum = told().get(0).json();
        assertEquals("release.erratum", erratum.getString("type"));
        assertEquals("One count is wrong.", erratum.getString("data.text.en"));
        JsonPath withdrawn = told().get(1).json();
        assertEquals("release.withdrawn", withdrawn.getString("type"));
        assertEquals("It exposes a person.", withdrawn.getString("data.reason"));
    }

    private static void notice(String step, Map<String, ?> body, String token) {
        SignedIn.as(token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/releases/hooked-5/" + step)
                .then()
                .statusCode(200);
    }
}
