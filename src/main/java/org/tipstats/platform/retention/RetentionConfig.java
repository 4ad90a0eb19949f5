package org.tipstats.platform.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the service keeps each kind of data. */
@ConfigMapping(prefix = "tipstats.retention")
public interface RetentionConfig {

    /** How often the service deletes expired data. Default 1 hour. */
    @WithDefault("1h")
    String every();

    /**
     * How long to keep files that the service receives or makes, from their last change; at least one hour. Default 1
     * day.
     */
    @WithDefault("1d")
    Duration incomingFiles();

    /**
     * How long to keep results of jobs, from the end of the job; for callers who were not signed in, at most ten
     * minutes. Default 1 hour.
     */
    @WithDefault("1h")
    Duration jobResults();

    /** How long to keep files of invalid, returned or withdrawn submissions, from that decision. Default 90 days. */
    @WithDefault("90d")
    Duration refusedFiles();

    /** How long to keep messages by mail, after they were sent, refused or given up. Default 90 days. */
    @WithDefault("90d")
    Duration mail();

    /** How long to keep drafts of releases, after they were compiled. Default 2 years. */
    @WithDefault("730d")
    Duration drafts();

    /** How long to keep figures typed into forms, after the end of their round. Default 90 days. */
    @WithDefault("90d")
    Duration typedDrafts();
}
