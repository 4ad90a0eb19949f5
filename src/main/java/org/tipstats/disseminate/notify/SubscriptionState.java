package org.tipstats.disseminate.notify;

/** How a subscription stands. */
enum SubscriptionState {
    /** The receiver has not yet sent the challenge back. */
    PENDING,
    /** It is told of releases. */
    ACTIVE,
    /** It is told of nothing until it is verified again. */
    SUSPENDED
}
