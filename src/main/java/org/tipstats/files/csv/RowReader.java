package org.tipstats.files.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.tipstats.files.csv.RowSource.Assumption;
import org.tipstats.files.csv.RowSource.Assumption.Kind;

/**
 * A reader that reads each row only when a caller asks for the row. After a fault in the file, {@link #hasNext} and
 * {@link #next} throw the same fault again.
 */
public abstract class RowReader implements RowSource {

    private boolean[] ignored = new boolean[0];
    private RawRow next;
    private MalformedFileException fault;
    private boolean fetched;

    /** Reads the next row that has text outside of {@link #ignored} columns. Returns null after the last row. */
    protected abstract RawRow read();

    @Override
    public final void ignoreColumns(boolean[] columns) {
        ignored = columns.clone();
    }

    /**
     * Returns the ignored columns: a row that has text only in these columns is skipped. The caller must not change the
     * array.
     */
    public final boolean[] ignored() {
        return ignored;
    }

    /** Returns whether the reader has found that there are no more rows. */
    public final boolean isAtEnd() {
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
                // The rest of the file may contain more rows, so every later call throws the same fault.
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

    /** Collects assumptions. Keeps one assumption of each kind, with the first and the last line concerned. */
    static final class Assumptions {

        private final Map<Kind, Assumption> byKind = new EnumMap<>(Kind.class);

        void note(Kind kind, int line, String text) {
            byKind.merge(
                    kind,
                    new Assumption(kind, line, line, text),
                    (before, now) -> new Assumption(
                            kind,
                            Math.min(before.line(), now.line()),
                            Math.max(before.lastLine(), now.lastLine()),
                            before.text()));
        }

        List<Assumption> list() {
            List<Assumption> all = new ArrayList<>(byKind.values());
            all.sort(Comparator.comparing(Assumption::line));
            return all;
        }
    }
}
