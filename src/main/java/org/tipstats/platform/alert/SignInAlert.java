package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.tipstats.platform.database.Database;

/** Many sign-ins were refused within an hour: somebody may try tokens. */
@Singleton
final class SignInAlert implements AlertCause {

    private static final Duration PERIOD = Duration.ofHours(1);

    /** More entries than one instance of the service writes in an hour. */
    private static final int MOST_ENTRIES = 5_000;

    /** Reads the newest entries by their number, because the log has no index by time. */
    private static final String REFUSED =
            "select coalesce(sum((e.detail ->> 'tries')::bigint), 0) from (select at, detail"
                    + " from audit_entry where action = 'sign-in-refused' order by seq desc limit ?) e where e.at > ?";

    private final Database database;
    private final AlertConfig config;

    SignInAlert(Database database, AlertConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public String id() {
        return "sign-ins-refused";
    }

    @Override
    public String metric() {
        return "tipstats.sign.ins.refused";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.COUNT;
    }

    @Override
    public AlertReading read(Instant now) {
        return AlertReading.ofCount(database.number(REFUSED, MOST_ENTRIES, now.minus(PERIOD)), config.signInsRefused());
    }
}
