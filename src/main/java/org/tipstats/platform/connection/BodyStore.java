package org.tipstats.platform.connection;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tipstats.platform.storage.TemporaryFiles;

/**
 * The memory and the disk space for bodies that arrive or wait for a worker, and the threads that write bodies to the
 * disk. These threads are not worker threads, so that bodies arrive even if all workers are busy.
 */
@ApplicationScoped
class BodyStore {

    private static final int WRITERS = 2;
    private static final int ADDRESS_SHARE = 4;

    private final BodyConfig config;
    private final long maxUpload;
    private final long smallBytes;
    private final long memoryBytes;
    private final long diskBytes;
    private final TemporaryFiles files;
    private final AtomicLong inMemory = new AtomicLong();
    private final AtomicLong onDisk = new AtomicLong();
    private final Map<String, Long> byAddress = new ConcurrentHashMap<>();
    private final ExecutorService writers =
            Executors.newFixedThreadPool(WRITERS, new DefaultThreadFactory("body", true));

    BodyStore(
            BodyConfig config,
            @ConfigProperty(name = "tipstats.max-upload") MemorySize maxUpload,
            TemporaryFiles files) {
        this.config = config;
        this.maxUpload = maxUpload.asLongValue();
        this.smallBytes = config.small().asLongValue();
        this.memoryBytes = config.memory().asLongValue();
        this.diskBytes = config.disk().asLongValue();
        this.files = files;
    }

    long maxUpload() {
        return maxUpload;
    }

    /** Returns the time allowed for a body of this length. */
    Duration deadline(long bytes) {
        if (bytes <= smallBytes) {
            return config.patience();
        }
        Duration time = config.patience().plusSeconds(bytes / config.minimumRate());
        return time.compareTo(config.longest()) < 0 ? time : config.longest();
    }

    /** @param address the network address of the sender */
    ReceivedBody begin(String address) {
        return new ReceivedBody(this, files, address, smallBytes);
    }

    /** Runs work that writes to the disk, on one of the threads for such work. */
    void write(Runnable work) {
        writers.execute(work);
    }

    boolean takeMemory(long bytes) {
        return take(inMemory, bytes, memoryBytes);
    }

    void freeMemory(long bytes) {
        inMemory.addAndGet(-bytes);
    }

    boolean takeDisk(String address, long bytes) {
        if (!take(onDisk, bytes, diskBytes)) {
            return false;
        }
        if (byAddress.merge(address, bytes, Long::sum) > diskBytes / ADDRESS_SHARE) {
            freeDisk(address, bytes);
            return false;
        }
        return true;
    }

    void freeDisk(String address, long bytes) {
        onDisk.addAndGet(-bytes);
        byAddress.computeIfPresent(address, (key, held) -> held == bytes ? null : held - bytes);
    }

    /** Returns the number of bytes of all bodies, in memory and on the disk. */
    long held() {
        return inMemory.get() + onDisk.get();
    }

    private static boolean take(AtomicLong held, long bytes, long limit) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    @PreDestroy
    void stop() {
        writers.shutdown();
    }
}
