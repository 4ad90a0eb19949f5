package org.tipstats.collect.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Limits of uploads; all are shown in {@code /limits}. */
@ConfigMapping(prefix = "tipstats.upload")
interface UploadConfig {

    /** The largest file. Set by {@code TIPSTATS_MAX_UPLOAD}; default 50 MB. */
    @WithDefault("50M")
    MemorySize maxSize();

    /** How many uploads are received or validated at the same time; further ones are told to come again. Default 8. */
    @WithDefault("8")
    int parallel();

    /** The slowest upload, in bytes a second, measured once {@link #slowAfter} has passed. Default 10,000. */
    @WithDefault("10000")
    int minimumRate();

    /** How long an upload may take before its rate matters. Default 30 s. */
    @WithDefault("30S")
    Duration slowAfter();

    /** Where files lie while they are received and validated. Default: a folder of the home. */
    Path folder();
}
