package org.tipstats.validate.rule;

import java.util.Arrays;
import org.tipstats.files.csv.RawRow;

/** A row as the parser read it. One object serves all rows, so what is needed longer must be copied. */
final class ParsedRow {

    /** A position in a dimension that is not known, or left open by a row that withdraws. */
    static final int OPEN = -1;

    RawRow raw;
    Action action;
    /** The position in each dimension, or {@link #OPEN}. */
    final int[] positions;
    /** The packed key, or -1 where a position is open. */
    long key;
    /** The count, {@link CountText#EMPTY} or {@link CountText#BAD}. */
    long value;
    /** The status as the row has it, or null. */
    String status;
    /** The confidentiality as the row has it, or null. */
    String confidentiality;
    /** Whether the count is made of answers of which a person may give several. */
    boolean multiResponse;
    /** The text of each column that is an attribute, or null. */
    final String[] attributes;
    /** Columns whose cell is no code, count, period or text as it should be. */
    final boolean[] flagged;
    /** Whether any column is flagged. */
    boolean anyFlagged;
    /** Whether the count was written otherwise than with plain digits. */
    boolean normalised;
    /** Whether any cell was read without the blanks around its text. */
    boolean anyTrimmed;
    /** Whether a rule that is an error found a fault in the row. */
    boolean faulty;

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

    /** Whether the row withdraws more than one observation. */
    boolean isPattern() {
        return action == Action.DELETE && key < 0 && !faulty;
    }
}
