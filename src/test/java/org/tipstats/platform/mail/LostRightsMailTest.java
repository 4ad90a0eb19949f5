package org.tipstats.platform.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.contact.MessageKind;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.mail.TestMailbox.Person;

/** Messages that wait while their reader loses areas or a role. */
@QuarkusTest
class LostRightsMailTest {

    @Inject
    TestMailbox mailbox;

    @Inject
    MailService service;

    @Inject
    Database database;

    private final String end = "/" + UUID.randomUUID();
    private GreenMail server;

    @BeforeEach
    void open() {
        server = mailbox.open();
    }

    @AfterEach
    void close() {
        server.stop();
        QuarkusTransaction.requiringNew().run(() -> database.update("delete from mail_message"));
    }

    private void queue(Person person, MessageKind kind, String key, String... areas) {
        MailText text = new MailText(key, List.of("x"), List.of(areas), "/desk");
        QuarkusTransaction.requiringNew().run(() -> service.queueTo(person.id(), "en", kind.id(), key + end, text));
    }

    private List<String> arrived(Person person) throws Exception {
        mailbox.deliver();
        List<String> subjects = new ArrayList<>();
        for (var message : TestMailbox.arrived(server, person)) {
            subjects.add(message.getSubject());
        }
        return subjects;
    }

    @Test
    void aConsultationIsSentWhileItsReaderHasOneOfItsAreas() throws Exception {
        Person one = mailbox.person(AccountRole.SUBMITTER, "en", "AUT", "DEU");
        Person none = mailbox.person(AccountRole.SUBMITTER, "en", "AUT", "DEU");
        for (Person person : List.of(one, none)) {
            queue(person, MessageKind.RETURNED, "returned", "AUT", "DEU");
            queue(person, MessageKind.ASKED, "consulted", "AUT", "DEU");
        }
        mailbox.submitsFor(one, "DEU");
        mailbox.submitsFor(none, "PER");
        assertEquals(List.of("consulted"), arrived(one));
        assertEquals(List.of(), arrived(none));
    }

    @Test
    void whatBlocksAReleaseIsForPublishersOnly() throws Exception {
        Person former = mailbox.person(AccountRole.PUBLISHER, "en");
        Person publisher = mailbox.person(AccountRole.PUBLISHER, "en");
        queue(former, MessageKind.BLOCKED, "blocked");
        queue(publisher, MessageKind.BLOCKED, "blocked");
        mailbox.submitsFor(former, "AUT");
        assertEquals(List.of(), arrived(former));
        assertEquals(List.of("blocked"), arrived(publisher));
    }
}
