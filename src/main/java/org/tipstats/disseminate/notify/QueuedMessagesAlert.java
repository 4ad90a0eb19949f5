package org.tipstats.disseminate.notify;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertConfig;

/** A message to a subscriber waits for a long time. */
@Singleton
final class QueuedMessagesAlert implements AlertCause {

    private final DeliveryRepository deliveries;
    private final AlertConfig config;

    QueuedMessagesAlert(DeliveryRepository deliveries, AlertConfig config) {
        this.deliveries = deliveries;
        this.config = config;
    }

    @Override
    public String id() {
        return "webhooks-waiting";
    }

    @Override
    public String metric() {
        return "tipstats.webhooks.oldest.seconds";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.SECONDS;
    }

    @Override
    public AlertReading read(Instant now) {
        return AlertReading.ofAge(deliveries.oldestWaiting().orElse(null), config.webhooks(), now);
    }
}
