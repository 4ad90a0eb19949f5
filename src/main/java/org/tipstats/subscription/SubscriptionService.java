package org.tipstats.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tipstats.access.Actor;
import org.tipstats.access.Role;
import org.tipstats.audit.AuditRecorder;
import org.tipstats.problem.Problem;
import org.tipstats.problem.ProblemException;
import org.tipstats.problem.ProblemType;
import org.tipstats.web.Page;
import org.tipstats.web.PageRequest;
import org.tipstats.web.SubscriptionConfig;
import org.tipstats.webhook.HookSecret;

/**
 * Keeps subscriptions: everyone who is signed in has some of their own; administrators see and delete all, but nobody gets
 * the secret of another's.
 */
@ApplicationScoped
class SubscriptionService {

    /** How long a deleted one counts: so that nobody has ever new addresses knocked at. */
    static final Duration DELETED_COUNT = Duration.ofHours(1);

    private static final int LONGEST_BASE = 300;
    private static final Duration BETWEEN_MESSAGES = Duration.ofMinutes(1);
    private static final Duration CHANGE_OVER = Duration.ofDays(1);

    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final Messages messages;
    private final SubscriptionConfig config;
    private final AuditRecorder audit;
    private final Clock clock;

    SubscriptionService(
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            Messages messages,
            SubscriptionConfig config,
            AuditRecorder audit,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.messages = messages;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Registers what was checked, with its secret; the challenge is on its way. 409 when the account has its number.
     *
     * @param host of the address, for the log: the rest of it may be confidential
     */
    @Transactional
    SubscriptionView register(SubscriptionRequest request, String host, String base, Actor by) {
        if (base.length() > LONGEST_BASE) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The header \"Host\" is too long.");
        }
        Instant now = clock.instant();
        if (subscriptions.count(by.id(), now.minus(DELETED_COUNT)) >= config.perAccount()) {
            throw new ProblemException(
                    ProblemType.CONFLICT,
                    "An account can have at most " + config.perAccount()
                            + " subscriptions, including those deleted in the last hour.");
        }
        Subscription made = Subscription.registered(by.id(), request.url(), request.dataflow(), base, now);
        subscriptions.add(made);
        deliveries.add(messages.verification(made, now));
        audit.record(by.did("subscription-registered", made.subject())
                .detail("host", host)
                .detail("dataflow", request.dataflow()));
        return SubscriptionView.from(made, made.secrets().present().text());
    }

    /** The oldest first. */
    Page<SubscriptionView> list(Actor by, PageRequest request) {
        return Page.slice(subscriptions.list(by.id(), by.may(Role.ADMINISTRATOR)), request)
                .map(SubscriptionView::from);
    }

    SubscriptionView get(UUID id, Actor by) {
        return SubscriptionView.from(find(id, by));
    }

    /** The newest first, with their attempts. */
    Page<DeliveryView> deliveries(UUID id, Actor by, PageRequest request) {
        int offset = request.offset();
        Page<DeliveryView> page = Page.of(
                deliveries.list(find(id, by).id(), offset, request.oneMore()),
                request,
                last -> Integer.toString(offset + request.limit()));
        Map<UUID, List<AttemptView>> made =
                deliveries.attempts(page.items().stream().map(DeliveryView::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                AttemptView.OfDelivery::delivery,
                                Collectors.mapping(AttemptView.OfDelivery::attempt, Collectors.toList())));
        return page.map(delivery -> delivery.with(made.getOrDefault(delivery.id(), List.of())));
    }

    @Transactional
    void delete(UUID id, Actor by) {
        find(id, by);
        Subscription subscription = subscriptions.forChange(id).orElseThrow(SubscriptionService::unknown);
        Instant now = clock.instant();
        subscriptions.delete(id, now);
        deliveries.giveUp(id, now);
        audit.record(by.did("subscription-deleted", subscription.subject()));
    }

    /** Sends a new challenge; 409 to one that is active. */
    @Transactional
    SubscriptionView verify(UUID id, Actor by) {
        Subscription subscription = own(id, by);
        if (subscription.state() == SubscriptionState.ACTIVE) {
            throw new ProblemException(ProblemType.CONFLICT, "The subscription is active; there is nothing to verify.");
        }
        Instant now = clock.instant();
        requirePause(subscription, now);
        subscriptions.awaitVerification(id);
        deliveries.giveUp(id, now);
        deliveries.add(messages.verification(subscription, now));
        audit.record(by.did("subscription-verification-asked", subscription.subject()));
        return get(id, by);
    }

    /** Sends a message of no consequence; 409 where the receiver has not agreed to get any. */
    @Transactional
    DeliveryView test(UUID id, Actor by) {
        Subscription subscription = own(id, by);
        if (subscription.state() != SubscriptionState.ACTIVE) {
            throw new ProblemException(
                    ProblemType.CONFLICT, "The subscription is " + subscription.state() + "; verify it first.");
        }
        Instant now = clock.instant();
        requirePause(subscription, now);
        Delivery test = messages.test(subscription, now);
        deliveries.keepOrder();
        deliveries.add(test);
        return DeliveryView.begun(test);
    }

    /** A new secret, shown this once; for a day the one before signs, too. */
    @Transactional
    SubscriptionView rotate(UUID id, Actor by) {
        Subscription subscription = own(id, by);
        HookSecret secret = HookSecret.random();
        subscriptions.rotate(id, secret, clock.instant().plus(CHANGE_OVER));
        audit.record(by.did("subscription-secret-changed", subscription.subject()));
        return SubscriptionView.from(subscription, secret.text());
    }

    private void requirePause(Subscription subscription, Instant now) {
        Instant next = deliveries
                .lastByHand(subscription.id())
                .map(last -> last.plus(BETWEEN_MESSAGES))
                .orElse(now);
        if (next.isAfter(now)) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS, "A challenge or a test can be sent at most once a minute.")
                    .header(
                            "Retry-After",
                            Long.toString(Duration.between(now, next).toSeconds() + 1)));
        }
    }

    private Subscription find(UUID id, Actor by) {
        return subscriptions.find(id, by.id(), by.may(Role.ADMINISTRATOR)).orElseThrow(SubscriptionService::unknown);
    }

    /** One of the actor's own, for a change. */
    private Subscription own(UUID id, Actor by) {
        if (!find(id, by).account().equals(by.id())) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This subscription belongs to another account.");
        }
        return subscriptions.forChange(id).orElseThrow(SubscriptionService::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("subscription");
    }
}
