package org.tipstats.collect.receive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.start.boot.TestClock;

/** Tests what people hear of their files by mail: never a figure. */
@QuarkusTest
class SubmissionMailsTest {

    @Inject
    Desk desk;

    @Inject
    SignedIn accounts;

    @Inject
    TestMailbox mailbox;

    @Inject
    Clock clock;

    @Inject
    TestClock shift;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Row 12 says 5, not 1,234.5.|Row # says #, not #.",
                "Victims of 2016: 4|Victims of 2016: #",
                "٤ ضحايا|# ضحايا",
                "It is 2016.|It is 2016.",
                "20160 or 12016|# or #"
            })
    void numbersAreLeftOutButYearsStay(String typed, String shown) {
        assertEquals(shown, SubmissionMails.withoutFigures(typed));
    }

    @Test
    void theSubmittersOfAnAreaHearOfItsFiles() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Person sender = mailbox.person(AccountRole.SUBMITTER, "en", area);
            Person colleague = mailbox.person(AccountRole.SUBMITTER, "es", area);
            Person stranger = mailbox.person(AccountRole.SUBMITTER, "en", desk.area());
            mailbox.reach(sender, new ContactRequest(sender.email(), "en", List.of("received", "accepted")));
            String file = Desk.submitted(sender.token(), Desk.file(area, "F,_T,_T,2016,12"));
            Desk.post(accounts.reviewer(), file, "return", "{\"reason\": \"12 of 2016 is <too high>.\"}")
                    .statusCode(200);
            String again = Desk.submitted(sender.token(), Desk.file(area, "F,_T,_T,2016,11"));
            String hash = Desk.submission(accounts.reviewer(), again).extract().path("sha256");
            Desk.post(accounts.reviewer(), again, "acceptance", "{\"sha256\": \"" + hash + "\"}")
                    .statusCode(200);
            mailbox.deliver();

            List<String> heard = texts(server, sender);
            assertEquals(3, heard.size());
            assertTrue(heard.get(0).contains("It waits for review."), heard.get(0));
            assertTrue(heard.get(2).contains("/en/desk/submissions/" + again), heard.get(2));
            String returned = texts(server, colleague).get(0);
            assertTrue(returned.startsWith("Archivo devuelto: "), returned);
            assertTrue(returned.contains("Motivo: # of 2016 is <too high>."), returned);
            assertTrue(returned.contains("<p>Motivo: # of 2016 is &lt;too high&gt;.</p>"), returned);
            assertTrue(returned.contains("/es/desk/submissions/" + file), returned);
            assertEquals(2, texts(server, colleague).size());
            heard.forEach(text -> assertFalse(text.contains("12,") || text.contains(" 11"), text));
            assertEquals(List.of(), texts(server, stranger));
        } finally {
            server.stop();
        }
    }

    @Test
    void whoLosesAnAreaWhileAMessageWaitsDoesNotGetIt() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            String other = desk.area();
            Person sender = mailbox.person(AccountRole.SUBMITTER, "en", area);
            Person former = mailbox.person(AccountRole.SUBMITTER, "en", area, other);
            Person colleague = mailbox.person(AccountRole.SUBMITTER, "en", area, other);
            String file = Desk.submitted(sender.token(), Desk.file(area, "F,_T,_T,2016,12"));
            Desk.post(accounts.reviewer(), file, "return", "{\"reason\": \"It is too high.\"}")
                    .statusCode(200);
            mailbox.submitsFor(sender, other);
            mailbox.submitsFor(former, other);
            mailbox.submitsFor(colleague, area);
            mailbox.deliver();

            assertEquals(List.of(), texts(server, former));
            assertEquals(1, texts(server, colleague).size());
            Desk.submission(sender.token(), file).statusCode(200);
            assertEquals(1, texts(server, sender).size());
        } finally {
            server.stop();
        }
    }

    @Test
    void reviewersHearOnceADayWhatWaits() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Desk.submitted(accounts.submitter(area), Desk.file(area, "F,_T,_T,2016,12"));
            Person reviewer = mailbox.person(AccountRole.REVIEWER, "zh");
            Instant morning = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(29));
            shift.later(Duration.between(clock.instant(), morning).plusMinutes(1));
            mailbox.queueDaily();
            mailbox.queueDaily();
            mailbox.deliver();

            String heard = TestMailbox.only(server, reviewer);
            assertTrue(heard.matches("(?s)\\d+ 个文件等待审核\n.*/zh/desk/review\n.*"), heard);
        } finally {
            shift.reset();
            server.stop();
        }
    }

    @Test
    void ofTheDailyMessagesThatWaitedOnlyTheLastIsSent() {
        GreenMail server = mailbox.open();
        try {
            String area = desk.area();
            Desk.submitted(accounts.submitter(area), Desk.file(area, "F,_T,_T,2016,12"));
            Person reviewer = mailbox.person(AccountRole.REVIEWER, "en");
            Instant morning = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(29));
            Duration untilThen = Duration.between(clock.instant(), morning).plusMinutes(1);
            for (int days = 0; days < 3; days++) {
                shift.later(untilThen.plusDays(days));
                mailbox.queueDaily();
            }
            mailbox.deliver();
            TestMailbox.only(server, reviewer);
        } finally {
            shift.reset();
            server.stop();
        }
    }

    private static List<String> texts(GreenMail server, Person person) {
        return TestMailbox.arrived(server, person).stream()
                .map(TestMailbox::text)
                .toList();
    }
}
