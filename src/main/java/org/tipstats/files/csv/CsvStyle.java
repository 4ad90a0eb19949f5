package org.tipstats.files.csv;

/**
 * The format in which a table is written.
 *
 * @param delimiter the character between two cells
 * @param lineEnd the end of each record: LF or CRLF
 * @param raw whether text that a spreadsheet would run as a formula stays as it is
 */
public record CsvStyle(char delimiter, String lineEnd, boolean raw) {

    /** Commas, LF, and an apostrophe before text that a spreadsheet would run as a formula. */
    public static final CsvStyle STANDARD = new CsvStyle(',', "\n", false);

    public CsvStyle {
        if (!lineEnd.equals("\n") && !lineEnd.equals("\r\n")) {
            throw new IllegalArgumentException("a line ends with LF or CRLF");
        }
    }

    public CsvStyle withRaw(boolean keep) {
        return new CsvStyle(delimiter, lineEnd, keep);
    }
}
