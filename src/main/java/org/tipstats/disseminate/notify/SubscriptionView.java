package org.tipstats.disseminate.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A subscription as the API shows it.
 *
 * @param account the id of the account that it belongs to
 * @param dataflow the subscription is only for releases that change this dataflow; null for all releases
 * @param reason the reason for its suspension, or null
 * @param verifiedAt the time when the receiver last sent the challenge back, or null
 * @param failingSince time of the first failure since the last success, or null
 * @param secret the secret that signs messages; shown only when it is made
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
