package org.tipstats.disseminate.notify;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.tipstats.disseminate.deliver.HookAddress.AddressRefusedException;
import org.tipstats.disseminate.deliver.HookSecret;
import org.tipstats.disseminate.deliver.HookSender;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult;
import org.tipstats.disseminate.deliver.HookSender.DeliveryResult.Outcome;
import org.tipstats.disseminate.notify.DeliveryService.ClaimedDelivery;
import org.tipstats.platform.http.SubscriptionConfig;

/** Sends the deliveries that are due, several at a time, so that a slow receiver delays few other receivers. */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final int THREADS = 8;
    private static final int SECONDS_TO_FINISH = 15;

    private final DeliveryService deliveries;
    private final HookSender sender;
    private final SubscriptionConfig config;
    private final Clock clock;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, new DefaultThreadFactory("courier", true));
    private volatile boolean stopping;

    DeliveryWorker(DeliveryService deliveries, HookSender sender, SubscriptionConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        deliveries.encryptSecrets();
    }

    /** Sends until no delivery is due. */
    @Scheduled(
            every = "${tipstats.subscriptions.every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliver() {
        if (!stopping && deliveries.isAnyReady()) {
            CompletableFuture.allOf(IntStream.range(0, THREADS)
                            .mapToObj(i -> CompletableFuture.runAsync(this::drain, threads))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        }
    }

    private void drain() {
        while (!stopping) {
            Optional<ClaimedDelivery> next = deliveries.claim();
            if (next.isEmpty()) {
                return;
            }
            if (deliveries.isOpen(next.get().to())) {
                send(next.get());
            }
        }
    }

    private void send(ClaimedDelivery claimed) {
        Instant start = clock.instant();
        DeliveryResult reply = post(claimed, start);
        deliveries.recordResult(claimed.delivery(), reply, Duration.between(start, clock.instant()));
    }

    private DeliveryResult post(ClaimedDelivery claimed, Instant at) {
        Delivery delivery = claimed.delivery();
        String id = delivery.id().toString();
        List<HookSecret> secrets = claimed.to().secrets().at(at);
        if (secrets.isEmpty()) {
            LOG.warnf(
                    "The key of the webhooks cannot decrypt the secret of %s.",
                    claimed.to().subject());
            return DeliveryResult.none(Outcome.UNSIGNED);
        }
        String signatures = secrets.stream()
                .map(secret -> secret.sign(id, at, delivery.body()))
                .collect(Collectors.joining(" "));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", signatures);
        try {
            return sender.post(claimed.to().address(config.loopback()), delivery.attempts(), headers, delivery.body());
        } catch (AddressRefusedException e) {
            return DeliveryResult.none(Outcome.NO_PUBLIC_ADDRESS);
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tidy() {
        deliveries.deleteOld();
    }

    /**
     * Waits for a limited time until running deliveries have finished. If a delivery is interrupted, an instance sends
     * it again when the claim of this instance has ended.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        threads.shutdown();
        threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
    }
}
