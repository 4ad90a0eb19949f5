package org.tipstats.collect.upload;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;

/** Limits of uploads in unit tests. */
final class TestUploads {

    private record Config(
            MemorySize maxSize, int parallel, int minimumRate, Duration slowAfter, int findingsKept, Path folder)
            implements UploadConfig {}

    private TestUploads() {}

    static UploadConfig config(Duration slowAfter, int minimumRate) {
        return new Config(new MemorySize(BigInteger.TEN), 1, minimumRate, slowAfter, 100_000, Path.of("target"));
    }

    static UploadConfig config(Path folder, long maxSize, int parallel) {
        return new Config(
                new MemorySize(BigInteger.valueOf(maxSize)), parallel, 10_000, Duration.ofSeconds(30), 100_000, folder);
    }
}
