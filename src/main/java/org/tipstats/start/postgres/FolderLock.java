package org.tipstats.start.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tipstats.platform.storage.OwnerOnly;

/** A lock on a folder. Only one process can hold the lock. The system releases the lock when this process ends. */
public final class FolderLock {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * Channels that must stay open. Java closes a channel without references. Closing any channel to a locked file
     * releases the lock, even if another channel took the lock.
     */
    private static final Queue<FileChannel> STAY_OPEN = new ConcurrentLinkedQueue<>();

    /** The locked byte. It is far after the text of the file, because on some systems nobody can read locked bytes. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
        STAY_OPEN.add(channel);
    }

    /**
     * Takes the lock. Waits for a short time, because the process that holds the lock may be about to end.
     *
     * @throws StartRefusedException if another process or this process already holds the lock
     */
    public static FolderLock take(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            long start = System.nanoTime();
            while (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                if (System.nanoTime() - start > PATIENCE_NANOS) {
                    StartRefusedException refused = inUse(file, channel);
                    channel.close();
                    throw refused;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (OverlappingFileLockException e) {
            STAY_OPEN.add(channel);
            throw inUse(file, channel);
        }
        String holder = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
        return new FolderLock(channel);
    }

    /** Takes the lock if it is free. Returns empty if another process or this process already holds the lock. */
    public static Optional<FolderLock> tryTake(Path file) throws IOException {
        FileChannel channel = open(file);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) != null) {
                return Optional.of(new FolderLock(channel));
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            STAY_OPEN.add(channel);
        }
        return Optional.empty();
    }

    private static FileChannel open(Path file) throws IOException {
        OwnerOnly.file(file);
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static StartRefusedException inUse(Path file, FileChannel channel) throws IOException {
        ByteBuffer holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        return new StartRefusedException(("The folder %s is in use by another running TIPstats (process %s)."
                        + " Stop that one, or set TIPSTATS_HOME to another folder for this one.")
                .formatted(
                        file.getParent(), new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII)));
    }

    public void release() throws IOException {
        STAY_OPEN.remove(channel);
        channel.close();
    }
}
