package org.tipstats.platform.mail;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tipstats.platform.mail.MailRepository.QueuedMail;
import org.tipstats.platform.mail.MailSender.SendResult;

/**
 * Sends the messages that are due, one after another. If the process is killed while it sends a message, nobody knows
 * whether the message was sent. The service then sends it again, with the same id.
 */
@ApplicationScoped
class MailWorker {

    private static final int SECONDS_TO_FINISH = 15;

    private final MailDeliveryService messages;
    private final MailSender sender;
    private final MailConfig config;
    private final List<SecretLinks> secrets;
    private final Semaphore working = new Semaphore(1);
    private volatile boolean stopping;

    MailWorker(MailDeliveryService messages, MailSender sender, MailConfig config, @All List<SecretLinks> secrets) {
        this.messages = messages;
        this.sender = sender;
        this.config = config;
        this.secrets = secrets;
    }

    /**
     * Sends messages until no message is due, the limit per minute is reached, or the mail server has a problem that
     * concerns all messages.
     */
    @Scheduled(
            every = "${tipstats.mail.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliver() {
        if (!config.isOn() || !messages.isAnyReady() || !working.tryAcquire()) {
            return;
        }
        try {
            Optional<QueuedMail> next = messages.claim();
            while (next.isPresent()) {
                next = deliver(next.get());
            }
        } finally {
            working.release();
        }
    }

    /** Sends a message, and claims the next one. */
    private Optional<QueuedMail> deliver(QueuedMail mail) {
        SendResult result = link(mail).map(link -> sender.send(mail, link)).orElse(SendResult.NO_ADDRESS);
        boolean goOn = result.trouble() == null || result.trouble().isOfOneMessage();
        return messages.record(mail, result, goOn && !stopping);
    }

    /**
     * Returns the link of a message, with the secret that the link needs, if any. Empty if the message is not needed any
     * more.
     */
    private Optional<String> link(QueuedMail mail) {
        if (messages.isOver(mail)) {
            return Optional.empty();
        }
        if (!mail.link().contains(SecretLinks.BLANK)) {
            return Optional.of(mail.link());
        }
        return secrets.stream()
                .filter(each -> each.kind().equals(mail.kind()))
                .findFirst()
                .flatMap(each -> each.secret(mail.key()))
                .map(secret -> mail.link().replace(SecretLinks.BLANK, secret));
    }

    /** Waits until the current message is sent and recorded, but not longer than 15 seconds. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        working.tryAcquire(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }
}
