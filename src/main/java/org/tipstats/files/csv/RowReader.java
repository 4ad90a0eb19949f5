package org.tipstats.files.csv;

import java.util.NoSuchElementException;

/** A reader that fetches each row when it is asked for it, and repeats the fault at which the file stops being a table. */
public abstract class RowReader implements RowSource {

    private boolean[] ignored = new boolean[0];
    private RawRow next;
    private MalformedFileException fault;
    private boolean fetched;

    /** Reads the next row that has text outside of {@link #ignored} columns. Returns null after the last one. */
    protected abstract RawRow read();

    @Override
    public final void ignoreColumns(boolean[] columns) {
        ignored = columns.clone();
    }

    /** Returns the columns that do not make a row. The caller must not change the array. */
    protected final boolean[] ignored() {
        return ignored;
    }

    /** Returns whether the reader has found that there are no more rows. */
    protected final boolean isAtEnd() {
        return fetched && next == null;
    }

    @Override
    public final boolean hasNext() {
        if (fault != null) {
            throw fault;
        }
        if (!fetched) {
            try {
                next = read();
            } catch (MalformedFileException e) {
                // The rest of the file is not known to hold rows, so every later call throws the same fault.
                fault = e;
                throw e;
            }
            fetched = true;
        }
        return next != null;
    }

    @Override
    public final RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        fetched = false;
        return next;
    }
}
