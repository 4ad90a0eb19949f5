package org.tipstats.platform.mail;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.job.RetrySchedule;
import org.tipstats.platform.mail.MailRecord.MailState;
import org.tipstats.platform.mail.MailRecord.MailTrouble;
import org.tipstats.platform.mail.MailRepository.QueuedMail;
import org.tipstats.platform.mail.MailSender.SendResult;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.retention.RetentionConfig;
import org.tipstats.platform.retention.RetentionRule;
import org.tipstats.platform.retention.RetentionRule.RetentionDeletion;
import org.tipstats.platform.retention.RetentionRule.RetentionStock;

/**
 * Lets an instance of the service claim a message, so that no other instance sends it. Records how each attempt ended,
 * and shows these records. No transaction is open while the service talks to the mail server.
 */
@ApplicationScoped
public class MailDeliveryService {

    /**
     * How long a claim lasts: longer than any attempt. If a claim has expired, the instance that claimed has stopped.
     */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final Duration LONGEST_TRIED = Duration.ofDays(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration ALERT_PERIOD = Duration.ofDays(1);

    private final MailRepository messages;
    private final MailConfig config;
    private final AuditRecorder audit;
    private final Clock clock;
    private final RandomGenerator random = new Random();

    MailDeliveryService(MailRepository messages, MailConfig config, AuditRecorder audit, Clock clock) {
        this.messages = messages;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    boolean isAnyReady() {
        return messages.isAnyReady(clock.instant());
    }

    /** Claims the next message that is due; empty if there is none, or if the limit per minute is reached. */
    @Transactional
    Optional<QueuedMail> claim() {
        messages.lockClaims();
        Instant now = clock.instant();
        return messages.attemptsSince(now.minus(MINUTE)) >= config.perMinute()
                ? Optional.empty()
                : messages.claim(now, now.plus(CLAIM), config.perPerson());
    }

    /** Returns whether the message is useless now, because the date that it names is past. */
    boolean isOver(QueuedMail mail) {
        return mail.until() != null && clock.instant().isAfter(mail.until());
    }

    /**
     * Records an attempt, and claims the next message in the same transaction. This saves a second transaction.
     *
     * @param goOn true to claim the next message
     */
    @Transactional
    Optional<QueuedMail> record(QueuedMail mail, SendResult result, boolean goOn) {
        record(mail, result);
        return goOn ? claim() : Optional.empty();
    }

    /** Records that the message is sent, refused or given up, or that another attempt follows. */
    private void record(QueuedMail mail, SendResult result) {
        Instant now = clock.instant();
        if (result.trouble() == null) {
            messages.end(mail, MailState.SENT, null, null, now);
        } else if (result.isFinal()) {
            MailState state = result.trouble() == MailTrouble.NO_ADDRESS ? MailState.GIVEN_UP : MailState.REFUSED;
            messages.end(mail, state, result.trouble(), result.cause(), now);
        } else if (mail.createdAt().plus(LONGEST_TRIED).isBefore(now)) {
            messages.end(mail, MailState.GIVEN_UP, result.trouble(), result.cause(), now);
        } else {
            Instant due = now.plus(RetrySchedule.delay(mail.attempts(), random));
            messages.postpone(mail, result.trouble(), result.cause(), due);
        }
    }

    /** Lists messages in some states, the newest first. */
    public Page<MailRecord> list(MailFilter filter, PageRequest request) {
        List<String> states = filter.states().stream().map(MailState::name).toList();
        return Page.atOffset(messages.list(states, request.offset(), request.oneMore()), request);
    }

    public long count(MailState state) {
        return messages.count(state);
    }

    /**
     * Queues again a message that was refused or given up.
     *
     * @throws ProblemException 404 if there is no such message; 409 if it waits or was sent
     */
    @Transactional
    public MailRecord repeat(UUID id, Actor by) {
        if (!messages.repeat(id, clock.instant())) {
            throw messages.find(id).isEmpty()
                    ? ProblemException.notFound("message")
                    : ProblemException.conflict("The message waits or was sent.");
        }
        MailRecord mail = messages.find(id).orElseThrow();
        audit.record(by.event("mail-repeated", "mail/" + id)
                .detail("account", mail.account().toString()));
        return mail;
    }

    /** Limits how long finished messages are kept: those that were sent, refused or given up. */
    @Produces
    @Singleton
    static RetentionRule finishedMail(
            MailRepository messages, RetentionConfig config, @All List<MailsInUse> inUse, Clock clock) {
        Function<Instant, List<String>> keys = before -> inUse.stream()
                .flatMap(each -> each.keys().apply(before).stream())
                .toList();
        return new RetentionRule(
                "mail",
                config.mail(),
                () -> new RetentionStock(
                        messages.countFinished(),
                        null,
                        messages.oldestFinished(keys.apply(clock.instant().minus(config.mail())))
                                .orElse(null)),
                before ->
                        new RetentionDeletion(messages.deleteFinishedBefore(before, keys.apply(before)), 0, List.of()));
    }

    /** A message has waited too long. */
    @Produces
    @Singleton
    static AlertCause waiting(MailRepository messages, AlertConfig config) {
        return new AlertCause(
                "mail-waiting",
                "tipstats.mail.oldest.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(messages.oldestWaiting().orElse(null), config.mail(), now));
    }

    /** Messages were refused or given up within a day. */
    @Produces
    @Singleton
    static AlertCause failed(MailRepository messages, AlertConfig config) {
        return new AlertCause(
                "mail-failed",
                "tipstats.mail.failed",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(messages.undeliveredSince(now.minus(ALERT_PERIOD)), config.mailFailed()));
    }
}
