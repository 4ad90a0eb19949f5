package org.tipstats.platform.connection;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tipstats.platform.problem.ProblemException;
import org.tipstats.platform.storage.TemporaryFiles;
import org.tipstats.platform.storage.TemporaryFiles.TemporaryFile;

/** The body of a request. It is in memory if it is small and the memory has room, otherwise in a temporary file. */
final class ReceivedBody implements AutoCloseable {

    private static final int PIECE = 1 << 16;
    private static final AttributeKey<Set<ReceivedBody>> OPEN = AttributeKey.valueOf(ReceivedBody.class, "open");

    private final BodyStore store;
    private final TemporaryFiles files;
    private final String address;
    private final long smallBytes;
    private Buffer held = Buffer.buffer();
    private long memory;
    private long disk;
    private TemporaryFile file;
    private OutputStream out;
    /**
     * The stream that reads the file; null until {@link #open}. This class closes the stream, because the framework
     * does not.
     */
    private InputStream read;

    private boolean closed;
    private Set<ReceivedBody> openOnes = Set.of();

    ReceivedBody(BodyStore store, TemporaryFiles files, String address, long smallBytes) {
        this.store = store;
        this.files = files;
        this.address = address;
        this.smallBytes = smallBytes;
    }

    /**
     * Closes the body when the connection closes, because the framework does not always tell a request that its
     * connection closed.
     */
    void closeWith(Channel connection) {
        Set<ReceivedBody> open = connection.attr(OPEN).get();
        if (open == null) {
            Set<ReceivedBody> all = ConcurrentHashMap.newKeySet();
            connection.attr(OPEN).set(all);
            connection.closeFuture().addListener(closed -> all.forEach(ReceivedBody::close));
            open = all;
        }
        open.add(this);
        openOnes = open;
    }

    /**
     * Adds bytes in memory.
     *
     * @return false if the caller must call {@link #flush} before it adds more
     */
    synchronized boolean add(Buffer bytes) {
        held.appendBuffer(bytes);
        if (!store.takeMemory(bytes.length())) {
            return false;
        }
        memory += bytes.length();
        return held.length() <= (file == null ? smallBytes : PIECE);
    }

    /** Returns whether the file has the first bytes of the body, but the last bytes are still in memory. */
    synchronized boolean isPartlyWritten() {
        return file != null && held.length() > 0;
    }

    /**
     * Writes the bytes in memory to the file.
     *
     * @return false if a limit of the disk space for bodies is reached
     * @throws ProblemException 507 if the disk is full
     * @throws IOException if the disk fails
     */
    synchronized boolean flush() throws IOException {
        if (closed) {
            return true;
        }
        if (!store.takeDisk(address, held.length())) {
            return false;
        }
        disk += held.length();
        if (file == null) {
            file = files.create("body-");
            out = file.output();
        }
        out.write(held.getBytes());
        held = Buffer.buffer();
        store.freeMemory(memory);
        memory = 0;
        return true;
    }

    /** Returns the complete body. The caller may read the stream once, and only until the body is closed. */
    synchronized InputStream open() {
        if (file == null) {
            return new ByteArrayInputStream(held.getBytes());
        }
        try {
            read = Files.newInputStream(file.path());
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Frees the memory and deletes the file. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!openOnes.isEmpty()) {
            openOnes.remove(this);
        }
        held = Buffer.buffer();
        store.freeMemory(memory);
        store.freeDisk(address, disk);
        if (file != null) {
            closeFile();
        }
    }

    private void closeFile() {
        try {
            if (read != null) {
                read.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            file.close();
        }
    }
}
