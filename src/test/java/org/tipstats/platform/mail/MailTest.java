package org.tipstats.platform.mail;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tipstats.platform.mail.TestMailbox.arrived;
import static org.tipstats.platform.mail.TestMailbox.header;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.SiteSession;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.MailRepository.QueuedMail;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.start.boot.TestClock;

/** Tests the way of messages from the transaction of their cause to a mail server, and their record. */
@QuarkusTest
class MailTest {

    private static final MailText TEXT =
            new MailText("A file was\r\nreturned", List.of("One <b>.", "Two."), "/desk/submissions/1");

    @Inject
    TestMailbox mailbox;

    @Inject
    MailService service;

    @Inject
    MailDeliveryService deliveries;

    @Inject
    Vertx vertx;

    @Inject
    MailConfig config;

    @Inject
    @All
    List<RetentionRule> rules;

    @Inject
    Database database;

    @Inject
    SignedIn accounts;

    @Inject
    TestClock clock;

    private GreenMail server;
    private Person person;
    private String key;

    private RetentionRule rule() {
        return rules.stream()
                .filter(each -> each.id().equals("mail"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void open() {
        server = mailbox.open();
        person = mailbox.person(AccountRole.SUBMITTER, "ar", "AUT");
        key = "test/" + UUID.randomUUID();
    }

    @AfterEach
    void close() {
        server.stop();
        clock.reset();
        QuarkusTransaction.requiringNew().run(() -> database.update("delete from mail_message"));
    }

    private ValidatableResponse record(String state) {
        return SignedIn.as(accounts.administrator())
                .get("/api/v1/mail?limit=1000&state=" + state)
                .then()
                .statusCode(200);
    }

    @Test
    void aMessageArrivesOnceInTheLanguageOfItsReader() throws Exception {
        mailbox.queue(person, MessageKind.RETURNED, key, TEXT);
        mailbox.queue(person, MessageKind.RETURNED, key, TEXT);
        record("waiting").body("items.account", hasItem(person.id().toString()));
        mailbox.deliver();
        mailbox.deliver();

        List<MimeMessage> arrived = arrived(server, person);
        assertEquals(1, arrived.size());
        MimeMessage message = arrived.get(0);
        assertEquals("<" + id() + "@localhost>", header(message, "Message-ID"));
        assertEquals("TIPstats <tipstats@example.org>", header(message, "From"));
        assertEquals("auto-generated", header(message, "Auto-Submitted"));
        assertEquals("A file was returned", message.getSubject());
        String text = TestMailbox.text(message);
        assertTrue(text.contains("One <b>.\n\nTwo.\n\nافتح الصفحة:\n/ar/desk/submissions/1\n\n-- \n"), text);
        assertTrue(text.contains("<html lang=\"ar\" dir=\"rtl\">"), text);
        assertTrue(text.contains("<p>One &lt;b&gt;.</p>\n<p>Two.</p>"), text);
        assertTrue(text.contains("<a href=\"/ar/desk/submissions/1\">") && text.contains("/ar/desk/account"), text);
        record("sent")
                .body("items.find { it.account == '" + person.id() + "' }.attempts", equalTo(1))
                .body(not(containsString("example.org")))
                .body(not(containsString("Two.")));
    }

    @Test
    void noMessageLeavesIfItsCauseIsRolledBack() {
        assertThrows(
                IllegalStateException.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    service.queue(MessageKind.RETURNED, key, Audience.of(AccountRole.SUBMITTER), lang -> TEXT);
                    throw new IllegalStateException();
                }));
        mailbox.deliver();

        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void peopleGetWhatTheyChoseIfTheyCanBeReached() {
        Person other = mailbox.person(AccountRole.SUBMITTER, "en", "AUT", "DEU");
        mailbox.reach(other, new ContactRequest(other.email(), "fr", List.of("received")));
        Person closed = mailbox.person(AccountRole.SUBMITTER, "en", "AUT");
        Person gone = mailbox.person(AccountRole.SUBMITTER, "en", "AUT");
        QuarkusTransaction.requiringNew().run(() -> {
            for (MessageKind kind : List.of(MessageKind.RECEIVED, MessageKind.RETURNED)) {
                service.queue(
                        kind,
                        kind + key,
                        Audience.submittersOfAll("NATIONAL", List.of("AUT"), person.id()),
                        lang -> new MailText(kind + " " + lang, List.of("x"), "/desk"));
            }
            service.queue(
                    MessageKind.RECEIVED,
                    "both" + key,
                    Audience.submittersOfAll("NATIONAL", List.of("AUT", "DEU"), new UUID(0, 0)),
                    lang -> new MailText("both", List.of("x"), "/desk"));
            service.queueEach(
                    MessageKind.ASKED,
                    "any" + key,
                    Audience.submittersOfAny(List.of("DEU", "AUT")),
                    to -> new MailText("any " + to.areas(), List.of("x"), "/desk"));
        });
        SignedIn.as(accounts.administrator())
                .delete("/api/v1/accounts/" + closed.id())
                .then()
                .statusCode(204);
        mailbox.reach(gone, new ContactRequest(null, null, null));
        mailbox.deliver();

        assertEquals(List.of("RETURNED ar", "any [AUT]"), subjects(person));
        assertEquals(List.of("RECEIVED fr", "both"), subjects(other));
        assertEquals(List.of(), subjects(closed));
        assertEquals(List.of(), subjects(gone));
        assertEquals(
                0, database.number("select count(*) from mail_message where account_id = ?", closed.id()), "forgotten");
        record("given-up").body("items.trouble", hasItem("no-address"));
    }

    private List<String> subjects(Person to) {
        return arrived(server, to).stream()
                .map(message -> TestMailbox.text(message).split("\n")[0])
                .sorted()
                .toList();
    }

    @Test
    void whatTheServerDoesNotTakeIsTriedAgainWithTheSameId() {
        server.stop();
        mailbox.queue(person, MessageKind.RETURNED, key, TEXT);
        mailbox.deliver();
        // However slow the machine is, the next attempt is not due yet.
        clock.later(Duration.ofMinutes(-5));
        mailbox.deliver();
        record("waiting")
                .body("items[0].attempts", equalTo(1))
                .body("items[0].trouble", equalTo("connection"))
                .body("items[0].finishedAt", nullValue());
        String shown = SiteSession.open(accounts.administrator()).page("/en/desk/admin/mail");
        assertTrue(shown.contains("Waits</span> <bdi lang=\"en\" dir=\"ltr\">Connection refused"), shown);

        server = mailbox.open();
        clock.later(Duration.ofSeconds(13));
        mailbox.deliver();
        assertTrue(header(arrived(server, person).get(0), "Message-ID").startsWith("<" + id() + "@"));
        record("sent").body("items[0].attempts", equalTo(2)).body("items[0].trouble", nullValue());
    }

    private String id() {
        return database.first("select id from mail_message where key = ?", row -> row.getString(1), key)
                .orElseThrow();
    }

    @Test
    void whatCannotBeSentForThreeDaysIsGivenUpAndMayBeRepeated() {
        server.stop();
        mailbox.queue(person, MessageKind.RETURNED, key, TEXT);
        mailbox.deliver();
        clock.later(Duration.ofDays(3).plusMinutes(1));
        mailbox.deliver();
        record("given-up").body("items[0].trouble", equalTo("connection"));
        alerts().body("measures.find { it.id == 'mail-failed' }.value", greaterThan(0))
                .body("items.id", hasItem("mail-failed"));
        SiteSession admin = SiteSession.open(accounts.administrator());
        String shown = admin.page("/en/desk/admin/mail");
        assertTrue(shown.contains("The mail server could not be reached for three days."), shown);
        assertTrue(shown.contains("Check TIPSTATS_MAIL_HOST, the port, TLS and the firewall."), shown);

        server = mailbox.open();
        admin.form().post("/en/desk/admin/mail/" + id() + "/repetition").then().statusCode(303);
        mailbox.deliver();
        assertEquals(1, arrived(server, person).size());
        SignedIn.as(accounts.administrator())
                .post("/api/v1/mail/" + id() + "/repetition")
                .then()
                .statusCode(409);
        SignedIn.as(accounts.administrator())
                .post("/api/v1/mail/" + new UUID(1, 1) + "/repetition")
                .then()
                .statusCode(404);
    }

    private ValidatableResponse alerts() {
        return SignedIn.as(accounts.administrator()).get("/api/v1/alerts").then();
    }

    @Test
    void nobodyGetsMoreThanTheLimitInAnHour() {
        for (int i = 0; i < config.perPerson() + 1; i++) {
            mailbox.queue(person, MessageKind.RETURNED, key + i, TEXT);
        }
        mailbox.deliver();
        assertEquals(config.perPerson(), arrived(server, person).size());

        clock.later(Duration.ofHours(1));
        mailbox.deliver();
        assertEquals(config.perPerson() + 1, arrived(server, person).size());
    }

    @Test
    void severalInstancesSendEachMessageOnce() {
        List<Person> people = IntStream.range(0, 4)
                .mapToObj(i -> mailbox.person(AccountRole.SUBMITTER, "en", "AUT"))
                .toList();
        people.forEach(
                to -> IntStream.range(0, 10).forEach(i -> mailbox.queue(to, MessageKind.RETURNED, key + i, TEXT)));
        Queue<String> sent = new ConcurrentLinkedQueue<>();
        CompletableFuture.allOf(IntStream.range(0, 3)
                        .mapToObj(i -> CompletableFuture.runAsync(
                                () -> new MailWorker(deliveries, noting(sent), config, List.of()).deliver()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertEquals(40, sent.size());
        assertEquals(40, Set.copyOf(sent).size());
        assertEquals(40, database.number("select count(*) from mail_message where state = 'SENT'"));
    }

    /** Returns a sender that only notes what it should send: in a process of the service, one worker sends at a time. */
    private MailSender noting(Queue<String> sent) {
        return new MailSender(null, vertx, config, Optional.empty(), "TIPstats") {
            @Override
            SendResult send(QueuedMail mail, String link) {
                sent.add(mail.id().toString());
                return SendResult.SENT;
            }
        };
    }

    @Test
    void whatWasSentIsForgottenAfterItsTime() {
        mailbox.queue(person, MessageKind.RETURNED, key, TEXT);
        mailbox.deliver();
        assertEquals(1, rule().stock().get().count());
        Instant now = Instant.now();

        assertEquals(0, delete(now.minus(Duration.ofDays(1))));
        assertEquals(1, delete(now.plus(Duration.ofDays(1))));
    }

    private long delete(Instant before) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rule().deletion().apply(before).count());
    }
}
