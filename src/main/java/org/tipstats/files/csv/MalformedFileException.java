package org.tipstats.files.csv;

/** Thrown at the first part of a file that cannot be read as part of a table. Reading ends at this part. */
public final class MalformedFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kind of fault. */
    public enum Reason {
        /** A quotation mark is not closed, or text follows a closing quotation mark. */
        BROKEN_QUOTE,
        /**
         * A quoted cell holds text that looks like rows of the table. The file has a quotation mark too few or too
         * many.
         */
        ROWS_IN_QUOTES,
        /** A cell is longer than {@link CsvReader#MAX_CELL}. */
        CELL_TOO_LONG,
        /** A record is longer than a valid record can be. The usual cause is a missing closing quotation mark. */
        ROW_TOO_LONG,
        /**
         * A header, a row or an XML tag has more than {@link CsvReader#MAX_COLUMNS} columns. If another limit applies,
         * the detail is this limit.
         */
        TOO_MANY_COLUMNS,
        /** The file has more cells with text than can be read. The detail is the largest number of cells. */
        TOO_MANY_CELLS,
        /** The bytes are not text in the encoding of the file. */
        WRONG_ENCODING,
        /** The document is not well-formed XML, or it ends too early. */
        BROKEN_XML,
        /** The document is not well-formed JSON, or it ends too early. */
        BROKEN_JSON,
        /**
         * The document has a document type declaration. No message needs such a declaration, and the declaration can do
         * harm.
         */
        DTD,
        /** Elements, objects or arrays are nested deeper than in any valid message. */
        TOO_DEEP,
        /** A tag, a comment or a similar part has more characters than is allowed. */
        PART_TOO_LONG,
        /** The document is not a data message of a supported version. The detail names the kind of document. */
        NOT_A_DATA_MESSAGE,
        /**
         * A message contains an index that refers to no existing value. The detail is the index as written, or the name
         * of the part that has it.
         */
        WRONG_INDEX,
        /** A part that may occur only once occurs twice. The detail is the name of the part. */
        GIVEN_TWICE,
        /** A message has a part at a position where this part is not allowed. The detail is the name of the part. */
        UNEXPECTED_PART,
        /**
         * A part is missing, and without this part the data cannot be understood. The detail is the name of the part.
         */
        MISSING_PART,
        /** A message holds data of several structures. */
        SEVERAL_STRUCTURES,
        /** The message has more names, codes or groups than are allowed. */
        TOO_MANY_PARTS,
        /** A workbook is damaged, or parts of the workbook contradict each other. */
        BROKEN_WORKBOOK,
        /** A workbook unpacks to more bytes than any table of statistics needs. */
        WORKBOOK_TOO_LARGE,
        /** A workbook has no visible sheet of cells. */
        NO_TABLE_SHEET,
        /** A workbook is protected with a password. */
        PROTECTED
    }

    private static final int MAX_DETAIL = 100;

    private final Reason reason;
    private final int line;
    private final String detail;

    public MalformedFileException(Reason reason, int line) {
        this(reason, line, null);
    }

    /**
     * Creates a fault with a detail.
     *
     * @param line the line on which the faulty record starts; 0 if the fault is not in a row
     * @param detail the name or value in the file that has the fault, or the limit; cut after 100 characters
     */
    public MalformedFileException(Reason reason, int line, String detail) {
        super(reason + " at line " + line);
        this.reason = reason;
        this.line = line;
        this.detail = detail == null || detail.length() <= MAX_DETAIL ? detail : cut(detail);
    }

    private static String cut(String detail) {
        int end = Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1)) ? MAX_DETAIL - 1 : MAX_DETAIL;
        return detail.substring(0, end) + "…";
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the line on which the faulty record starts; 0 if the fault is not in a row. */
    public int line() {
        return line;
    }

    /**
     * Returns the name or value in the file that has the fault, or the limit that it exceeds; null if there is none.
     */
    public String detail() {
        return detail;
    }
}
