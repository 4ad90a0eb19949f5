package org.tipstats.platform.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of jobs. {@code /limits} shows them. */
@ConfigMapping(prefix = "tipstats.job")
public interface JobConfig {

    /**
     * Largest number of stored bytes of answers. Above it, requests are answered synchronously even if they prefer a
     * job. Jobs already running may still add their answers. Default 1 GB.
     */
    @WithDefault("1G")
    MemorySize maxKept();
}
