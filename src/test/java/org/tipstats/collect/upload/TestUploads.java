package org.tipstats.collect.upload;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;

/** Limits of uploads in unit tests. */
final class TestUploads {

    private record Config(MemorySize maxSize, int parallel, int parallelAnonymous, int findingsKept, Path folder)
            implements UploadConfig {}

    private TestUploads() {}

    static UploadConfig config(Path folder, long maxSize, int parallel) {
        return new Config(new MemorySize(BigInteger.valueOf(maxSize)), parallel, parallel, 100_000, folder);
    }
}
