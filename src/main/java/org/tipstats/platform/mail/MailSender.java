package org.tipstats.platform.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tipstats.platform.mail.MailRecord.MailTrouble;
import org.tipstats.platform.mail.MailRepository.QueuedMail;

/** Sends one message to the mail server, and interprets the server's reply. */
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class);
    private static final int MAX_CAUSE = 500;

    /**
     * The longest time of an attempt, shorter than a claim, so that no other instance sends the same message meanwhile.
     */
    private static final int SECONDS = 30;

    private final ReactiveMailer mailer;
    private final Context thread;
    private final MailConfig config;
    private final MailForm form;
    private final String host;

    /** @param address the public address of the service */
    MailSender(
            ReactiveMailer mailer,
            Vertx vertx,
            MailConfig config,
            @ConfigProperty(name = "tipstats.catalogue.address") Optional<URI> address,
            @ConfigProperty(name = "tipstats.catalogue.publisher", defaultValue = "TIPstats") String publisher) {
        this.mailer = mailer;
        this.thread = vertx.getOrCreateContext();
        this.config = config;
        this.form = new MailForm(address.map(URI::toString).orElse(""), publisher);
        this.host = address.map(URI::getHost).orElse("localhost");
    }

    /**
     * The result of an attempt.
     *
     * @param trouble null if the mail server accepted the message
     * @param cause the reply of the mail server, or the error message if the connection failed; null if there is
     *     neither
     * @param isFinal true if another attempt would end in the same way
     */
    record SendResult(MailTrouble trouble, String cause, boolean isFinal) {

        static final SendResult SENT = new SendResult(null, null, true);
        static final SendResult NO_ADDRESS = new SendResult(MailTrouble.NO_ADDRESS, null, true);
    }

    /** Returns the Message-ID of a message. The id is the same at each attempt to send the message. */
    static String messageId(UUID id, String host) {
        return "<" + id + "@" + host + ">";
    }

    SendResult send(QueuedMail mail, String link) {
        if (mail.email() == null) {
            return SendResult.NO_ADDRESS;
        }
        Mail made = Mail.withText(mail.email(), mail.subject(), form.text(mail, link))
                .setHtml(form.html(mail, link))
                .addHeader("Message-ID", messageId(mail.id(), host))
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", mail.lang());
        config.from().ifPresent(made::setFrom);
        config.replyTo().ifPresent(made::setReplyTo);
        try {
            handOver(made);
            return SendResult.SENT;
        } catch (ExecutionException | TimeoutException e) {
            SendResult result = result(e, mail.email());
            LOG.warnf(
                    "Message %s was not sent (%s): %s",
                    mail.id(), result.trouble().id(), result.cause());
            return result;
        }
    }

    /**
     * Sends a message on one thread of the mail client, and waits for the result. On any other thread, a new connection
     * may miss the greeting of the server and wait for ever.
     */
    private void handOver(Mail mail) throws ExecutionException, TimeoutException {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        thread.runOnContext(
                now -> mailer.send(mail).subscribe().with(done -> sent.complete(null), sent::completeExceptionally));
        try {
            sent.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("the service stops");
        }
    }

    static SendResult result(Throwable failure, String email) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException refusal) {
                MailTrouble trouble = trouble(refusal.getMessage());
                boolean isFinal = refusal.isPermanent() && trouble.isOfOneMessage();
                return new SendResult(trouble, without(email, refusal.getReplyMessage()), isFinal);
            }
        }
        Throwable last = failure.getCause() == null ? failure : failure.getCause();
        return new SendResult(MailTrouble.CONNECTION, without(email, last.getMessage()), false);
    }

    /** The trouble for each step of sending, by the beginning of the mail client's error message about that step. */
    private static final Map<String, MailTrouble> STEPS = Map.of(
            "recipient address not accepted", MailTrouble.RECIPIENT,
            "sender address not accepted", MailTrouble.SENDER,
            "sending data failed", MailTrouble.CONTENT,
            "DATA command not accepted", MailTrouble.CONTENT,
            "AUTH", MailTrouble.SIGN_IN);

    private static MailTrouble trouble(String message) {
        return STEPS.entrySet().stream()
                .filter(step -> message != null && message.startsWith(step.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MailTrouble.CONNECTION);
    }

    /** Returns the reply of a server without the person's address, because the record of a message must not have it. */
    private static String without(String email, String said) {
        if (said == null || said.isBlank()) {
            return null;
        }
        String name = email.substring(0, email.indexOf('@'));
        String text = said.replaceAll("(?i)" + Pattern.quote(email), "…")
                .replaceAll("(?i)\\b" + Pattern.quote(name) + "\\b", "…")
                .replaceAll("\\s+", " ")
                .strip();
        return text.length() > MAX_CAUSE ? text.substring(0, MAX_CAUSE) + "…" : text;
    }
}
