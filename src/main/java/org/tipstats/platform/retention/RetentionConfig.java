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

    /** Files that are being received or made, from their last change; at least one hour. Default 1 day. */
    @WithDefault("1d")
    Duration incomingFiles();

    /** Results of jobs, from the end of the job. Default 1 hour. */
    @WithDefault("1h")
    Duration jobResults();

    /** Files of submissions that are invalid, returned or withdrawn, from that decision. Default 90 days. */
    @WithDefault("90d")
    Duration refusedFiles();

    /** Messages by mail, from the time at which they were sent, refused or given up. Default 90 days. */
    @WithDefault("90d")
    Duration mail();

    /** Drafts of releases, from the time at which they were compiled. Default 2 years. */
    @WithDefault("730d")
    Duration drafts();

    /** Figures typed into forms, from the end of their round. Default 90 days. */
    @WithDefault("90d")
    Duration typedDrafts();
}
