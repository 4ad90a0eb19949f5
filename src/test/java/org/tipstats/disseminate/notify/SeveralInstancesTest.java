package org.tipstats.disseminate.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tipstats.SignedIn;
import org.tipstats.disseminate.deliver.HookSender;
import org.tipstats.platform.access.AccountRole;
import org.tipstats.platform.database.Database.DatabaseException;
import org.tipstats.platform.http.SubscriptionConfig;

/** Tests two couriers on one database, as in two instances: each message is sent once and in order. */
@QuarkusTest
class SeveralInstancesTest {

    /** Each has eight threads. All of them together need fewer connections than the pool has. */
    private static final int INSTANCES = 2;

    private static final int RECEIVERS = 6;
    private static final int RELEASES = 8;

    @Inject
    SignedIn accounts;

    @Inject
    TestSubscriptions subscriptions;

    @Inject
    DeliveryService deliveries;

    @Inject
    HookSender sender;

    @Inject
    SubscriptionConfig config;

    @Inject
    Clock clock;

    @Test
    void noMessageIsSentTwiceAndTheOrderIsKept() throws Exception {
        String token = accounts.another(Set.of(AccountRole.SUBMITTER), "WSM").token();
        List<Receiver> receivers =
                IntStream.range(0, RECEIVERS).mapToObj(i -> new Receiver()).toList();
        try {
            receivers.forEach(receiver -> subscriptions.active(token, receiver, null));
            List<String> ids =
                    IntStream.range(0, RELEASES).mapToObj(i -> "many-" + i).toList();
            ids.forEach(id -> subscriptions.publish(id, "VICTIMS"));
            atOnce();
            for (Receiver receiver : receivers) {
                List<String> told = receiver.messages().stream()
                        .filter(message -> message.type().equals("release.published"))
                        .map(message -> message.json().getString("data.release"))
                        .toList();
                assertEquals(ids, told);
                assertEquals(1, receiver.mostAtOnce());
            }
        } finally {
            receivers.forEach(Receiver::close);
            subscriptions.clear();
        }
    }

    private void atOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(INSTANCES);
        CyclicBarrier start = new CyclicBarrier(INSTANCES);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int i = 0; i < INSTANCES; i++) {
                DeliveryWorker courier = new DeliveryWorker(deliveries, sender, config, clock);
                ends.add(threads.submit((Callable<Void>) () -> {
                    start.await();
                    // One round ends when no delivery is free. Another courier may still be sending one, so the next
                    // may be free later.
                    for (int round = 0; round < 20; round++) {
                        deliver(courier);
                        Thread.sleep(Duration.ofMillis(50).toMillis());
                    }
                    courier.stop(null);
                    return null;
                }));
            }
            for (Future<Void> end : ends) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does as the scheduler: if a busy database opens no connection in time, the next round does the work. */
    private static void deliver(DeliveryWorker courier) {
        try {
            courier.deliver();
        } catch (CompletionException e) {
            DatabaseException refused = assertInstanceOf(DatabaseException.class, e.getCause());
            assertFalse(refused.state().startsWith("40"), refused::toString);
        }
    }
}
