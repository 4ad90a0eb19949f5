package org.tipstats.files.csv;

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
        /** The document is not well-formed XML, or ends too early. */
        BROKEN_XML,
        /** The document is not well-formed JSON, or ends too early. */
        BROKEN_JSON,
        /** The document has a document type declaration, which none needs and which can do harm. */
        DTD,
        /** Elements, objects or arrays are nested deeper than in any message. */
        TOO_DEEP,
        /** A tag, comment or the like takes more characters than any allowed one. */
        PART_TOO_LONG,
        /** The document is no message with data of a version that is read; the detail says what it is. */
        NOT_A_DATA_MESSAGE,
        /** A message refers by an index to something that isn't there; the detail is what it says. */
        WRONG_INDEX,
        /** Something that is there once is given twice; the detail is its name. */
        GIVEN_TWICE,
        /** Something stands where a message doesn't have it; the detail is its name. */
        UNEXPECTED_PART,
        /** A message lacks what its data cannot be understood without; the detail is its name. */
        MISSING_PART,
        /** A message holds data of several structures. */
        SEVERAL_STRUCTURES,
        /** There are more names, codes or groups than any allowed message has. */
        TOO_MANY_PARTS,
        /** A workbook is damaged, or its parts contradict each other. */
        BROKEN_WORKBOOK,
        /** A workbook unpacks to more than any table of statistics takes. */
        WORKBOOK_TOO_LARGE,
        /** A workbook has no sheet of cells that one sees. */
        NO_TABLE_SHEET,
        /** A workbook is protected by a password. */
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
     * A fault about something that has a name.
     *
     * @param detail a name or value of the file; what is longer than 100 characters is cut
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

    /** The line on which the record concerned starts; 0 where the fault lies outside of the rows of a workbook. */
    public int line() {
        return line;
    }

    /** The name or value concerned, as the file has it, or null. */
    public String detail() {
        return detail;
    }
}
