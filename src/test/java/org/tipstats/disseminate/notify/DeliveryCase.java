package org.tipstats.disseminate.notify;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.disseminate.notify.TestSubscriptions.Registered;

/** The base of tests of deliveries: each test has a subscription that its receiver has confirmed. */
abstract class DeliveryCase extends SubscriptionCase {

    @Inject
    DeliveryService deliveries;

    @Inject
    Clock now;

    Registered subscription;
    private Duration passed = Duration.ZERO;

    @BeforeEach
    void subscribe() {
        subscription = subscriptions.active(account.token(), receiver, null);
    }

    /** Moves the service's clock ahead. */
    void pass(Duration more) {
        passed = passed.plus(more);
        clock.later(passed);
    }

    /** Returns the releases that were announced to the receiver, in order. */
    List<String> announced() {
        return receiver.messages().stream()
                .filter(message -> message.type().equals("release.published"))
                .map(message -> message.json().getString("data.release"))
                .toList();
    }
}
