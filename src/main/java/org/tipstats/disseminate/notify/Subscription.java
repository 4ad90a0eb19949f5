package org.tipstats.disseminate.notify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.tipstats.disseminate.deliver.HookAddress;
import org.tipstats.disseminate.deliver.HookAddress.AddressRefusedException;
import org.tipstats.disseminate.deliver.HookSecret;

/** A receiver that gets messages about releases. */
record Subscription(
        UUID id,
        UUID account,
        SubscriptionTarget target,
        SubscriptionStatus status,
        SigningSecrets secrets,
        Instant createdAt) {

    /**
     * The URL for messages, and the releases that are announced.
     *
     * @param dataflow new releases are announced only if they change this dataflow; null means all releases. Errata and
     *     withdrawals are always announced.
     * @param base the URL of the service when the client registered, for links in messages
     */
    record SubscriptionTarget(String url, String dataflow, String base) {}

    /**
     * The present state of a subscription.
     *
     * @param reason the reason for the suspension; null unless the subscription is suspended
     * @param failingSince time of the first failure since the last success, or null
     */
    record SubscriptionStatus(
            SubscriptionState state, SuspensionReason reason, Instant verifiedAt, Instant failingSince) {}

    /**
     * The secrets that sign messages. A secret is null if the key of the service cannot decrypt it.
     *
     * @param former the previous secret, or null. Until {@code formerUntil}, both secrets sign, so that the receiver
     * has time to change to the new secret.
     */
    record SigningSecrets(HookSecret present, HookSecret former, Instant formerUntil) {

        List<HookSecret> at(Instant instant) {
            boolean both = former != null && formerUntil.isAfter(instant);
            return Stream.of(present, both ? former : null)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    static Subscription registered(UUID account, SubscriptionTarget target, Instant at) {
        return new Subscription(
                UUID.randomUUID(),
                account,
                target,
                new SubscriptionStatus(SubscriptionState.PENDING, null, null, null),
                new SigningSecrets(HookSecret.random(), null, null),
                at);
    }

    /**
     * Returns the URL for messages. This method checks the URL again, because settings may have changed since
     * registration.
     */
    HookAddress address(boolean trial) throws AddressRefusedException {
        return HookAddress.parse(target.url(), trial);
    }

    /** Returns the name of this subscription in the audit log. */
    String subject() {
        return "subscriptions/" + id;
    }

    enum SubscriptionState {
        /** The receiver has not yet sent the challenge back. */
        PENDING,
        /** The receiver gets messages about releases. */
        ACTIVE,
        /** The receiver gets no messages until it is verified again. */
        SUSPENDED
    }

    enum SuspensionReason {
        /** The receiver did not send the challenge back within a day. */
        NOT_VERIFIED,
        /** All deliveries failed for three days. */
        FAILING,
        /** The receiver answered 410. */
        GONE,
        ACCOUNT_CLOSED;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
