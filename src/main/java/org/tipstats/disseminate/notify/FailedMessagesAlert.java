package org.tipstats.disseminate.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertConfig;

/** Messages to subscribers were given up within a day. */
@Singleton
final class FailedMessagesAlert implements AlertCause {

    private static final Duration PERIOD = Duration.ofDays(1);

    private final DeliveryRepository deliveries;
    private final AlertConfig config;

    FailedMessagesAlert(DeliveryRepository deliveries, AlertConfig config) {
        this.deliveries = deliveries;
        this.config = config;
    }

    @Override
    public String id() {
        return "webhooks-failed";
    }

    @Override
    public String metric() {
        return "tipstats.webhooks.failed";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.COUNT;
    }

    @Override
    public AlertReading read(Instant now) {
        return AlertReading.ofCount(deliveries.givenUpSince(now.minus(PERIOD)), config.webhooksFailed());
    }
}
