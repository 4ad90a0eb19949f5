package org.tipstats.collect.rounds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.SignedIn;
import org.tipstats.collect.receive.Desk;
import org.tipstats.collect.rounds.RoundMails.Reminder;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.MailService;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.start.boot.TestClock;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/** Tests when people are asked and reminded, each time once. */
@QuarkusTest
class RoundMailsTest {

    @Inject
    SignedIn accounts;

    @Inject
    Desk desk;

    @Inject
    TestMailbox mailbox;

    @Inject
    RoundRepository rounds;

    @Inject
    BoardReader boards;

    @Inject
    MailService mail;

    @Inject
    SchemaRegistry schemas;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Inject
    TestClock shift;

    @All
    @Inject
    List<RetentionRule> kept;

    /** The deadline is day 30 of a round that opens on day 0, or on the day that a row says. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, ''",
        "15.9, 0, ''",
        "16, 0, 14",
        "22.9, 0, 14",
        "23, 0, 7",
        "28.9, 0, 7",
        "29, 0, 1",
        "30, 0, 1",
        "30.1, 0, ''",
        "36.9, 0, ''",
        "37, 0, late-1",
        "44.5, 0, late-2",
        "25, 24, ''",
        "29, 24, 1"
    })
    void remindersAreDueOnTheirDays(double day, int opens, String stage) {
        Instant begin = Instant.parse("2026-11-01T12:00:00Z");
        Instant now = begin.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
        Instant deadline = begin.plus(30, ChronoUnit.DAYS);

        assertEquals(
                stage,
                Reminder.due(deadline, begin.plus(opens, ChronoUnit.DAYS), now, List.of(14, 7, 1))
                        .map(Reminder::stage)
                        .orElse(""));
    }

    private void queue() {
        queueOnly();
        mailbox.deliver();
    }

    /** Queues as two instances do. */
    private void queueOnly() {
        for (int instance = 0; instance < 2; instance++) {
            new RoundMails(rounds, boards, mail, schemas, List.of(14, 7, 1), clock).queue();
        }
    }

    /** Nobody should believe that the first day of January is left. */
    @Test
    void aDeadlineAtMidnightHasItsTime() {
        assertEquals("2026-12-31", new Reminder("7", Instant.parse("2026-12-31T23:59:59Z")).day());
        assertEquals("2027-01-01 00:00 UTC", new Reminder("7", Instant.parse("2027-01-01T00:00:00Z")).day());
    }

    private void begin(String id, Instant deadline, String... areas) {
        SignedIn.as(accounts.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "id", id,
                        "title", Map.of("en", "Figures of 2013"),
                        "dataflows", List.of("VICTIMS"),
                        "years", List.of("2013"),
                        "areas", List.of(areas),
                        "closesAt", deadline.toString(),
                        "contact", "Data office"))
                .post("/api/v1/rounds")
                .then()
                .statusCode(201);
    }

    @Test
    void aPersonWhoIsInvitedLateIsNotRemindedOfWhatWasDueBefore() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            begin("invited-late", clock.instant().plus(20, ChronoUnit.DAYS), area);
            shift.later(Duration.ofDays(10));
            Person late = mailbox.person(AccountRole.SUBMITTER, "en", area);
            queue();
            shift.later(Duration.ofDays(12));
            queue();
            assertTrue(TestMailbox.only(server, late).startsWith("Figures asked for by "));
            shift.later(Duration.ofDays(14));
            queue();
            assertEquals(2, TestMailbox.arrived(server, late).size());
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void peopleAreAskedOnceAndRemindedWhileSomethingIsNotSent() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            String other = desk.area();
            Person one = mailbox.person(AccountRole.SUBMITTER, "fr", area);
            Person both = mailbox.person(AccountRole.SUBMITTER, "en", area, other);
            Instant deadline = clock.instant().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
            begin("mailed-2013", deadline, area, other);
            queue();
            String asked = TestMailbox.only(server, one);
            assertTrue(asked.startsWith("Chiffres à envoyer au plus tard le "), asked);
            assertTrue(asked.contains("/fr/desk/rounds/mailed-2013/" + area + "\n"), asked);
            assertTrue(TestMailbox.only(server, both).contains("/en/desk/rounds/mailed-2013\n"));

            Desk.submitted(one.token(), Desk.file(area, "_T,_T,_T,2013,12"));
            shift.later(Duration.ofDays(7));
            queue();
            assertEquals(1, TestMailbox.arrived(server, one).size());
            List<String> reminded = TestMailbox.arrived(server, both).stream()
                    .map(TestMailbox::text)
                    .toList();
            assertEquals(2, reminded.size());
            assertTrue(reminded.get(1).contains("/en/desk/rounds/mailed-2013/" + other + "\n"), reminded.get(1));
            shift.later(Duration.ofDays(27).plusMinutes(1));
            queue();
            assertEquals(3, TestMailbox.arrived(server, both).size());
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void aRequestIsNotSentAgainWhenItsRecordIsOld() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Person person = mailbox.person(AccountRole.SUBMITTER, "en", area);
            begin("long-round", clock.instant().plus(200, ChronoUnit.DAYS), area);
            queue();
            String former = "update mail_message set areas = '{}' where key = 'asked/long-round'";
            assertEquals(1, database.update(former), "messages of former versions name no areas");
            shift.later(Duration.ofDays(100));
            RetentionRule mails = kept.stream()
                    .filter(rule -> rule.id().equals("mail"))
                    .findFirst()
                    .orElseThrow();
            QuarkusTransaction.requiringNew()
                    .run(() -> mails.deletion().apply(clock.instant().minus(mails.kept())));
            queue();
            assertTrue(TestMailbox.only(server, person).startsWith("Figures asked for by "));
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void aPersonWhoGetsAnotherAreaIsAskedForItAndNotRemindedOfWhatWasDueBefore() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            String later = desk.area();
            Person person = mailbox.person(AccountRole.SUBMITTER, "en", area);
            begin("another-area", clock.instant().plus(20, ChronoUnit.DAYS), area, later);
            queue();
            shift.later(Duration.ofDays(10));
            mailbox.submitsFor(person, area, later);
            queue();
            List<String> texts = TestMailbox.arrived(server, person).stream()
                    .map(TestMailbox::text)
                    .toList();
            assertEquals(3, texts.size());
            String first = "/en/desk/rounds/another-area/" + area + "\n";
            assertTrue(texts.get(0).contains(first), texts.get(0));
            assertEquals(
                    1,
                    texts.stream()
                            .filter(text -> text.contains("/another-area/" + later + "\n"))
                            .count());
            assertEquals(2, texts.stream().filter(text -> text.contains(first)).count());
        } finally {
            shift.reset();
            server.stop();
        }
    }

    /** The mail server may be away for hours. */
    @Test
    void nobodyIsAskedForFiguresOfARoundThatIsClosed() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Person person = mailbox.person(AccountRole.SUBMITTER, "en", area);
            begin("closed-while-mail-waits", clock.instant().plus(10, ChronoUnit.DAYS), area);
            queueOnly();
            shift.later(Duration.ofDays(4));
            queueOnly();
            String waiting = "select count(*) from mail_message where account_id = ? and state = 'WAITING'";
            assertEquals(2, database.number(waiting, person.id()), "a request and a reminder");
            post(accounts.administrator(), "closed-while-mail-waits/closure", Map.of());
            queue();
            assertEquals(List.of(), TestMailbox.arrived(server, person));
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void aReminderThatWaitedUntilItsDeadlineIsNotSent() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Person person = mailbox.person(AccountRole.SUBMITTER, "en", area);
            begin("late-reminder", clock.instant().plus(10, ChronoUnit.DAYS), area);
            queue();
            shift.later(Duration.ofDays(9).plusMinutes(1));
            queueOnly();
            shift.later(Duration.ofDays(10).plusMinutes(1));
            mailbox.deliver();
            assertTrue(TestMailbox.only(server, person).startsWith("Figures asked for by "));
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void aMessageWithADeadlineThatWasMovedIsReplaced() {
        GreenMail server = mailbox.open();
        try {
            String moved = desk.area();
            String other = desk.area();
            Person person = mailbox.person(AccountRole.SUBMITTER, "en", moved, other);
            begin("moved-while-mail-waits", Instant.parse("2126-12-10T23:59:59Z"), moved, other);
            queueOnly();
            String extension = "moved-while-mail-waits/areas/" + moved + "/extension";
            post(person.token(), extension, Map.of("until", "2126-12-24T23:59:59Z", "text", "Holidays"));
            post(accounts.reviewer(), extension + "/decision", Map.of("granted", true));
            queue();
            List<String> texts = TestMailbox.arrived(server, person).stream()
                    .map(TestMailbox::text)
                    .sorted()
                    .toList();
            assertEquals(2, texts.size());
            assertTrue(texts.get(0).startsWith("Figures asked for by 2126-12-10: "), texts.get(0));
            assertTrue(texts.get(0).contains("-waits/" + other + "\n"), texts.get(0));
            assertTrue(texts.get(1).startsWith("Figures asked for by 2126-12-24: "), texts.get(1));
            assertTrue(texts.get(1).contains("-waits/" + moved + "\n"), texts.get(1));
        } finally {
            server.stop();
        }
    }

    private static void post(String token, String path, Map<String, Object> body) {
        SignedIn.as(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/rounds/" + path)
                .then()
                .statusCode(200);
    }
}
