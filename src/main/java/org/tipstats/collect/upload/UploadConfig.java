package org.tipstats.collect.upload;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Limits of uploads, which {@code /limits} shows, and the folder for them. */
@ConfigMapping(prefix = "tipstats.upload")
public interface UploadConfig {

    /** Largest file size. Set by {@code TIPSTATS_MAX_UPLOAD}; default 50 MB. */
    @WithDefault("50M")
    MemorySize maxSize();

    /**
     * How many files of accounts the service works on at the same time; one account may have half of them. Default 8.
     * Further files are refused with 429.
     */
    @WithDefault("8")
    int parallel();

    /**
     * How many files of anonymous callers the service works on at the same time; one network address may have half of
     * them. Default 4. Further files are refused with 429.
     */
    @WithDefault("4")
    int parallelAnonymous();

    /**
     * How many errors, and how many findings that only inform, are kept for one file: in both cases, the first ones in
     * the file. All warnings are kept, and all findings are counted. Default 100,000.
     */
    @WithDefault("100000")
    int findingsKept();

    /** The folder for files while they are received and validated. Default: a folder of this process in the home folder. */
    Path folder();
}
