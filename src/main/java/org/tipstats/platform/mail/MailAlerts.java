package org.tipstats.platform.mail;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tipstats.platform.alert.AlertCause;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.alert.AlertConfig;

/** Alerts about mail that does not arrive. */
class MailAlerts {

    private static final Duration PERIOD = Duration.ofDays(1);

    /** A message waits for a long time. */
    @Produces
    @Singleton
    static AlertCause waiting(MailRepository messages, AlertConfig config) {
        return new AlertCause(
                "mail-waiting",
                "tipstats.mail.oldest.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(messages.oldestWaiting().orElse(null), config.mail(), now));
    }

    /** Messages were refused or given up within a day. */
    @Produces
    @Singleton
    static AlertCause failed(MailRepository messages, AlertConfig config) {
        return new AlertCause(
                "mail-failed",
                "tipstats.mail.failed",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(messages.undeliveredSince(now.minus(PERIOD)), config.mailFailed()));
    }
}
