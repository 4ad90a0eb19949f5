package org.tipstats.platform.connection;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the bodies of requests while the service receives them. */
@ConfigMapping(prefix = "tipstats.body")
public interface BodyConfig {

    /**
     * Largest size of a small body. Such a body stays in memory if {@link #memory} has room, and must arrive within
     * {@link #patience}. Default 256 kB.
     */
    @WithDefault("256K")
    MemorySize small();

    /** Time in which a small body must arrive. A larger body gets more time, according to its size. Default 30 s. */
    @WithDefault("30S")
    Duration patience();

    /** Lowest rate at which a larger body may arrive, in bytes a second. Default 10,000. */
    @WithDefault("10000")
    int minimumRate();

    /** Longest time in which a body of any size must arrive. Default 30 minutes. */
    @WithDefault("30M")
    Duration longest();

    /**
     * Largest number of bytes of all bodies in memory. Above this number, small bodies also go to the disk. Default 32
     * MB.
     */
    @WithDefault("32M")
    MemorySize memory();

    /**
     * Largest number of bytes of all bodies on the disk. One network address may use a quarter of this number. A body
     * beyond these limits is refused with 429. Default 4 GB.
     */
    @WithDefault("4G")
    MemorySize disk();
}
