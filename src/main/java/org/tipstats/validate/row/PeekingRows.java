package org.tipstats.validate.row;

import java.util.Iterator;
import org.tipstats.files.csv.RawRow;

/** An iterator of rows that can show the next row without taking it. */
public final class PeekingRows implements Iterator<RawRow> {

    private final Iterator<RawRow> rows;
    private RawRow next;

    public PeekingRows(Iterator<RawRow> rows) {
        this.rows = rows;
    }

    public RawRow peek() {
        if (next == null) {
            next = rows.next();
        }
        return next;
    }

    @Override
    public boolean hasNext() {
        return next != null || rows.hasNext();
    }

    @Override
    public RawRow next() {
        RawRow row = peek();
        next = null;
        return row;
    }
}
