package org.tipstats.disseminate.notify;

/** The state of a subscription. */
enum SubscriptionState {
    /** The receiver has not yet sent the challenge back. */
    PENDING,
    /** The receiver gets messages about releases. */
    ACTIVE,
    /** The receiver gets no messages until it is verified again. */
    SUSPENDED
}
