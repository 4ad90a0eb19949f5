package org.tipstats.disseminate.notify;

import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.tipstats.SignedIn;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.access.AccountView.CreatedAccount;
import org.tipstats.start.boot.TestClock;

/** The base of tests of subscriptions: each test has a receiver and its own account, and leaves nothing behind. */
abstract class SubscriptionCase {

    static final String PATH = TestSubscriptions.PATH;

    @Inject
    SignedIn accounts;

    @Inject
    TestSubscriptions subscriptions;

    @Inject
    DeliveryWorker courier;

    @Inject
    TestClock clock;

    Receiver receiver;
    CreatedAccount account;

    @BeforeEach
    void start() {
        receiver = new Receiver();
        account = accounts.another(Set.of(AccountRole.SUBMITTER), "WSM");
    }

    @AfterEach
    void end() {
        receiver.close();
        subscriptions.clear();
        clock.reset();
    }
}
