package org.tipstats.platform.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRequest.ContactRequest;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.access.ContactService;
import org.tipstats.platform.contact.MessageKind;

/** A mail server for tests, accounts with addresses, and what arrived for them. */
@Singleton
public class TestMailbox {

    private static final long START_MILLIS = 120_000;

    private final SignedIn accounts;
    private final ContactService contacts;
    private final MailService service;
    private final MailWorker worker;
    private final MailDeliveryService deliveries;
    private final MailSender sender;
    private final List<SecretLinks> secrets;
    private final MailConfig config;
    private final List<DailyMail> dailyMails;
    private final Clock clock;

    TestMailbox(
            SignedIn accounts,
            ContactService contacts,
            MailService service,
            MailWorker worker,
            MailDeliveryService deliveries,
            MailSender sender,
            @All List<SecretLinks> secrets,
            MailConfig config,
            @All List<DailyMail> dailyMails,
            Clock clock) {
        this.accounts = accounts;
        this.contacts = contacts;
        this.service = service;
        this.worker = worker;
        this.deliveries = deliveries;
        this.sender = sender;
        this.secrets = secrets;
        this.config = config;
        this.dailyMails = dailyMails;
        this.clock = clock;
    }

    /** Starts the mail server of the test settings. The caller must stop it. */
    public GreenMail open() {
        ServerSetup setup = new ServerSetup(config.port(), config.host().orElseThrow(), ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_MILLIS);
        GreenMail server = new GreenMail(setup);
        server.start();
        return server;
    }

    /** Creates an account with an address of its own. */
    public Person person(AccountRole role, String lang, String... areas) {
        CreatedAccount account = accounts.another(Set.of(role), areas);
        Person person = new Person(account.id(), account.token(), "p" + account.id() + "@example.org");
        reach(person, new ContactRequest(person.email(), lang, null));
        return person;
    }

    /** Makes a person a submitter for these areas, and nothing else. */
    public void submitsFor(Person person, String... areas) {
        SignedIn.as(accounts.administrator())
                .contentType(ContentType.JSON)
                .body(Map.of("roles", List.of("submitter"), "areas", List.of(areas)))
                .put("/api/v1/accounts/" + person.id() + "/rights")
                .then()
                .statusCode(200);
    }

    public void reach(Person person, ContactRequest contact) {
        contacts.reach(new Actor(person.id(), "test", Set.of(AccountRole.values()), Set.of()), person.id(), contact);
    }

    public record Person(UUID id, String token, String email) {}

    /** Queues a message to one person. */
    void queue(Person to, MessageKind kind, String key, MailText text) {
        QuarkusTransaction.requiringNew()
                .run(() -> service.queue(
                        kind, key, Audience.submittersOfAll("NATIONAL", List.of(), to.id()), lang -> text));
    }

    /** Queues the daily messages as another instance does, which does not know whether they are queued. */
    public void queueDaily() {
        new DailyMails(dailyMails, service, config, clock).queue();
    }

    /** Sends what is due. */
    public void deliver() {
        worker.deliver();
    }

    /** Sends what is due. Makes a change each time after a message was claimed and before its secret is made. */
    public void deliverDuring(Runnable change) {
        List<SecretLinks> disturbed = secrets.stream()
                .<SecretLinks>map(each -> new SecretLinks() {
                    @Override
                    public String kind() {
                        return each.kind();
                    }

                    @Override
                    public Optional<String> secret(String key) {
                        change.run();
                        return each.secret(key);
                    }
                })
                .toList();
        new MailWorker(deliveries, sender, config, disturbed).deliver();
    }

    /** Returns what arrived for a person, the oldest first. */
    public static List<MimeMessage> arrived(GreenMail server, Person person) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> header(message, "To").equals(person.email()))
                .toList();
    }

    /** Returns the only message that arrived for a person, as it was sent and decoded. */
    public static String only(GreenMail server, Person person) {
        List<MimeMessage> messages = arrived(server, person);
        if (messages.size() != 1) {
            throw new AssertionError(messages.size() + " messages");
        }
        return text(messages.get(0));
    }

    /** Returns the plain text and the HTML of a message. */
    public static String text(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            StringBuilder text = new StringBuilder(message.getSubject()).append('\n');
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(parts.getBodyPart(i).getContent());
            }
            return text.toString().replace("\r\n", "\n");
        } catch (MessagingException | IOException e) {
            throw new AssertionError(GreenMailUtil.getWholeMessage(message), e);
        }
    }

    public static String header(MimeMessage message, String name) {
        try {
            return String.join("|", message.getHeader(name));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
