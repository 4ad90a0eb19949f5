package org.tipstats.validate.row;

import java.util.Arrays;
import org.tipstats.files.csv.RawRow;
import org.tipstats.validate.table.Action;

/** A row as the parser read it. One object serves all rows, so callers must copy the values that they keep. */
public final class ParsedRow {

    /** Stands for the position in a dimension that is not known or that a withdrawing row leaves open. */
    public static final int OPEN = -1;

    public RawRow raw;
    public Action action;
    /** The position in each dimension, or {@link #OPEN}. */
    public final int[] positions;
    /** The packed key, or -1 if a position is open. */
    public long key;
    /** The count, {@link CountText#EMPTY} or {@link CountText#BAD}. */
    public long value;
    /** The status that the row states, or null. */
    public String status;
    /** The confidentiality that the row states, or null. */
    public String confidentiality;
    /** Whether a person may be counted in several categories, because the question allows several answers. */
    public boolean multiResponse;
    /** The text of each attribute column, or null. */
    public final String[] attributes;
    /** The columns whose cell is not a valid code, count, period or text. */
    public final boolean[] flagged;
    /** Whether any column is flagged. */
    public boolean anyFlagged;
    /** Whether the count is not written in plain digits. */
    public boolean normalised;
    /** Whether blanks around the text of any cell were removed. */
    public boolean anyTrimmed;
    /** Whether a rule with severity error reported the row. */
    public boolean faulty;

    ParsedRow(int dimensions, int columns) {
        this.positions = new int[dimensions];
        this.attributes = new String[columns];
        this.flagged = new boolean[columns];
    }

    void start(RawRow row) {
        raw = row;
        action = Action.MERGE;
        key = -1;
        value = CountText.EMPTY;
        status = null;
        confidentiality = null;
        multiResponse = false;
        normalised = false;
        anyTrimmed = false;
        faulty = false;
        if (anyFlagged) {
            Arrays.fill(flagged, false);
            anyFlagged = false;
        }
    }

    void flag(int column) {
        flagged[column] = true;
        anyFlagged = true;
    }

    /** Returns whether the row withdraws more than one observation. */
    public boolean isPattern() {
        return action == Action.DELETE && key < 0 && !faulty;
    }
}
