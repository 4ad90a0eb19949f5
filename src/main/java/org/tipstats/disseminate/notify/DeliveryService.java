package org.tipstats.disseminate.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.tipstats.disseminate.deliver.DeliveryResult;
import org.tipstats.platform.access.AccountService;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.audit.AuditRecorder.AuditEvent;

/**
 * Hands out deliveries, each to one instance at a time, and records their outcomes. No transaction waits for a
 * receiver.
 */
@ApplicationScoped
class DeliveryService {

    /**
     * Duration of a claim. It is longer than any attempt. After it, the instance that made the claim is considered
     * dead.
     */
    static final Duration CLAIM_DURATION = Duration.ofSeconds(60);

    private static final Duration KEPT = Duration.ofDays(30);
    private static final int GONE = 410;

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final AccountService accounts;
    private final WebhookMessages messages;
    private final AuditRecorder audit;
    private final Clock clock;
    private final RandomGenerator random = new Random();

    DeliveryService(
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            AccountService accounts,
            WebhookMessages messages,
            AuditRecorder audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    boolean isAnyReady() {
        return deliveries.isAnyReady(clock.instant());
    }

    /** Claims the next delivery that is due, for this instance to send. */
    @Transactional
    Optional<ClaimedDelivery> claim() {
        Instant now = clock.instant();
        return deliveries
                .claim(now, now.plus(CLAIM_DURATION))
                .flatMap(delivery ->
                        subscriptions.find(delivery.subscription()).map(to -> new ClaimedDelivery(delivery, to)));
    }

    /** Returns whether the account of a subscription is still open. Suspends the subscription if not. */
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
     * Records an attempt, then ends the delivery or schedules the next attempt. If another claim was made meanwhile,
     * its decision stays.
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
        Instant since = verifies ? delivery.createdAt() : to.failingSince() == null ? now : to.failingSince();
        Instant last = since.plus(verifies ? RetrySchedule.MAX_VERIFICATION_TIME : RetrySchedule.MAX_FAILING_TIME);
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

    /** Deletes deliveries that ended a month ago, and subscriptions deleted long enough ago. */
    @Transactional
    void deleteOld() {
        Instant now = clock.instant();
        deliveries.deleteFinishedBefore(now.minus(KEPT));
        subscriptions.forgetDeletedBefore(now.minus(SubscriptionService.DELETED_COUNT_DURATION));
    }
}
