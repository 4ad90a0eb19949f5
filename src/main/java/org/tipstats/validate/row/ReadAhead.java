package org.tipstats.validate.row;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.tipstats.files.csv.RawRow;

/**
 * Reads rows ahead on a second thread while the caller checks earlier rows. If the source throws an exception, the
 * caller gets the earlier rows first, then the exception. Only this object may use the source until this object is
 * closed.
 */
public final class ReadAhead implements Iterator<RawRow>, AutoCloseable {

    private static final int BATCH_ROWS = 256;
    private static final int MAX_BATCHES = 8;

    /**
     * @param fault the exception that the source threw after the rows of this batch, or null
     * @param last whether no batch follows
     */
    private record Batch(Iterator<RawRow> rows, Throwable fault, boolean last) {}

    private final Iterator<RawRow> source;
    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(MAX_BATCHES);
    private final Thread reader = new Thread(this::read, "rows-ahead");
    private volatile boolean closed;
    private Batch batch;

    public ReadAhead(Iterator<RawRow> source) {
        this.source = source;
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            boolean last = false;
            while (!last && !closed) {
                Batch next = fetch();
                last = next.last;
                queue.put(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch fetch() {
        List<RawRow> rows = new ArrayList<>(BATCH_ROWS);
        try {
            while (rows.size() < BATCH_ROWS && source.hasNext()) {
                rows.add(source.next());
            }
            return new Batch(rows.iterator(), null, rows.size() < BATCH_ROWS);
        } catch (RuntimeException | Error e) {
            return new Batch(rows.iterator(), e, true);
        }
    }

    @Override
    public boolean hasNext() {
        while (batch == null || !batch.rows.hasNext()) {
            if (batch != null && batch.last) {
                rethrow(batch.fault);
                return false;
            }
            batch = take();
        }
        return true;
    }

    private static void rethrow(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault != null) {
            throw (RuntimeException) fault;
        }
    }

    private Batch take() {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while reading");
        }
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.rows.next();
    }

    /** Waits until the second thread has ended. */
    @Override
    public void close() {
        closed = true;
        // Makes room for the batch that the thread may be waiting to add. The thread adds no further batch.
        queue.clear();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
