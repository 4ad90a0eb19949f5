package org.tipstats.platform.alert;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The thresholds of alerts. */
@ConfigMapping(prefix = "tipstats.alerts")
public interface AlertConfig {

    /** How often the service measures. Default 60 s. */
    @WithDefault("60s")
    String every();

    /** How often the service verifies the audit log from its first entry. Default 24 hours. */
    @WithDefault("24h")
    String logEvery();

    /** Alert if less than this space is free on the disk for received files. Default 2 GB. */
    @WithDefault("2G")
    MemorySize diskFree();

    /** Alert if the last verification of the audit log is older than this time. Default 48 hours. */
    @WithDefault("48h")
    Duration logVerified();

    /** Alert if a job has not ended this long after it was created. Default 30 minutes. */
    @WithDefault("30m")
    Duration jobs();

    /** Alert if at least this many sign-ins are refused in an hour; 0 for no alert. Default 100. */
    @WithDefault("100")
    int signInsRefused();

    /** Alert if the last backup is older than this time. Default 36 hours. */
    @WithDefault("36h")
    Duration backup();

    /** Alert if a message to a subscriber has waited longer than this time. Default 6 hours. */
    @WithDefault("6h")
    Duration webhooks();

    /** Alert if at least this many messages to subscribers are given up in a day; 0 for no alert. Default 1. */
    @WithDefault("1")
    int webhooksFailed();

    /** Alert if a message by mail has waited longer than this time. Default 6 hours. */
    @WithDefault("6h")
    Duration mail();

    /** Alert if at least this many mails are refused or given up in a day; 0 for no alert. Default 1. */
    @WithDefault("1")
    int mailFailed();

    /**
     * Alert if the replica of the database lacks changes that are older than this. If the replica does not answer,
     * the alert comes at once. Default 5 minutes.
     */
    @WithDefault("5m")
    Duration replica();

    /** Alert if the last compilation of a release took longer than this time. Default 10 minutes. */
    @WithDefault("10m")
    Duration compilation();
}
