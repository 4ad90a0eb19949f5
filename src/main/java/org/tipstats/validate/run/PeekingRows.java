package org.tipstats.validate.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.tipstats.files.csv.MalformedFileException;
import org.tipstats.files.csv.RawRow;

/** An iterator of rows that can show the next rows without taking them. */
final class PeekingRows implements Iterator<RawRow> {

    private final Iterator<RawRow> rows;
    private final Deque<RawRow> ahead = new ArrayDeque<>();
    private MalformedFileException fault;
    private int left = Integer.MAX_VALUE;

    PeekingRows(Iterator<RawRow> rows) {
        this.rows = rows;
    }

    /** Ends the rows after {@code more} further rows. */
    void endAfter(int more) {
        left = more;
    }

    /**
     * Returns up to {@code most} next rows. There are fewer if the file ends, or if it cannot be read further; in this
     * case {@link #hasNext} throws the fault after these rows.
     */
    List<RawRow> peek(int most) {
        try {
            while (fault == null && ahead.size() < most && rows.hasNext()) {
                ahead.add(rows.next());
            }
        } catch (MalformedFileException e) {
            fault = e;
        }
        return List.copyOf(ahead);
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty() && fault != null) {
            throw fault;
        }
        return left > 0 && (!ahead.isEmpty() || rows.hasNext());
    }

    @Override
    public RawRow next() {
        left--;
        return ahead.isEmpty() ? rows.next() : ahead.poll();
    }
}
