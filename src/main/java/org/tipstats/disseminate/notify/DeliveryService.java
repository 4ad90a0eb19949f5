package org.tipstats.disseminate.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult;
import org.tipstats.disseminate.notify.Delivery.DeliveryType;
import org.tipstats.disseminate.notify.Subscription.SuspensionReason;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;
import org.tipstats.platform.job.RetrySchedule;
import org.tipstats.publish.citation.CatalogueConfig;
import org.tipstats.publish.notice.ReleaseNotice;
import org.tipstats.publish.release.PublicationAnnouncer.ReleasePublished;

/**
 * Queues messages about releases, lets instances of the service claim deliveries, and records the outcomes. Only one
 * instance at a time sends a delivery. No transaction is open while the service waits for a receiver.
 */
@ApplicationScoped
class DeliveryService {

    /**
     * The time for which only the instance that claimed a delivery may send it. This time is longer than any attempt.
     * When it is over, the service assumes that the instance has stopped.
     */
    static final Duration CLAIM_DURATION = Duration.ofSeconds(60);

    /** Longest time for which deliveries to a receiver may fail before its subscription is suspended. */
    private static final Duration MAX_FAILING_TIME = Duration.ofDays(3);

    /** Longest time for which the service repeats a challenge. The subscription is then suspended. */
    private static final Duration MAX_VERIFICATION_TIME = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int GONE = 410;

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final AccountService accounts;
    private final WebhookMessages messages;
    private final CatalogueConfig catalogue;
    private final AuditRecorder audit;
    private final Clock clock;
    private final RandomGenerator random = new Random();

    DeliveryService(
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            AccountService accounts,
            WebhookMessages messages,
            CatalogueConfig catalogue,
            AuditRecorder audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.messages = messages;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Queues the messages about a release in the same transaction that publishes the release. So no active subscriber
     * to a changed dataflow misses the message or gets it too early.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void announce(@Observes ReleasePublished release) {
        Instant now = clock.instant();
        deliveries.lockOrder();
        for (Subscription to : subscriptions.activeFor(release.changed())) {
            deliveries.add(messages.published(to, release, base(to), now));
        }
    }

    /**
     * Queues the messages about an erratum or a withdrawal in the transaction that makes it public. Every active
     * subscriber gets the message, because it may concern any figure.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void announce(@Observes ReleaseNotice notice) {
        Instant now = clock.instant();
        deliveries.lockOrder();
        for (Subscription to : subscriptions.active()) {
            deliveries.add(messages.noticed(to, notice, base(to), now));
        }
    }

    private String base(Subscription to) {
        return catalogue.address().map(catalogue::base).orElse(to.target().base());
    }

    @Transactional
    boolean isAnyReady() {
        return deliveries.isAnyReady(clock.instant());
    }

    /** Claims the next delivery that is due, so that this instance can send it. */
    @Transactional
    Optional<ClaimedDelivery> claim() {
        Instant now = clock.instant();
        return deliveries
                .claim(now, now.plus(CLAIM_DURATION))
                .flatMap(delivery ->
                        subscriptions.find(delivery.subscription()).map(to -> new ClaimedDelivery(delivery, to)));
    }

    /**
     * Returns whether the account of a subscription is still open. If the account is closed, suspends the subscription.
     */
    @Transactional
    boolean isOpen(Subscription subscription) {
        if (accounts.find(subscription.account()).closedAt() == null) {
            return true;
        }
        subscriptions
                .findLocked(subscription.id())
                .ifPresent(known -> suspend(known, SuspensionReason.ACCOUNT_CLOSED, clock.instant()));
        return false;
    }

    /**
     * Records an attempt, then ends the delivery or schedules the next attempt. If an instance claimed the delivery
     * again since the attempt began, the state of the delivery does not change.
     */
    @Transactional
    void recordResult(Delivery delivery, DeliveryResult reply, Duration took) {
        Instant now = clock.instant();
        boolean missing = delivery.challenge() != null && !messages.answers(delivery.challenge(), reply.body());
        AttemptOutcome outcome = AttemptOutcome.of(reply, missing);
        deliveries.recordAttempt(delivery, outcome, reply.status(), took.toMillis());
        Optional<Subscription> to = subscriptions.findLocked(delivery.subscription());
        if (to.isEmpty()) {
            return;
        }
        if (outcome == AttemptOutcome.DELIVERED) {
            delivered(delivery, to.get(), now);
        } else {
            failed(delivery, to.get(), reply.status() == GONE, now);
        }
    }

    private void delivered(Delivery delivery, Subscription to, Instant now) {
        if (!deliveries.end(delivery, true, now)) {
            return;
        }
        subscriptions.noteSuccess(to.id());
        if (delivery.type() == DeliveryType.VERIFICATION) {
            subscriptions.activate(to.id(), now);
            audit.record(AuditEvent.bySystem("subscription-verified", to.subject()));
        }
    }

    private void failed(Delivery delivery, Subscription to, boolean gone, Instant now) {
        if (delivery.type() == DeliveryType.TEST) {
            deliveries.end(delivery, false, now);
            return;
        }
        boolean verifies = delivery.type() == DeliveryType.VERIFICATION;
        Instant since = verifies
                ? delivery.createdAt()
                : to.status().failingSince() == null ? now : to.status().failingSince();
        Instant last = since.plus(verifies ? MAX_VERIFICATION_TIME : MAX_FAILING_TIME);
        Instant next = now.plus(RetrySchedule.delay(delivery.attempts(), random));
        if (!deliveries.postpone(delivery, next.isBefore(last) ? next : last)) {
            return;
        }
        subscriptions.noteFailure(to.id(), now);
        if (gone) {
            suspend(to, SuspensionReason.GONE, now);
        } else if (!now.isBefore(last)) {
            suspend(to, verifies ? SuspensionReason.NOT_VERIFIED : SuspensionReason.FAILING, now);
        }
    }

    private void suspend(Subscription subscription, SuspensionReason reason, Instant now) {
        subscriptions.suspend(subscription.id(), reason);
        deliveries.giveUp(subscription.id(), now);
        audit.record(AuditEvent.bySystem("subscription-suspended", subscription.subject())
                .detail("reason", reason.word()));
    }

    /**
     * Deletes deliveries that ended at least 30 days ago, and deleted subscriptions that no longer count towards the
     * limit.
     */
    @Transactional
    void deleteOld() {
        Instant now = clock.instant();
        deliveries.deleteFinishedBefore(now.minus(KEPT));
        subscriptions.forgetDeletedBefore(now.minus(SubscriptionService.DELETED_COUNT_DURATION));
    }

    /** Encrypts the secrets that were stored before the service had a key. */
    @Transactional
    void encryptSecrets() {
        subscriptions.encryptSecrets();
    }

    /** A delivery that this instance is sending, with its subscription. */
    record ClaimedDelivery(Delivery delivery, Subscription to) {}

    enum AttemptOutcome {
        DELIVERED,
        /** The receiver answered with a status other than 2xx. Redirections are not followed. */
        REFUSED,
        /** The receiver answered 2xx, but without the challenge. */
        CHALLENGE_MISSING,
        NO_PUBLIC_ADDRESS,
        UNREACHABLE,
        TIMED_OUT,
        INSECURE,
        UNSIGNED,
        BROKEN;

        static AttemptOutcome of(DeliveryResult reply, boolean challengeMissing) {
            return switch (reply.outcome()) {
                case ANSWERED -> reply.isAccepted() ? challengeMissing ? CHALLENGE_MISSING : DELIVERED : REFUSED;
                default -> valueOf(reply.outcome().name());
            };
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
