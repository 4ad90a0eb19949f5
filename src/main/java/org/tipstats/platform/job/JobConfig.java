package org.tipstats.platform.job;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of jobs, shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.job")
public interface JobConfig {

    /**
     * How many bytes of answers are kept at most; from then on requests are answered when their work is done, whatever they
     * prefer. The jobs that run at that moment may still add theirs. Default 1 GB.
     */
    @WithDefault("1G")
    MemorySize maxKept();
}
