package org.tipstats.disseminate.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tipstats.disseminate.deliver.HookAddress;
import org.tipstats.disseminate.deliver.HookAddress.AddressRefusedException;
import org.tipstats.disseminate.deliver.HookSecret;
import org.tipstats.disseminate.deliver.PublicAddressLookup;
import org.tipstats.disseminate.deliver.PublicAddressLookup.NoPublicAddressException;
import org.tipstats.disseminate.notify.Subscription.SubscriptionState;
import org.tipstats.disseminate.notify.Subscription.SubscriptionTarget;
import org.tipstats.disseminate.notify.SubscriptionResource.DeliveryView;
import org.tipstats.disseminate.notify.SubscriptionResource.DeliveryView.AttemptView;
import org.tipstats.disseminate.notify.SubscriptionResource.SubscriptionRequest;
import org.tipstats.disseminate.notify.SubscriptionResource.SubscriptionView;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.Actor;
import org.tipstats.platform.audit.AuditRecorder;
import org.tipstats.platform.http.Page;
import org.tipstats.platform.http.PageRequest;
import org.tipstats.platform.http.SubscriptionConfig;
import org.tipstats.platform.problem.InputError;
import org.tipstats.platform.problem.Problem;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.problem.ProblemType;
import org.tipstats.platform.problem.WordSuggestions;
import org.tipstats.vocabulary.schema.Dataflow;
import org.tipstats.vocabulary.schema.SchemaRegistry;

/**
 * Manages subscriptions. Every signed-in user can have subscriptions. Administrators can see and delete all
 * subscriptions, but nobody gets the secret of another account's subscription.
 */
@ApplicationScoped
class SubscriptionService {

    /**
     * Time for which a deleted subscription still counts towards the limit. So nobody can make the service contact a
     * large number of hosts by deleting and adding subscriptions.
     */
    static final Duration DELETED_COUNT_DURATION = Duration.ofHours(1);

    private static final int MAX_BASE_LENGTH = 300;
    private static final Duration MIN_PAUSE = Duration.ofMinutes(1);
    private static final Duration CHANGE_OVER = Duration.ofDays(1);

    private final SchemaRegistry schemas;
    private final PublicAddressLookup addresses;
    private final SubscriptionRepository subscriptions;
    private final DeliveryRepository deliveries;
    private final WebhookMessages messages;
    private final SubscriptionConfig config;
    private final AuditRecorder audit;
    private final Clock clock;

    SubscriptionService(
            SchemaRegistry schemas,
            PublicAddressLookup addresses,
            SubscriptionRepository subscriptions,
            DeliveryRepository deliveries,
            WebhookMessages messages,
            SubscriptionConfig config,
            AuditRecorder audit,
            Clock clock) {
        this.schemas = schemas;
        this.addresses = addresses;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.messages = messages;
        this.config = config;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Checks a request and returns the host of the URL. The check looks up the host, so the caller must not have an
     * open transaction.
     *
     * @throws ProblemException with status 400 and a list of all faults if the request is not valid
     */
    String check(SubscriptionRequest request) {
        if (request == null) {
            throw ProblemException.body(List.of(InputError.pointer("", null, "The body must have \"url\".")));
        }
        List<InputError> faults = new ArrayList<>();
        String host = null;
        try {
            HookAddress address = HookAddress.parse(request.url(), config.loopback());
            addresses.of(address);
            host = address.host();
        } catch (AddressRefusedException | NoPublicAddressException e) {
            faults.add(InputError.pointer("/url", request.url(), e.getMessage()));
        }
        List<String> known = schemas.dataflows().stream().map(Dataflow::id).toList();
        if (request.dataflow() != null && !known.contains(request.dataflow())) {
            faults.add(InputError.pointer(
                    "/dataflow",
                    request.dataflow(),
                    "There is no dataflow with this id.",
                    WordSuggestions.near(request.dataflow(), known)));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.body(faults);
        }
        return host;
    }

    /**
     * Registers a request that {@link #check} accepted, and queues the challenge. The returned view has the secret.
     *
     * @param host the host of the URL, for the audit log; the other parts of the URL may be confidential
     * @throws ProblemException with status 409 if the account already has the largest allowed number of subscriptions,
     *     400 if {@code base} is too long
     */
    @Transactional
    SubscriptionView register(SubscriptionRequest request, String host, String base, Actor by) {
        if (base.length() > MAX_BASE_LENGTH) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The header \"Host\" is too long.");
        }
        Instant now = clock.instant();
        if (subscriptions.count(by.id(), now.minus(DELETED_COUNT_DURATION)) >= config.perAccount()) {
            throw ProblemException.conflict("An account can have at most " + config.perAccount()
                    + " subscriptions, including those deleted in the last hour.");
        }
        Subscription made =
                Subscription.registered(by.id(), new SubscriptionTarget(request.url(), request.dataflow(), base), now);
        subscriptions.add(made);
        deliveries.add(messages.verification(made, now));
        audit.record(by.event("subscription-registered", made.subject())
                .detail("host", host)
                .detail("dataflow", request.dataflow()));
        return SubscriptionView.from(made, made.secrets().present().text());
    }

    /** Lists subscriptions, the oldest subscription first. */
    Page<SubscriptionView> list(Actor by, PageRequest request) {
        return Page.slice(subscriptions.list(by.id(), by.may(AccountRole.ADMINISTRATOR)), request)
                .map(subscription -> SubscriptionView.from(subscription, null));
    }

    SubscriptionView get(UUID id, Actor by) {
        return SubscriptionView.from(find(id, by), null);
    }

    /** Lists deliveries with their attempts, the newest delivery first. */
    Page<DeliveryView> deliveries(UUID id, Actor by, PageRequest request) {
        int offset = request.offset();
        Page<DeliveryView> page = Page.of(
                deliveries.list(find(id, by).id(), offset, request.oneMore()),
                request,
                last -> Integer.toString(offset + request.limit()));
        Map<UUID, List<AttemptView>> made =
                deliveries.attempts(page.items().stream().map(DeliveryView::id).toList());
        return page.map(delivery -> delivery.with(made.getOrDefault(delivery.id(), List.of())));
    }

    @Transactional
    void delete(UUID id, Actor by) {
        find(id, by);
        Subscription subscription = subscriptions.findLocked(id).orElseThrow(SubscriptionService::unknown);
        Instant now = clock.instant();
        subscriptions.delete(id, now);
        deliveries.giveUp(id, now);
        audit.record(by.event("subscription-deleted", subscription.subject()));
    }

    /**
     * Queues a new challenge; status 409 if the subscription is active, 429 within a minute of the last challenge or
     * test.
     */
    @Transactional
    SubscriptionView verify(UUID id, Actor by) {
        Subscription subscription = findOwnLocked(id, by);
        if (subscription.status().state() == SubscriptionState.ACTIVE) {
            throw ProblemException.conflict("The subscription is active; there is nothing to verify.");
        }
        Instant now = requirePause(subscription);
        subscriptions.awaitVerification(id);
        deliveries.giveUp(id, now);
        deliveries.add(messages.verification(subscription, now));
        audit.record(by.event("subscription-verification-asked", subscription.subject()));
        return get(id, by);
    }

    /**
     * Queues a test message; status 409 unless the subscription is active, 429 within a minute of the last challenge or
     * test.
     */
    @Transactional
    DeliveryView test(UUID id, Actor by) {
        Subscription subscription = findOwnLocked(id, by);
        if (subscription.status().state() != SubscriptionState.ACTIVE) {
            throw ProblemException.conflict(
                    "The subscription is " + subscription.status().state() + "; verify it first.");
        }
        Instant now = requirePause(subscription);
        Delivery test = messages.test(subscription, now);
        deliveries.lockOrder();
        deliveries.add(test);
        return DeliveryView.begun(test);
    }

    /** Makes a new secret, which only the returned view shows. For one more day, the previous secret also signs. */
    @Transactional
    SubscriptionView rotate(UUID id, Actor by) {
        Subscription subscription = findOwnLocked(id, by);
        HookSecret secret = HookSecret.random();
        subscriptions.rotate(id, secret, clock.instant().plus(CHANGE_OVER));
        audit.record(by.event("subscription-secret-changed", subscription.subject()));
        return SubscriptionView.from(subscription, secret.text());
    }

    /** Refuses with status 429 if the last requested message is less than a minute old. Returns the present time. */
    private Instant requirePause(Subscription subscription) {
        Instant now = clock.instant();
        Instant next = deliveries
                .lastRequestedByAccount(subscription.id())
                .map(last -> last.plus(MIN_PAUSE))
                .orElse(now);
        if (next.isAfter(now)) {
            throw new ProblemException(Problem.of(
                            ProblemType.TOO_MANY_REQUESTS, "A challenge or a test can be sent at most once a minute.")
                    .header(
                            "Retry-After",
                            Long.toString(Duration.between(now, next).toSeconds() + 1)));
        }
        return now;
    }

    private Subscription find(UUID id, Actor by) {
        return subscriptions
                .find(id, by.id(), by.may(AccountRole.ADMINISTRATOR))
                .orElseThrow(SubscriptionService::unknown);
    }

    /**
     * Finds a subscription of the actor and locks it for a change; status 404 if the actor cannot see it, 403 if it
     * belongs to another account.
     */
    private Subscription findOwnLocked(UUID id, Actor by) {
        if (!find(id, by).account().equals(by.id())) {
            throw ProblemException.forbidden("This subscription belongs to another account.");
        }
        return subscriptions.findLocked(id).orElseThrow(SubscriptionService::unknown);
    }

    private static ProblemException unknown() {
        return ProblemException.notFound("subscription");
    }
}
