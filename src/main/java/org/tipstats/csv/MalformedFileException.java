package org.tipstats.csv;

/** A file that is no table from some line on: reading stops there. */
public final class MalformedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** A quotation mark is not closed, or text follows a closed one. */
        BROKEN_QUOTE,
        /** A quoted cell holds what look like rows of the table, so a quotation mark is missing or too many. */
        ROWS_IN_QUOTES,
        /** A cell is longer than {@link CsvReader#MAX_CELL}. */
        CELL_TOO_LONG,
        /** A record is longer than any allowed one; mostly a quotation mark that is not closed. */
        ROW_TOO_LONG,
        /** The header has more than {@link CsvReader#MAX_COLUMNS} columns. */
        TOO_MANY_COLUMNS,
        /** The bytes are not text in the encoding of the dialect. */
        WRONG_ENCODING,
        /** A workbook is damaged, or its parts contradict each other. */
        BROKEN_WORKBOOK,
        /** A workbook unpacks to more than any table of statistics takes. */
        WORKBOOK_TOO_LARGE,
        /** A workbook has no sheet of cells that one sees. */
        NO_TABLE_SHEET,
        /** A workbook is protected by a password. */
        PROTECTED
    }

    private final Reason reason;
    private final int line;

    public MalformedFileException(Reason reason, int line) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
    }

    public Reason reason() {
        return reason;
    }

    /** The line on which the record concerned starts; 0 where the fault lies outside of the rows of a workbook. */
    public int line() {
        return line;
    }
}
