package org.tipstats.disseminate.notify;

/** A delivery that this instance sends now, and to whom. */
record ClaimedDelivery(Delivery delivery, Subscription to) {}
