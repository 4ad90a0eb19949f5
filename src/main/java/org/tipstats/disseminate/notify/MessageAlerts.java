package org.tipstats.disseminate.notify;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;

/** Alerts about messages to subscribers that do not arrive. */
class MessageAlerts {

    private static final Duration PERIOD = Duration.ofDays(1);

    /** A message waits for a long time. */
    @Produces
    @Singleton
    static AlertCause waiting(DeliveryRepository deliveries, AlertConfig config) {
        return new AlertCause(
                "webhooks-waiting",
                "tipstats.webhooks.oldest.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(deliveries.oldestWaiting().orElse(null), config.webhooks(), now));
    }

    /** Messages were given up within a day. */
    @Produces
    @Singleton
    static AlertCause failed(DeliveryRepository deliveries, AlertConfig config) {
        return new AlertCause(
                "webhooks-failed",
                "tipstats.webhooks.failed",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(deliveries.givenUpSince(now.minus(PERIOD)), config.webhooksFailed()));
    }
}
