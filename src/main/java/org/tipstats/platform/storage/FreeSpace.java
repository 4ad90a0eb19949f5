package org.tipstats.platform.storage;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * The free space on the disk for temporary files. The service is not ready if the disk has less than
 * {@code TIPSTATS_STORAGE_MINIMUM_FREE}. In the embedded mode, the database is usually on the same disk.
 */
@Readiness
@Singleton
public class FreeSpace implements HealthCheck {

    public static final String CHECK = "disk space";

    private static final Logger LOG = Logger.getLogger(FreeSpace.class);

    private final Path folder;
    private final long minimum;
    private final AtomicBoolean wasEnough = new AtomicBoolean(true);

    FreeSpace(
            @ConfigProperty(name = "tipstats.upload.folder") Path folder,
            @ConfigProperty(name = "tipstats.storage.minimum-free", defaultValue = "100M") MemorySize minimum) {
        this.folder = folder;
        this.minimum = minimum.asLongValue();
    }

    public long bytes() {
        return bytes(folder);
    }

    /** Returns the number of free bytes below which the service is not ready. */
    public long minimum() {
        return minimum;
    }

    /** Returns the free bytes. Measures at the nearest existing folder above: the folder itself may not exist yet. */
    static long bytes(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        // The class FileStore would read the list of mounted disks, which may be missing in a container.
        return existing.toFile().getUsableSpace();
    }

    @Override
    public HealthCheckResponse call() {
        long free = bytes();
        boolean enough = free >= minimum;
        if (!enough && wasEnough.get()) {
            LOG.errorf(
                    "The disk of %s has %d bytes left, less than TIPSTATS_STORAGE_MINIMUM_FREE (%d)."
                            + " The service is not ready.",
                    folder, free, minimum);
        }
        wasEnough.set(enough);
        return HealthCheckResponse.named(CHECK).status(enough).build();
    }
}
