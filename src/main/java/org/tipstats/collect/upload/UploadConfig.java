package org.tipstats.collect.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Limits of uploads. {@code /limits} shows all of them. */
@ConfigMapping(prefix = "tipstats.upload")
public interface UploadConfig {

    /** Largest file size. Set by {@code TIPSTATS_MAX_UPLOAD}; default 50 MB. */
    @WithDefault("50M")
    MemorySize maxSize();

    /**
     * Largest number of uploads received or validated at the same time. Default 8. Further uploads are refused with
     * 429.
     */
    @WithDefault("8")
    int parallel();

    /** Lowest rate of an upload in bytes a second, once {@link #slowAfter} has passed. Default 10,000. */
    @WithDefault("10000")
    int minimumRate();

    /** Time after which the rate of an upload is checked. Default 30 s. */
    @WithDefault("30S")
    Duration slowAfter();

    /**
     * Largest number of errors kept for one file, and largest number of informations. The findings on the first lines
     * are kept. All warnings are kept, and all findings are counted. Default 100,000.
     */
    @WithDefault("100000")
    int findingsKept();

    /** The folder for files while they are received and validated. Default: a folder of this process in the home folder. */
    Path folder();
}
