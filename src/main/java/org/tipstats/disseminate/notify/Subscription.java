package org.tipstats.disseminate.notify;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tipstats.disseminate.deliver.AddressRefusedException;
import org.tipstats.disseminate.deliver.HookAddress;
import org.tipstats.disseminate.deliver.HookSecret;

/**
 * Someone who is told of releases.
 *
 * @param dataflow only of those in which it changed, or null
 * @param base the address of the service that was used, for links
 * @param reason null unless it is suspended
 * @param failingSince when the first attempt failed since one succeeded, or null
 */
record Subscription(
        UUID id,
        UUID account,
        String url,
        String dataflow,
        String base,
        SubscriptionState state,
        SuspensionReason reason,
        Secrets secrets,
        Instant createdAt,
        Instant verifiedAt,
        Instant failingSince) {

    /** @param former the one before, or null; it signs, too, until an instant, so that the receiver can change over */
    record Secrets(HookSecret present, HookSecret former, Instant formerUntil) {

        List<HookSecret> at(Instant instant) {
            return former != null && formerUntil.isAfter(instant) ? List.of(present, former) : List.of(present);
        }
    }

    static Subscription registered(UUID account, String url, String dataflow, String base, Instant at) {
        return new Subscription(
                UUID.randomUUID(),
                account,
                url,
                dataflow,
                base,
                SubscriptionState.PENDING,
                null,
                new Secrets(HookSecret.random(), null, null),
                at,
                null,
                null);
    }

    /** Where messages go; it was checked when it was registered, and is again here, for settings may have changed. */
    HookAddress address(boolean trial) throws AddressRefusedException {
        return HookAddress.parse(url, trial);
    }

    /** What the audit log calls it. */
    String subject() {
        return "subscriptions/" + id;
    }
}
