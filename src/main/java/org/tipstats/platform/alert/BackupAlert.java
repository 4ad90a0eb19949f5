package org.tipstats.platform.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tipstats.platform.database.Database;

/** The last backup is old. Nothing is known before the command {@code backup} was used once. */
@Singleton
final class BackupAlert implements AlertCause {

    private final Database database;
    private final AlertConfig config;

    BackupAlert(Database database, AlertConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public String id() {
        return "backup-old";
    }

    @Override
    public String metric() {
        return "tipstats.backup.age.seconds";
    }

    @Override
    public AlertUnit unit() {
        return AlertUnit.SECONDS;
    }

    @Override
    public AlertReading read(Instant now) {
        return database.instant("select max(at) from backup_made")
                .map(last -> AlertReading.ofAge(last, config.backup(), now))
                .orElseGet(() -> AlertReading.unknown(config.backup().toSeconds()));
    }
}
