package org.tipstats.platform.alert;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.Readiness;
import org.tipstats.platform.alert.AlertCause.AlertLevel;
import org.tipstats.platform.alert.AlertCause.AlertReading;
import org.tipstats.platform.alert.AlertCause.AlertUnit;
import org.tipstats.platform.audit.LogWatch;
import org.tipstats.platform.database.Database;
import org.tipstats.platform.database.ReadReplica;
import org.tipstats.platform.database.ReadReplica.ReplicaState;
import org.tipstats.platform.storage.FreeSpace;

/** The causes of alerts that do not depend on the subject of the service. */
class PlatformAlerts {

    private static final Duration SIGN_IN_PERIOD = Duration.ofHours(1);

    /**
     * The largest number of entries that {@link #REFUSED_SIGN_INS} reads. An instance of the service writes fewer in an
     * hour.
     */
    private static final int MOST_SIGN_IN_ENTRIES = 5_000;

    /** Reads the newest entries by their number, because the log has no index by time. */
    private static final String REFUSED_SIGN_INS =
            "select coalesce(sum((e.detail ->> 'tries')::bigint), 0) from (select at, detail"
                    + " from audit_entry where action = 'sign-in-refused' order by seq desc limit ?) e where e.at > ?";

    private static final String EMERGENCY_TOKENS =
            "select count(*) from account_token where emergency and revoked_at is null and expires_at > ?";

    /**
     * The disk is almost full. The alert is critical if so little space is left that the service is not ready, see
     * {@link FreeSpace}.
     */
    @Produces
    @Singleton
    static AlertCause disk(@Readiness FreeSpace space, AlertConfig config) {
        return new AlertCause(
                "disk-space",
                "tipstats.disk.free.bytes",
                AlertUnit.BYTES,
                now -> freeSpace(space.bytes(), config.diskFree().asLongValue(), space.minimum()));
    }

    static AlertReading freeSpace(long free, long threshold, long minimum) {
        AlertLevel level = free < minimum ? AlertLevel.CRITICAL : free < threshold ? AlertLevel.WARNING : null;
        return new AlertReading(free, threshold, level, null);
    }

    /** The audit log was changed. The measure is the number of the first wrong entry, 0 if there is none. */
    @Produces
    @Singleton
    static AlertCause brokenLog(LogWatch log) {
        return new AlertCause(
                "log-broken",
                "tipstats.log.broken.at",
                AlertUnit.COUNT,
                now -> log.last()
                        .map(check -> check.brokenAt() > 0
                                ? new AlertReading(check.brokenAt(), 1, AlertLevel.CRITICAL, null)
                                : new AlertReading(0L, 1, null, null))
                        .orElseGet(() -> AlertReading.unknown(1)));
    }

    /** This instance of the service has not verified the audit log for a long time. */
    @Produces
    @Singleton
    static AlertCause unverifiedLog(LogWatch log, AlertConfig config) {
        return new AlertCause(
                "log-unverified",
                "tipstats.log.verified.age.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(log.verifiedSince(), config.logVerified(), now));
    }

    /** A job has not ended a long time after it was created. Other jobs may wait behind it. */
    @Produces
    @Singleton
    static AlertCause slowJobs(Database database, AlertConfig config) {
        return new AlertCause(
                "jobs-slow",
                "tipstats.job.oldest.seconds",
                AlertUnit.SECONDS,
                now -> AlertReading.ofAge(
                        database.instant("select min(created_at) from job where state = 'RUNNING'")
                                .orElse(null),
                        config.jobs(),
                        now));
    }

    /** Many sign-ins were refused within an hour: somebody may try tokens. */
    @Produces
    @Singleton
    static AlertCause refusedSignIns(Database database, AlertConfig config) {
        return new AlertCause(
                "sign-ins-refused",
                "tipstats.sign.ins.refused",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(
                        database.number(REFUSED_SIGN_INS, MOST_SIGN_IN_ENTRIES, now.minus(SIGN_IN_PERIOD)),
                        config.signInsRefused()));
    }

    /** A token for an emergency works: its holder can sign in without the organisation's provider. */
    @Produces
    @Singleton
    static AlertCause emergencyToken(Database database) {
        return new AlertCause(
                "emergency-token",
                "tipstats.emergency.tokens",
                AlertUnit.COUNT,
                now -> AlertReading.ofCount(database.number(EMERGENCY_TOKENS, now), 1));
    }

    /** The last backup is old. If the command {@code backup} was never used, the age is not known. */
    @Produces
    @Singleton
    static AlertCause oldBackup(Database database, AlertConfig config) {
        return new AlertCause(
                "backup-old",
                "tipstats.backup.age.seconds",
                AlertUnit.SECONDS,
                now -> database.instant("select max(at) from backup_made")
                        .map(last -> AlertReading.ofAge(last, config.backup(), now))
                        .orElseGet(() -> AlertReading.unknown(config.backup().toSeconds())));
    }

    /**
     * The replica does not answer, or is late. The measure is the age of the oldest change that the replica may lack.
     */
    @Produces
    @Singleton
    static AlertCause lateReplica(ReadReplica replica, AlertConfig config) {
        return new AlertCause(
                "replica-late",
                "tipstats.replica.late.seconds",
                AlertUnit.SECONDS,
                now -> replica.isConfigured()
                        ? lateness(replica.state(), config.replica(), now)
                        : AlertReading.unknown(config.replica().toSeconds()));
    }

    private static AlertReading lateness(ReplicaState replica, Duration most, Instant now) {
        AlertReading late = AlertReading.ofAge(replica.upToDate(), most, now);
        return replica.isAway() ? new AlertReading(late.value(), late.threshold(), AlertLevel.WARNING, null) : late;
    }
}
