package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription as the API shows it.
 *
 * @param account the id of the account that it belongs to
 * @param dataflow only of releases in which it changed, or null
 * @param reason why it is suspended, or null
 * @param verifiedAt when the receiver last sent the challenge back, or null
 * @param failingSince when the first attempt failed since one succeeded, or null
 * @param secret what messages are signed with; shown when it is made, and never again
 */
record SubscriptionView(
        UUID id,
        UUID account,
        String url,
        String dataflow,
        String state,
        String reason,
        Instant createdAt,
        Instant verifiedAt,
        Instant failingSince,
        @JsonInclude(JsonInclude.Include.NON_NULL) String secret) {

    static SubscriptionView from(Subscription subscription) {
        return from(subscription, null);
    }

    static SubscriptionView from(Subscription subscription, String secret) {
        return new SubscriptionView(
                subscription.id(),
                subscription.account(),
                subscription.url(),
                subscription.dataflow(),
                subscription.state().name(),
                subscription.reason() == null ? null : subscription.reason().word(),
                subscription.createdAt(),
                subscription.verifiedAt(),
                subscription.failingSince(),
                secret);
    }
}
