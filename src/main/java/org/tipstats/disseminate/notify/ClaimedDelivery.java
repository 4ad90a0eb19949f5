package org.tipstats.disseminate.notify;

/** A delivery that this instance is sending, with its subscription. */
record ClaimedDelivery(Delivery delivery, Subscription to) {}
