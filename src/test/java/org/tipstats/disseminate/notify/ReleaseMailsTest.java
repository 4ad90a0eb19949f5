package org.tipstats.disseminate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.TestMailbox;
import org.tipstats.platform.mail.TestMailbox.Person;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.notice.ReleaseNotice.Kind;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;
import org.tipstats.vocabulary.schema.LocalText;

/** Tests what people hear of a release by mail. */
@QuarkusTest
class ReleaseMailsTest {

    @Inject
    TestMailbox mailbox;

    @Inject
    ReleaseMails mails;

    @Inject
    Database database;

    private void publish(String id, LocalText titles) {
        QuarkusTransaction.requiringNew()
                .run(() -> mails.published(
                        new ReleasePublished(id, titles, Instant.EPOCH, List.of("VICTIMS"), List.of("VICTIMS"), null)));
    }

    @Test
    void everyoneWhoWantsToHearsOfARelease() {
        GreenMail server = mailbox.open();
        try {
            Person reader = mailbox.person(AccountRole.PUBLISHER, "ru");
            Person quiet = mailbox.person(AccountRole.SUBMITTER, "en", "AUT");
            mailbox.reach(quiet, new ContactRequest(quiet.email(), "en", List.of("returned")));
            LocalText titles = new LocalText(Map.of("en", "Edition", "ru", "Выпуск 2016"));
            publish("mailed-1", titles);
            mailbox.deliver();

            String heard = TestMailbox.only(server, reader);
            assertTrue(heard.startsWith("Новый выпуск: Выпуск 2016\n"), heard);
            assertTrue(heard.contains("/ru/releases/mailed-1\n"), heard);
            assertEquals(List.of(), TestMailbox.arrived(server, quiet));
        } finally {
            server.stop();
        }
    }

    @Test
    void errataAndWithdrawalsAreToldWithoutTheirText() {
        GreenMail server = mailbox.open();
        try {
            Person reader = mailbox.person(AccountRole.REVIEWER, "fr");
            Person quiet = mailbox.person(AccountRole.SUBMITTER, "en", "AUT");
            mailbox.reach(quiet, new ContactRequest(quiet.email(), "en", List.of("returned")));
            LocalText titles = new LocalText(Map.of("en", "Edition", "fr", "Édition 2016"));
            LocalText text = new LocalText(Map.of("en", "Austria has 23, not 32."));
            for (Kind kind : Kind.values()) {
                ReleaseNotice notice = new ReleaseNotice(kind, "n-" + kind, "mailed-2", titles, text, Instant.EPOCH);
                QuarkusTransaction.requiringNew().run(() -> mails.noticed(notice));
            }
            mailbox.deliver();

            List<String> heard = TestMailbox.arrived(server, reader).stream()
                    .map(TestMailbox::text)
                    .toList();
            assertEquals(2, heard.size());
            assertTrue(heard.get(0).startsWith("Erratum : Édition 2016\n"), heard.get(0));
            assertTrue(heard.get(1).startsWith("Publication retirée : Édition 2016\n"), heard.get(1));
            for (String message : heard) {
                assertTrue(message.contains("/fr/releases/mailed-2\n") && !message.contains("23"), message);
            }
            assertEquals(List.of(), TestMailbox.arrived(server, quiet));
        } finally {
            server.stop();
        }
    }

    /** The mail server may be away for hours or days. An administrator can send again what was given up. */
    @ParameterizedTest
    @ValueSource(strings = {"WAITING", "GIVEN_UP"})
    void nobodyHearsOfANewReleaseAfterItsWithdrawal(String state) {
        GreenMail server = mailbox.open();
        try {
            Person reader = mailbox.person(AccountRole.REVIEWER, "en");
            LocalText titles = new LocalText(Map.of("en", "Edition"));
            String id = "mailed-" + state;
            publish(id, titles);
            String sql =
                    "update mail_message set state = ?, finished_at = case ? when 'WAITING' then null else now() end"
                            + " where key like '%' || ?";
            assertNotEquals(0, database.update(sql, state, state, id));
            ReleaseNotice notice = new ReleaseNotice(Kind.WITHDRAWAL, "n-" + id, id, titles, titles, Instant.EPOCH);
            QuarkusTransaction.requiringNew().run(() -> mails.noticed(notice));
            assertEquals(0, database.update("delete from mail_message where key like '%published/' || ?", id));
            mailbox.deliver();
            assertTrue(TestMailbox.only(server, reader).startsWith("Withdrawn: Edition\n"));
        } finally {
            server.stop();
        }
    }
}
