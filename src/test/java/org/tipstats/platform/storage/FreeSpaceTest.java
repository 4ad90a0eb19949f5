package org.tipstats.platform.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    @TempDir
    Path home;

    private FreeSpace atLeast(long bytes) {
        return new FreeSpace(home.resolve("missing/incoming"), new MemorySize(BigInteger.valueOf(bytes)));
    }

    @Test
    void theServiceIsNotReadyWithLessSpaceThanTheSettingSays() {
        assertEquals(Status.UP, atLeast(0).call().getStatus());
        assertEquals(Status.DOWN, atLeast(Long.MAX_VALUE).call().getStatus());
    }

    @Test
    void theDiskIsKnownBeforeTheFolderExists() {
        assertTrue(atLeast(0).bytes() > 0);
    }
}
